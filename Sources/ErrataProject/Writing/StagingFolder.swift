import Foundation

/// A folder beside outputs in which a run writes new files whole before it renames them into their places.
///
/// Its name is random, and the run holds a lock on it, which the system releases however the run ends, in a container too. A
/// staging folder that can be locked was therefore left by a run that was killed.
struct StagingFolder {
  private let path: String
  private let descriptor: Int32

  init(in folder: String) throws(SystemError) {
    // Another run may take the folder for abandoned before it is locked, and remove it.
    for _ in 0..<16 {
      let hex = String(UInt64.random(in: .min ... .max), radix: 16)
      let name = ".errata-" + String(repeating: "0", count: 16 - hex.utf8.count) + hex + ".tmp"
      let path = joined(folder, name)
      guard unsafe mkdir(path, 0o777) == 0 else {
        if errno == EEXIST { continue }
        throw SystemError(folder)
      }
      guard let descriptor = Self.open(path) else {
        if errno == ENOENT { continue }
        let error = SystemError(folder)
        unsafe rmdir(path)
        throw error
      }
      // A file system without locks has none that could be taken by others either.
      let isLocked = flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
      if isLocked, (try? FileSystem.status(of: path, followsLinks: false)) != nil {
        self.path = path
        self.descriptor = descriptor
        return
      }
      close(descriptor)
    }
    throw SystemError(folder, reason: "its temporary files are removed again and again")
  }

  private static func open(_ path: String) -> Int32? {
    let descriptor = unsafe Foundation.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    return descriptor >= 0 ? descriptor : nil
  }

  /// Writes a new file, of which there must be none with that number. It gets the permissions of `old` and, as far as this
  /// process may give them, its owner and group.
  func write(_ contents: String, as number: Int, replacing old: FileStatus?) throws(SystemError) {
    let file = unsafe openat(
      descriptor, "\(number)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, old == nil ? 0o666 : 0o600)
    guard file >= 0 else { throw SystemError(path) }
    do throws(SystemError) {
      try FileSystem.write(contents, to: file)
      if let old {
        // Another owner takes permissions away, so these come last.
        if fchown(file, old.owner, old.group) != 0 { _ = fchown(file, uid_t.max, old.group) }
        guard fchmod(file, old.permissions) == 0 else { throw SystemError(path) }
      }
    } catch {
      close(file)
      throw error
    }
    // Some file systems tell of a full disk only here.
    guard close(file) == 0 else { throw SystemError(path) }
  }

  func move(_ number: Int, to path: String) throws(SystemError) {
    guard unsafe renameat(descriptor, "\(number)", AT_FDCWD, path) == 0 else { throw SystemError(path) }
  }

  /// Removes the folder with all that is still in it.
  func remove() {
    Self.remove(path, descriptor)
    close(descriptor)
  }

  /// Removes what runs that were killed have left in `folder`.
  static func removeAbandoned(in folder: String) {
    for name in (try? FileSystem.names(in: folder)) ?? [] where isName(name) {
      let path = joined(folder, name)
      guard let descriptor = open(path) else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { remove(path, descriptor) }
      close(descriptor)
    }
  }

  /// Whoever put something else there keeps it, and the folder around it.
  private static func remove(_ path: String, _ descriptor: Int32) {
    for name in (try? FileSystem.names(in: path)) ?? [] where Int(name) != nil {
      var status = stat()
      if unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0, FileStatus(status).kind == .file {
        unsafe unlinkat(descriptor, name, 0)
      }
    }
    unsafe rmdir(path)
  }

  private static func isName(_ name: String) -> Bool {
    name.wholeMatch(of: /\.errata-[0-9a-f]{16}\.tmp/) != nil
  }
}
