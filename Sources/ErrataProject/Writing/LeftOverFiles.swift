import ErrataDiagnostics
import ErrataOutputs
import ErrataText

/// Files beside a plan's, of the same kinds, that were generated from the same catalogue. What cannot be read is not ours.
struct LeftOverFiles {
  /// Those that are as they were generated.
  private(set) var unchanged: [String] = []
  /// Those that may have been edited since: their digest is wrong or missing.
  private(set) var edited: [String] = []

  /// - Parameter files: the plan's, as they are on the disk.
  /// - Throws: `Failure` under `output-collision` when two of the files are one.
  init(_ files: [OutputComparison.File], of plan: OutputPlan) throws {
    let planned = try Self.identities(of: files)
    for folder in try Self.folders(files) {
      let names = try FileSystem.names(in: folder.path)
      let listed = Set(names)
      for name in names where !name.hasPrefix(".") && !folder.isPlanned(name, listed) {
        guard let forms = folder.forms[kind(of: name)] else { continue }
        let path = joined(folder.path, name)
        guard let status = try? FileSystem.status(of: path, followsLinks: false), status.kind == .file,
          // One file can have several names.
          !planned.contains(status.identity),
          let head = try? FileSystem.read(path, limit: GeneratedMark.reach),
          let mark = forms.lazy.compactMap({ $0.mark(in: head) }).first, mark.catalogName == plan.catalogName
        else { continue }
        if Self.isUnchanged(path, mark, head) { unchanged.append(path) } else { edited.append(path) }
      }
    }
    unchanged.sort()
    edited.sort()
  }

  /// What the files are that are there already.
  private static func identities(of files: [OutputComparison.File]) throws -> Set<FileStatus.Identity> {
    var known: [FileStatus.Identity: OutputComparison.File] = [:]
    for file in files {
      guard let identity = file.destination.status?.identity else { continue }
      let other = known.updateValue(file, forKey: identity)
      // Hard links part when one is replaced; what a symbolic link leads to would be written twice.
      if let other, other.destination.isLinked || file.destination.isLinked {
        throw Failure(
          Diagnostic(
            .outputCollision, "\(other.output.path) and \(file.output.path) are one file",
            hint: "remove the symbolic link"))
      }
    }
    return Set(known.keys)
  }

  /// The folders that are there, whatever they are called.
  private static func folders(_ files: [OutputComparison.File]) throws -> [PlannedFolder] {
    var identities: [String: FileStatus.Identity?] = [:]
    var indexes: [FileStatus.Identity: Int] = [:]
    var folders: [PlannedFolder] = []
    /// Those that are still to be made, by where that will be.
    var missing: [String: PlannedFolder] = [:]
    for file in files {
      let path = FileSystem.parentFolder(of: file.output.path)
      if identities[path] == nil { identities[path] = .some(try FileSystem.status(of: path)?.identity) }
      guard case .some(.some(let identity)) = identities[path] else {
        let isNew = missing[FileSystem.place(of: path), default: PlannedFolder(path: path)].add(file)
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
        .outputCollision, "two outputs go to one folder under two names, and would write one file",
        hint: "give each output a folder of its own"))
  }

  private static func isUnchanged(_ path: String, _ mark: GeneratedMark, _ head: [UInt8]) -> Bool {
    guard let digits = mark.digits else { return false }
    var digest = FileDigest(without: digits)
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

/// A folder that is there, and what is to be in it.
private struct PlannedFolder {
  /// One of its names.
  let path: String
  /// Where a file's mark is, by the kind of the file.
  private(set) var forms: [String: Set<MarkForm>] = [:]
  /// The names of the files in small letters, each as it is, and whether the file is there.
  private var files: [String: (name: String, isThere: Bool)] = [:]

  init(path: String) {
    self.path = path
  }

  /// - Returns: whether there was no such file yet.
  mutating func add(_ file: OutputComparison.File) -> Bool {
    let name = String(file.output.path.split(separator: "/").last ?? "")
    forms[kind(of: name), default: []].insert(file.output.form)
    return files.updateValue((name, file.destination.status != nil), forKey: name.lowercased()) == nil
  }

  /// Whether `name` is that of a planned file. Where capitals are small letters to the file system, a file that is there can be
  /// listed under another name.
  func isPlanned(_ name: String, _ listed: Set<String>) -> Bool {
    guard let file = files[name.lowercased()] else { return false }
    return file.name == name || file.isThere && !listed.contains(file.name)
  }
}

/// The ending that tells what a file is: `swift`, `md`, `schema.json`.
private func kind(of name: String) -> String {
  name.hasSuffix(".schema.json") ? "schema.json" : String(name.split(separator: ".").last ?? "")
}
