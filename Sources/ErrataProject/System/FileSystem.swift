import ErrataText
import Foundation

// Unsafe, in this file and in StagingFolder: pointers to names, structures and buffers that don't escape the system call.

/// The system calls for writing outputs, with the system's reason for each failure.
enum FileSystem {
  /// The status of the file at `path`; nil if there is none.
  /// - Parameter followsLinks: whether to return the status of a symbolic link's target.
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

  /// Whether a file has exactly the bytes of `contents`. Stops reading at the first difference.
  static func isEqual(_ path: String, to contents: String) throws(SystemError) -> Bool {
    let count = contents.utf8.count
    var offset = 0
    var isSame = true
    try forEachChunk(of: path) { chunk in
      guard offset + chunk.count <= count else {
        isSame = false
        return false
      }
      // Both have `chunk.count` bytes from `offset` on.
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

  /// Reads a file in chunks until its end, `limit`, or until `body` returns false. Never blocks: anything but a regular file is an
  /// error.
  static func forEachChunk(
    of path: String, limit: Int = .max, _ body: (ArraySlice<UInt8>) -> Bool
  ) throws(SystemError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw SystemError(path) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw SystemError(path) }
    guard FileStatus(status).kind == .file else { throw SystemError(path, reason: "not a regular file") }
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

  /// Creates `folder` and its parents if they don't exist.
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

  /// The absolute path with all links resolved; nil if there is no file.
  static func resolvingLinks(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path.isEmpty ? "." : path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// The absolute path of a folder that may not exist yet, with links resolved in the part that does.
  static func canonicalPath(of folder: String) -> String {
    var existing = folder
    var rest: [Substring] = []
    while resolvingLinks(existing) == nil, existing != "/", existing != "." {
      rest.append(existing.split(separator: "/").last ?? "")
      existing = parentFolder(of: existing)
    }
    var parts = (resolvingLinks(existing) ?? existing).split(separator: "/")
    for name in rest.reversed() where name != "." {
      if name == ".." { _ = parts.popLast() } else { parts.append(name) }
    }
    return parts.joined(separator: "/")
  }

  static func parentFolder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

/// A failed system call, and the system's reason.
struct SystemError: Error {
  let path: String
  let reason: String

  init(_ path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// Uses the reason in `errno`.
  init(_ path: String) {
    self.init(path, reason: unsafe String(cString: strerror(errno)))
  }

  /// The same error for another path: the one that the user knows.
  func withPath(_ path: String) -> SystemError {
    SystemError(path, reason: reason)
  }
}
