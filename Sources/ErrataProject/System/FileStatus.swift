import Foundation

/// The kind, identity, size and permissions of a file.
struct FileStatus: Sendable {
  enum Kind: Sendable {
    case file
    case folder
    case link
    case pipe
    case socket
    case device
  }

  /// Identifies a file independently of its names.
  struct Identity: Hashable, Sendable {
    let device: UInt64
    let number: UInt64
  }

  let kind: Kind
  let identity: Identity
  /// In bytes.
  let size: Int
  /// The permission bits of owner, group and others.
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
    size = Int(status.st_size)
    permissions = status.st_mode & 0o777
    owner = status.st_uid
    group = status.st_gid
  }
}
