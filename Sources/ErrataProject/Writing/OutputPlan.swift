import ErrataCatalog
import ErrataDiagnostics
import ErrataOutputs
import ErrataText
import ErrataYAML

/// An output and its folder.
package struct OutputRequest: Sendable {
  /// The output.
  package let output: any Output
  /// The folder for its files; it need not exist yet.
  package let folder: String

  /// - Parameters:
  ///   - output: the output.
  ///   - folder: the folder for its files.
  package init(_ output: any Output, folder: String) {
    self.output = output
    self.folder = folder
  }
}

/// All files that a run generates.
package struct OutputPlan: Sendable {
  /// With paths as the user knows them: the folder, then the file.
  package let files: [OutputFile]
  /// The folders of the files.
  package let folders: [String]
  /// The name of the catalogue, which identifies its generated files.
  let catalogName: String

  /// Generates all files, in parallel.
  /// - Throws: `Failure` under `output-collision` if two outputs would write the same file, and under `too-large` if they have more
  ///   than `maximumBytes` in total, since all are in memory before the first is written.
  package init(
    _ requests: [OutputRequest], for catalog: Catalog, maximumBytes: Int = 1 << 30
  ) async throws(Failure) {
    let jobs = requests.flatMap { request in
      request.output.jobs(for: catalog).map { (folder: request.folder, run: $0) }
    }
    let results = await withTaskGroup(of: (Int, [OutputFile]).self) { group -> [Int: [OutputFile]]? in
      for (index, job) in jobs.enumerated() { group.addTask { (index, Task.isCancelled ? [] : job.run()) } }
      var results: [Int: [OutputFile]] = [:]
      var bytes = 0
      for await (index, files) in group {
        results[index] = files
        bytes += files.reduce(0) { $0 + $1.contents.utf8.count }
        if bytes > maximumBytes {
          group.cancelAll()
          return nil
        }
      }
      return results
    }
    guard let results else {
      throw Failure(
        Diagnostic(
          .tooLarge, "the outputs are too large: the limit is \(maximumBytes >> 20) MiB",
          hint: "generate fewer of them in one run, or split the catalogue"))
    }
    files = jobs.enumerated().flatMap { index, job in
      (results[index] ?? []).map { $0.moved(to: joinedPath(job.folder, $0.path)) }
    }
    var seenFolders: Set<String> = []
    folders = requests.map(\.folder).filter { seenFolders.insert($0).inserted }
    catalogName = catalog.name

    var seenPaths: Set<String> = []
    // Some file systems are case-insensitive.
    if let duplicate = files.first(where: { !seenPaths.insert($0.path.lowercased()).inserted }) {
      throw Failure(
        Diagnostic(
          .outputCollision, "two outputs would write \(duplicate.path)", hint: "use a separate folder for each output"))
    }
  }
}

/// `path` in `folder`, normalized: `./out/` and `out` result in the same path.
package func joinedPath(_ folder: String, _ path: String) -> String {
  let parts = folder.split(separator: "/").filter { $0 != "." }
  return (folder.hasPrefix("/") ? "/" : "") + (parts.map(String.init) + [path]).joined(separator: "/")
}
