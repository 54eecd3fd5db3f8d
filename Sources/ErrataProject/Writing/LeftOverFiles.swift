import ErrataDiagnostics
import ErrataOutputs
import ErrataText

/// Files in a plan's folders that were generated from the same catalogue but are no longer part of the plan. Unreadable files are
/// ignored.
struct LeftOverFiles {
  /// Unmodified files.
  private(set) var unchanged: [String] = []
  /// Files that may have been edited: their digest is wrong or missing.
  private(set) var edited: [String] = []

  /// - Parameter files: the plan's files, compared with the disk.
  /// - Throws: `Failure` under `output-collision` if two of the files are the same.
  init(_ files: [OutputComparison.File], of plan: OutputPlan) throws {
    let planned = try Self.identities(of: files)
    for folder in try Self.folders(files) {
      let names = try FileSystem.names(in: folder.path)
      let listed = Set(names)
      for name in names where !name.hasPrefix(".") && !folder.isPlanned(name, listed) {
        guard let forms = folder.forms[kind(of: name)] else { continue }
        let path = joinedPath(folder.path, name)
        guard let status = try? FileSystem.status(of: path, followsLinks: false), status.kind == .file,
          // One file can have several names.
          !planned.contains(status.identity),
          let head = try? FileSystem.read(path, limit: GeneratedMark.searchLimit),
          let mark = forms.lazy.compactMap({ $0.mark(in: head) }).first, mark.catalogName == plan.catalogName
        else { continue }
        if Self.isUnchanged(path, mark, head) { unchanged.append(path) } else { edited.append(path) }
      }
    }
    unchanged.sort()
    edited.sort()
  }

  /// The identities of the existing files.
  private static func identities(of files: [OutputComparison.File]) throws -> Set<FileStatus.Identity> {
    var filesByIdentity: [FileStatus.Identity: OutputComparison.File] = [:]
    for file in files {
      guard let identity = file.destination.status?.identity else { continue }
      let other = filesByIdentity.updateValue(file, forKey: identity)
      // Replacing one of several hard links separates them, but the target of a symbolic link would be written twice.
      if let other, other.destination.isLinked || file.destination.isLinked {
        throw Failure(
          Diagnostic(
            .outputCollision, "\(other.output.path) and \(file.output.path) are the same file",
            hint: "remove the symbolic link"))
      }
    }
    return Set(filesByIdentity.keys)
  }

  /// The existing folders, each once even if it has several names.
  private static func folders(_ files: [OutputComparison.File]) throws -> [PlannedFolder] {
    var identities: [String: FileStatus.Identity?] = [:]
    var indexes: [FileStatus.Identity: Int] = [:]
    var folders: [PlannedFolder] = []
    // Folders to be created, by canonical path.
    var missing: [String: PlannedFolder] = [:]
    for file in files {
      let path = FileSystem.parentFolder(of: file.output.path)
      if identities[path] == nil { identities[path] = .some(try FileSystem.status(of: path)?.identity) }
      guard case .some(.some(let identity)) = identities[path] else {
        let isNew = missing[FileSystem.canonicalPath(of: path), default: PlannedFolder(path: path)].add(file)
        if !isNew { throw collision }
        continue
      }
      let index = indexes[identity, default: folders.count]
      if index == folders.count {
        indexes[identity] = index
        folders.append(PlannedFolder(path: path))
      }
      if !folders[index].add(file) { throw collision }
    }
    return folders
  }

  private static var collision: Failure {
    Failure(
      Diagnostic(
        .outputCollision, "two outputs would write the same file, through two names of one folder",
        hint: "use a separate folder for each output"))
  }

  private static func isUnchanged(_ path: String, _ mark: GeneratedMark, _ head: [UInt8]) -> Bool {
    guard let digits = mark.digits else { return false }
    var digest = FileDigest(excluding: digits)
    guard
      (try? FileSystem.forEachChunk(
        of: path,
        {
          digest.add($0.span); return true
        })) != nil
    else { return false }
    return head[digits].elementsEqual(digest.text.utf8)
  }
}

/// An existing folder, and the plan's files in it.
private struct PlannedFolder {
  /// One of its names.
  let path: String
  /// The forms of marks, by kind of file.
  private(set) var forms: [String: Set<MarkForm>] = [:]
  /// The files by lower-case name, each with its name and whether it exists.
  private var files: [String: (name: String, exists: Bool)] = [:]

  init(path: String) {
    self.path = path
  }

  /// - Returns: false if there already was such a file.
  mutating func add(_ file: OutputComparison.File) -> Bool {
    let name = String(file.output.path.split(separator: "/").last ?? "")
    forms[kind(of: name), default: []].insert(file.output.form)
    return files.updateValue((name, file.destination.status != nil), forKey: name.lowercased()) == nil
  }

  /// Whether `name` is that of a planned file. If the file system is case-insensitive, an existing file can be listed under a name in
  /// another case.
  func isPlanned(_ name: String, _ listed: Set<String>) -> Bool {
    guard let file = files[name.lowercased()] else { return false }
    return file.name == name || file.exists && !listed.contains(file.name)
  }
}

/// The file extension: `swift`, `md`, `schema.json`.
private func kind(of name: String) -> String {
  name.hasSuffix(".schema.json") ? "schema.json" : String(name.split(separator: ".").last ?? "")
}
