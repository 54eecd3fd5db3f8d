import ErrataCatalog
import ErrataDiagnostics
import ErrataYAML

/// An output and the folder that it goes to.
public struct OutputRequest: Sendable {
  /// What to make.
  public let output: any Output
  /// Where to put it; the folder need not be there yet.
  public let folder: String

  /// - Parameters:
  ///   - output: what to make.
  ///   - folder: where to put it.
  public init(_ output: any Output, folder: String) {
    self.output = output
    self.folder = folder
  }
}

/// Everything that one run wants to be on the disk.
public struct OutputPlan: Sendable {
  /// With paths as the user will see them: the folder's, then the file's.
  public let files: [OutputFile]
  /// The folders that the files go to.
  public let folders: [String]
  /// The name of the catalogue, by which generated files are known again.
  let catalogName: String

  /// Makes all files, at once where there are several processors.
  /// - Throws: `OutputFailure` under `output-collision` when two outputs would write one file, and under `too-large` when they
  ///   come to more than `maximumBytes`, since all are in memory before the first is written.
  public init(
    _ requests: [OutputRequest], for catalog: Catalog, maximumBytes: Int = 1 << 30
  ) async throws(OutputFailure) {
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
      throw OutputFailure(
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
      throw OutputFailure(
        Diagnostic(
          .outputCollision, "two outputs would write \(twice.path)", hint: "give each output a folder of its own"))
    }
  }
}

/// Why outputs could not be made, compared or written. Nothing was changed, unless the message says so.
public struct OutputFailure: Error {
  /// What happened, and how to mend it; at least one.
  public let diagnostics: [Diagnostic]

  /// - Parameter diagnostics: what happened, and how to mend it; at least one.
  public init(_ diagnostics: Diagnostic...) {
    self.diagnostics = diagnostics
  }

  /// - Parameter diagnostics: what happened, and how to mend it; at least one.
  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}

/// `path` in `folder`, spelt in one way: `./out/` and `out` make the same path.
func joined(_ folder: String, _ path: String) -> String {
  let parts = folder.split(separator: "/").filter { $0 != "." }
  return (folder.hasPrefix("/") ? "/" : "") + (parts.map(String.init) + [path]).joined(separator: "/")
}
