import Foundation

/// A folder next to the outputs, in which a run writes new files before it renames them to their destinations.
///
/// Its name is random, and the run holds a lock on it, which the system releases however the run ends, even in a container. A
/// staging folder that can be locked is therefore left over from a killed run.
struct StagingFolder {
  private let path: String
  private let descriptor: Int32

  init(in folder: String) throws(SystemError) {
    // Another run may consider the folder abandoned before it is locked, and remove it.
    for _ in 0..<16 {
      let hex = String(UInt64.random(in: .min ... .max), radix: 16)
      let name = ".errata-" + String(repeating: "0", count: 16 - hex.utf8.count) + hex + ".tmp"
      let path = joinedPath(folder, name)
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
      // If the file system has no locks, no other run can lock the folder either.
      let isLocked = flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
      if isLocked, (try? FileSystem.status(of: path, followsLinks: false)) != nil {
        self.path = path
        self.descriptor = descriptor
        return
      }
      close(descriptor)
    }
    throw SystemError(folder, reason: "its temporary files keep being removed")
  }

  private static func open(_ path: String) -> Int32? {
    let descriptor = unsafe Foundation.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    return descriptor >= 0 ? descriptor : nil
  }

  /// Writes a new file, whose number must be unused. It gets the permissions of `old` and, if this process may set them, its
  /// owner and group.
  func write(_ contents: String, as number: Int, replacing old: FileStatus?) throws(SystemError) {
    let file = unsafe openat(
      descriptor, "\(number)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, old == nil ? 0o666 : 0o600)
    guard file >= 0 else { throw SystemError(path) }
    do throws(SystemError) {
      try FileSystem.write(contents, to: file)
      if let old {
        // Changing the owner clears permissions, so these come last.
        if fchown(file, old.owner, old.group) != 0 { _ = fchown(file, uid_t.max, old.group) }
        guard fchmod(file, old.permissions) == 0 else { throw SystemError(path) }
      }
    } catch {
      close(file)
      throw error
    }
    // Some file systems report a full disk only on close.
    guard close(file) == 0 else { throw SystemError(path) }
  }

  func move(_ number: Int, to path: String) throws(SystemError) {
    guard unsafe renameat(descriptor, "\(number)", AT_FDCWD, path) == 0 else { throw SystemError(path) }
  }

  /// Removes the folder and the files in it.
  func remove() {
    Self.remove(path, descriptor)
    close(descriptor)
  }

  /// Removes the staging folders of killed runs in `folder`.
  static func removeAbandoned(in folder: String) {
    for name in (try? FileSystem.names(in: folder)) ?? [] where isName(name) {
      let path = joinedPath(folder, name)
      guard let descriptor = open(path) else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { remove(path, descriptor) }
      close(descriptor)
    }
  }

  /// Removes only files that a run creates; the folder is kept if it has others.
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
