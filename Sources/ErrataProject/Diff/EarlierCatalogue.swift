import ErrataCatalog
import ErrataDiagnostics

/// The files of a catalogue at an earlier revision.
package struct EarlierFiles: Sendable {
  package let files: [SourceFile]
  /// Where git found the catalogue under another path, as in `v1.0.0:pay.yaml`; nil if nothing had to be guessed.
  package let guess: String?

  init(_ files: [SourceFile], guess: String? = nil) {
    self.files = files
    self.guess = guess
  }
}

/// Finds a catalogue at an earlier revision, also if it had another path then.
struct EarlierCatalogue {
  private let repository: GitRepository
  private let revision: GitRevision

  init(_ repository: GitRepository, _ revision: GitRevision) {
    self.repository = repository
    self.revision = revision
  }

  /// - Parameter catalog: its path now.
  func files(of catalog: String, namedBy configuration: ConfigurationFile?) async throws -> EarlierFiles {
    let path = try repository.path(of: catalog)
    if let files = try await revision.catalogFiles(at: path) { return EarlierFiles(files) }
    if let configuration, let files = try await files(namedThenBy: configuration) { return EarlierFiles(files) }
    if let files = try await files(renamedTo: path) { return files }
    let hint = "give the path that it had then: --against git:\(revision.name):PATH"
    throw Failure.cannotRead(
      "\(revision.name):\(path)", reason: "it does not exist at that revision",
      hint: try await repository.isTracked(path)
        ? "if it had another path, \(hint)" : "git does not track \(catalog): `git add` it, or \(hint)")
  }

  /// The catalogue that the configuration named at that revision, if it is in the repository.
  private func files(namedThenBy configuration: ConfigurationFile) async throws -> [SourceFile]? {
    guard let path = try? repository.path(of: configuration.path),
      let file = try await revision.catalogFiles(at: path)?.first,
      let catalog = readConfiguration(file).configuration?.catalog, !catalog.hasPrefix("/"),
      let earlierPath = normalizedPath((path.lastIndex(of: "/").map { path[...$0] } ?? "") + catalog)
    else { return nil }
    return try await revision.catalogFiles(at: earlierPath)
  }

  /// The catalogue that git takes for the one at `path`, a file or folder. It may have been one file then and a folder of files now,
  /// or the reverse: from the most similar file on, the files of its folder if they are a catalogue together, or the file if it is
  /// one alone.
  private func files(renamedTo path: String) async throws -> EarlierFiles? {
    let folder = path.isEmpty ? "" : path + "/"
    for rename in try await revision.renames(including: path) where rename.new == path || rename.new.hasPrefix(folder) {
      let folder = rename.old.lastIndex(of: "/").map { String(rename.old[..<$0]) } ?? ""
      for path in [folder, rename.old] {
        if let files = try await revision.catalogFiles(at: path), !readCatalog(files).diagnostics.hasErrors {
          let folder = "\(revision.name):\(path.isEmpty ? "." : path)"
          return EarlierFiles(files, guess: files.count == 1 ? files[0].path : folder)
        }
      }
    }
    return nil
  }
}
