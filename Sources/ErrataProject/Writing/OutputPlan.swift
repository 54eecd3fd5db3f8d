import ErrataCatalog
import ErrataDiagnostics
import ErrataOutputs
import ErrataText
import ErrataYAML

/// An output and the folder that it goes to.
package struct OutputRequest: Sendable {
  /// What to make.
  package let output: any Output
  /// Where to put it; the folder need not be there yet.
  package let folder: String

  /// - Parameters:
  ///   - output: what to make.
  ///   - folder: where to put it.
  package init(_ output: any Output, folder: String) {
    self.output = output
    self.folder = folder
  }
}

/// Everything that one run wants to be on the disk.
package struct OutputPlan: Sendable {
  /// With paths as the user will see them: the folder's, then the file's.
  package let files: [OutputFile]
  /// The folders that the files go to.
  package let folders: [String]
  /// The name of the catalogue, by which generated files are known again.
  let catalogName: String

  /// Makes all files, at once where there are several processors.
  /// - Throws: `Failure` under `output-collision` when two outputs would write one file, and under `too-large` when they
  ///   come to more than `maximumBytes`, since all are in memory before the first is written.
  package init(
    _ requests: [OutputRequest], for catalog: Catalog, maximumBytes: Int = 1 << 30
  ) async throws(Failure) {
    let recipes = requests.flatMap { request in
      request.output.recipes(for: catalog).map { (folder: request.folder, make: $0) }
    }
    let made = await withTaskGroup(of: (Int, [OutputFile]).self) { group -> [Int: [OutputFile]]? in
      for (index, recipe) in recipes.enumerated() { group.addTask { (index, Task.isCancelled ? [] : recipe.make()) } }
      var made: [Int: [OutputFile]] = [:]
      var bytes = 0
      for await (index, files) in group {
        made[index] = files
        bytes += files.reduce(0) { $0 + $1.contents.utf8.count }
        if bytes > maximumBytes {
          group.cancelAll()
          return nil
        }
      }
      return made
    }
    guard let made else {
      throw Failure(
        Diagnostic(
          .tooLarge, "the outputs come to more than \(maximumBytes >> 20) MiB",
          hint: "make fewer of them in one run, or make two catalogues"))
    }
    files = recipes.enumerated().flatMap { index, recipe in
      (made[index] ?? []).map { $0.moved(to: joined(recipe.folder, $0.path)) }
    }
    var known: Set<String> = []
    folders = requests.map(\.folder).filter { known.insert($0).inserted }
    catalogName = catalog.name

    var seen: Set<String> = []
    // Some file systems do not tell capitals from small letters.
    if let twice = files.first(where: { !seen.insert($0.path.lowercased()).inserted }) {
      throw Failure(
        Diagnostic(
          .outputCollision, "two outputs would write \(twice.path)", hint: "give each output a folder of its own"))
    }
  }
}

/// `path` in `folder`, spelt in one way: `./out/` and `out` make the same path.
func joined(_ folder: String, _ path: String) -> String {
  let parts = folder.split(separator: "/").filter { $0 != "." }
  return (folder.hasPrefix("/") ? "/" : "") + (parts.map(String.init) + [path]).joined(separator: "/")
}
