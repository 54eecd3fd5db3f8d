import ErrataCatalog
import ErrataDiagnostics
import ErrataText

/// A catalogue at a revision of its repository.
package struct GitReference: Sendable {
  /// The revision, as git understands it: a tag, a branch, a commit, or `HEAD~3`.
  let revision: String
  /// The catalogue's path then, in git's notation; nil to find it.
  let path: String?

  /// - Parameter argument: `git:REV` or `git:REV:PATH`.
  /// - Returns: nil if the revision or the path is missing.
  package init?(_ argument: some StringProtocol) {
    guard argument.hasPrefix("git:") else { return nil }
    let reference = argument.dropFirst(4)
    // As in git, a colon between braces belongs to the revision: `HEAD^{/fix: typo}`.
    var depth = 0
    let colon = reference.firstIndex { character in
      depth += character == "{" ? 1 : character == "}" ? -1 : 0
      return character == ":" && depth == 0
    }
    revision = String(reference[..<(colon ?? reference.endIndex)])
    path = colon.map { String(reference[reference.index(after: $0)...]) }
    if revision.isEmpty || path?.isEmpty == true { return nil }
  }

  /// Reads the files of the catalogue.
  /// - Parameters:
  ///   - catalog: its path now; nil if it is not a file.
  ///   - configuration: the configuration that names it; nil if none does.
  /// - Throws: `Failure` if they cannot be read; `CancellationError` if the run is interrupted.
  package func files(of catalog: String?, namedBy configuration: ConfigurationFile?) async throws -> EarlierFiles {
    if let path { return EarlierFiles(try await files(at: path)) }
    guard let catalog else {
      throw Failure.cannotRead(
        "git:\(revision)", reason: "the catalogue is not a file, so it has no path at that revision",
        hint: "add the path, as in git:\(revision):errors.yaml")
    }
    // A link belongs to the repository that it leads to.
    let file = FileSystem.resolvingLinks(catalog) ?? catalog
    let folder = isFolder(file) ? file : FileSystem.parentFolder(of: file)
    let repository = try await GitRepository(
      of: folder, reading: "git:\(revision)",
      hint:
        "run errata in the repository, with the path that the catalogue has there, as in git:\(revision):errors.yaml, or compare with a file: --against FILE"
    )
    return try await EarlierCatalogue(repository, repository.revision(revision))
      .files(of: catalog, namedBy: configuration)
  }

  private func files(at path: String) async throws -> [SourceFile] {
    let repository = try await GitRepository(
      of: ".", reading: "git:\(revision)",
      hint: "run errata in a clone of the repository, or compare with a file: --against FILE")
    let path = try repository.path(inNotation: path)
    if let files = try await repository.revision(revision).catalogFiles(at: path) { return files }
    throw Failure.cannotRead(
      "\(revision):\(path)", reason: "it does not exist at that revision",
      hint: "the path begins at the top of the repository, or with `./` in this folder")
  }
}
