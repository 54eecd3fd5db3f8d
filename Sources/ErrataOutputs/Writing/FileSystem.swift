import Foundation

/// The few calls to the operating system that the writer needs, each with the system's own reason for a failure.
enum FileSystem {
  enum Kind {
    case missing
    case file
    case folder
    case other
  }

  /// What stands at `path`, links followed.
  static func kind(of path: String) throws(SystemError) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT { return .missing }
      throw SystemError(path)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// The first bytes of a file, at most `limit`; all of them without one.
  static func read(_ path: String, limit: Int = .max) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    try forEachChunk(of: path) { chunk in
      bytes.append(contentsOf: chunk.prefix(limit - bytes.count))
      return bytes.count < limit
    }
    return bytes
  }

  /// Whether a file holds just `contents`, without reading more of it than that takes.
  static func isEqual(_ path: String, to contents: String) throws(SystemError) -> Bool {
    var isSame = true
    var offset = 0
    let count = contents.utf8.count
    try forEachChunk(of: path) { chunk in
      isSame =
        offset + chunk.count <= count
        && withBytes(of: contents) { memcmp($0.baseAddress! + offset, chunk.baseAddress!, chunk.count) == 0 }
      offset += chunk.count
      return isSame
    }
    return isSame && offset == count
  }

  /// Reads a file piece by piece, until its end or until `body` answers false.
  private static func forEachChunk(
    of path: String, _ body: (UnsafeRawBufferPointer) -> Bool
  ) throws(SystemError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(path) }
    defer { close(descriptor) }
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { chunk.deallocate() }
    while true {
      let count = Foundation.read(descriptor, chunk.baseAddress!, chunk.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError(path)
      }
      if count == 0 || !body(UnsafeRawBufferPointer(rebasing: chunk[..<count])) { return }
    }
  }

  /// The names in a folder, sorted.
  static func names(in folder: String) throws(SystemError) -> [String] {
    guard let directory = opendir(folder) else { throw SystemError(folder) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Makes `folder` and the folders above it where they are missing.
  static func makeFolder(_ folder: String) throws(SystemError) {
    if folder.isEmpty || mkdir(folder, 0o777) == 0 || errno == EEXIST || errno == EISDIR { return }
    guard errno == ENOENT else { throw SystemError(folder) }
    let parent = parentFolder(of: folder)
    guard parent != folder else { throw SystemError(folder) }
    try makeFolder(parent)
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw SystemError(folder) }
  }

  /// Makes a new file with `contents`; there must be none of that name. A file that could not be written whole is removed.
  static func create(_ path: String, _ contents: String) throws(SystemError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw SystemError(path) }
    var failure: SystemError?
    var contents = contents
    contents.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = write(descriptor, rest.baseAddress!, rest.count)
        if count >= 0 {
          rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
        } else if errno != EINTR {
          failure = SystemError(path)
          return
        }
      }
    }
    // Some file systems tell of a full disk only here.
    if close(descriptor) != 0, failure == nil { failure = SystemError(path) }
    if let failure {
      unlink(path)
      throw failure
    }
  }

  static func rename(_ path: String, to newPath: String) throws(SystemError) {
    guard Foundation.rename(path, newPath) == 0 else { throw SystemError(newPath) }
  }

  static func remove(_ path: String) throws(SystemError) {
    guard unlink(path) == 0 || errno == ENOENT else { throw SystemError(path) }
  }

  /// The folder's absolute path with all links followed; nil where it is not there.
  static func withoutLinks(_ folder: String) -> String? {
    guard let resolved = realpath(folder.isEmpty ? "." : folder, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
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

  /// Takes the reason from `errno`.
  init(_ path: String) {
    self.path = path
    reason = String(cString: strerror(errno))
  }
}
