import ErrataDiagnostics
import ErrataYAML

/// The files of a repository at one revision. Paths are relative to the top of the repository.
struct GitRevision: Sendable {
  /// As the user wrote it, such as `v1.0.0`.
  let name: String
  /// The name of its tree.
  private let tree: String
  private let git: Git

  init(name: String, tree: String, git: Git) {
    self.name = name
    self.tree = tree
    self.git = git
  }

  /// A file, a folder or something else in a tree.
  private struct Entry {
    let path: String
    let mode: Substring
    let kind: Substring
    let object: String
    /// In bytes; nil for a folder.
    let size: Int?

    /// - Parameter line: `100644 blob 587be6b       12	errors.yaml`, as `git ls-tree -l` prints it.
    init?(_ line: String) {
      let parts = line.split(separator: "\t", maxSplits: 1)
      let columns = parts.first?.split(separator: " ") ?? []
      guard parts.count == 2, columns.count == 4 else { return nil }
      (mode, kind, object, size) = (columns[0], columns[1], String(columns[2]), Int(columns[3]))
      path = String(parts[1])
    }

    var isFile: Bool { kind == "blob" && !isLink }
    var isLink: Bool { mode == "120000" }
    var isFolder: Bool { kind == "tree" }
  }

  /// The catalogue's file at `path`, or its files in the folder at `path`, as `readCatalogFiles` reads them now.
  /// - Returns: nil if there is no such file, and no folder with a `.yaml` file.
  /// - Throws: `Failure` if a file is too large, or cannot be read, or if a symbolic link is at `path`.
  func catalogFiles(at path: String) async throws -> [SourceFile]? {
    let entries = try await entries(":(literal)\(path)")
    if entries.contains(where: { $0.isLink && $0.path == path }) {
      throw Failure.cannotRead(
        "\(name):\(path)", reason: "it is a symbolic link at that revision",
        hint: "give the path that it leads to: --against git:\(name):PATH")
    }
    var files = entries.filter { $0.isFile && $0.path == path }
    if path.isEmpty || entries.contains(where: { $0.isFolder && $0.path == path }) {
      files = try await self.entries(path.isEmpty ? nil : ":(literal)\(path)/").filter { entry in
        let name = entry.path.split(separator: "/").last ?? ""
        return entry.isFile && isCatalogFile(String(name))
      }.sorted { $0.path < $1.path }
    }
    if files.isEmpty { return nil }
    var sources: [SourceFile] = []
    for file in files { sources.append(try await read(file)) }
    return sources
  }

  private func entries(_ path: String?) async throws -> [Entry] {
    try await git.read(["ls-tree", "-z", "-l", "--full-tree", "--", tree] + [path].compactMap(\.self)).records
      .compactMap(Entry.init)
  }

  private func read(_ entry: Entry) async throws -> SourceFile {
    let path = "\(name):\(entry.path)"
    if let size = entry.size, size > ReadingLimits().bytes {
      throw Failure(.inputOutput, [tooManyBytes(SourceFile(path: path, bytes: []), ReadingLimits())])
    }
    let result = try await git.read(["cat-file", "blob", entry.object], limit: ReadingLimits().bytes + 1)
    return SourceFile(path: path, bytes: result.output)
  }

  /// A file of this revision that is gone, and the file now that git takes for the same one.
  struct Rename: Sendable {
    let old: String
    let new: String
  }

  /// The YAML files that were renamed since, the most similar ones first. A file that was split into three is a third of each, so a
  /// fifth in common is enough.
  /// - Parameter path: the catalogue now, whatever its name ends in.
  func renames(including path: String) async throws -> [Rename] {
    let fields = try await git.read([
      "diff-index", "-z", "-M20%", "-l1000", "--name-status", "--diff-filter=R", tree, "--", ":(top,glob)**/*.yaml",
      ":(top,glob)**/*.yml", ":(top,literal)\(path)",
    ]).records
    // `R087`, the old path and the new path.
    let renames = stride(from: 0, to: fields.count - 2, by: 3).map { index in
      (similarity: fields[index], rename: Rename(old: fields[index + 1], new: fields[index + 2]))
    }
    return renames.sorted { $0.similarity > $1.similarity }.map(\.rename)
  }
}
