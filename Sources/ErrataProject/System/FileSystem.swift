import ErrataText
import Foundation

// Unsafe, in this file and in StagingFolder: pointers to names, structures and buffers that do not outlive the call of the
// system that they are given to.

/// The few calls to the operating system that the writer needs, each with the system's own reason for a failure.
enum FileSystem {
  /// What is at `path`; nil where nothing is.
  /// - Parameter followsLinks: whether a symbolic link stands for what it leads to.
  static func status(of path: String, followsLinks: Bool = true) throws(SystemError) -> FileStatus? {
    var status = stat()
    let result = unsafe followsLinks ? stat(path, &status) : lstat(path, &status)
    if result == 0 { return FileStatus(status) }
    if errno == ENOENT { return nil }
    throw SystemError(path)
  }

  /// The first bytes of a file, at most `limit`.
  static func read(_ path: String, limit: Int) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    try forEachChunk(of: path, limit: limit) { chunk in
      bytes += chunk
      return true
    }
    return bytes
  }

  /// Whether a file holds just `contents`, without reading more of it than that takes.
  static func isEqual(_ path: String, to contents: String) throws(SystemError) -> Bool {
    let count = contents.utf8.count
    var offset = 0
    var isSame = true
    try forEachChunk(of: path) { chunk in
      guard offset + chunk.count <= count else {
        isSame = false
        return false
      }
      // Both have a chunk's length from `offset` on.
      isSame = withBytes(of: contents) { contents in
        unsafe contents.extracting(offset..<(offset + chunk.count)).withUnsafeBytes { wanted in
          unsafe chunk.withUnsafeBytes { unsafe memcmp(wanted.baseAddress!, $0.baseAddress!, $0.count) == 0 }
        }
      }
      offset += chunk.count
      return isSame
    }
    return isSame && offset == count
  }

  /// Reads a file piece by piece, until its end, `limit`, or until `body` answers false. Waits for nobody: what is not a
  /// file is an error.
  static func forEachChunk(
    of path: String, limit: Int = .max, _ body: (ArraySlice<UInt8>) -> Bool
  ) throws(SystemError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw SystemError(path) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw SystemError(path) }
    guard FileStatus(status).kind == .file else { throw SystemError(path, reason: "it is not a file") }
    var chunk = [UInt8](repeating: 0, count: min(limit, 1 << 18))
    var rest = limit
    while rest > 0 {
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe Foundation.read(descriptor, $0.baseAddress!, min(rest, $0.count))
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError(path)
      }
      if count == 0 || !body(chunk[..<count]) { return }
      rest -= count
    }
  }

  /// The names in a folder, sorted.
  static func names(in folder: String) throws(SystemError) -> [String] {
    guard let directory = unsafe opendir(folder) else { throw SystemError(folder) }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Makes `folder` and the folders above it where they are missing.
  static func makeFolder(_ folder: String) throws(SystemError) {
    if unsafe folder.isEmpty || mkdir(folder, 0o777) == 0 || errno == EEXIST || errno == EISDIR { return }
    guard errno == ENOENT else { throw SystemError(folder) }
    let parent = parentFolder(of: folder)
    guard parent != folder else { throw SystemError(folder) }
    try makeFolder(parent)
    guard unsafe mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw SystemError(folder) }
  }

  /// Writes all of `contents` to an open file.
  static func write(_ contents: String, to descriptor: Int32) throws(SystemError) {
    let failure: SystemError? = withBytes(of: contents) { bytes in
      var written = 0
      while written < bytes.count {
        let count = unsafe bytes.extracting(written..<bytes.count).withUnsafeBytes {
          unsafe Foundation.write(descriptor, $0.baseAddress!, $0.count)
        }
        if count >= 0 {
          written += count
        } else if errno != EINTR {
          return SystemError("")
        }
      }
      return nil
    }
    if let failure { throw failure }
  }

  static func remove(_ path: String) throws(SystemError) {
    guard unsafe unlink(path) == 0 || errno == ENOENT else { throw SystemError(path) }
  }

  /// The absolute path with all links followed; nil where nothing is there.
  static func withoutLinks(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path.isEmpty ? "." : path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// The absolute path, with links followed as far as there is something, that a folder has or will have.
  static func place(of folder: String) -> String {
    var existing = folder
    var rest: [Substring] = []
    while withoutLinks(existing) == nil, existing != "/", existing != "." {
      rest.append(existing.split(separator: "/").last ?? "")
      existing = parentFolder(of: existing)
    }
    var place = (withoutLinks(existing) ?? existing).split(separator: "/")
    for name in rest.reversed() where name != "." {
      if name == ".." { _ = place.popLast() } else { place.append(name) }
    }
    return place.joined(separator: "/")
  }

  static func parentFolder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

/// A call to the operating system that failed, and the system's reason.
struct SystemError: Error {
  let path: String
  let reason: String

  init(_ path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// Takes the reason from `errno`.
  init(_ path: String) {
    self.init(path, reason: unsafe String(cString: strerror(errno)))
  }

  /// The same failure, told of the path that the user knows.
  func about(_ path: String) -> SystemError {
    SystemError(path, reason: reason)
  }
}
