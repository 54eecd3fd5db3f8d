import Foundation

/// What is at a path.
struct FileStatus: Sendable {
  enum Kind: Sendable {
    case file
    case folder
    case link
    case pipe
    case socket
    case device
  }

  /// What tells one file from all others, whatever it is called.
  struct Identity: Hashable, Sendable {
    let device: UInt64
    let number: UInt64
  }

  let kind: Kind
  let identity: Identity
  /// What its owner, its group and all others may do with it.
  let permissions: mode_t
  let owner: uid_t
  let group: gid_t

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      default: .device
      }
    identity = Identity(
      device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(truncatingIfNeeded: status.st_ino))
    permissions = status.st_mode & 0o777
    owner = status.st_uid
    group = status.st_gid
  }
}
