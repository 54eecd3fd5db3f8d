import ErrataDiagnostics

/// The path to write an output's file to: its own, or the target of a symbolic link there, so that the link is kept.
struct Destination: Sendable {
  let path: String
  /// The status of the existing file; nil if there is none.
  let status: FileStatus?
  let isLinked: Bool

  /// - Throws: `Failure` under `cannot-write` if there is something other than a file.
  init(of path: String) throws {
    let status = try FileSystem.status(of: path, followsLinks: false)
    isLinked = status?.kind == .link
    guard isLinked else {
      self.path = path
      self.status = status
      if let status { try Self.requireFile(status, path) }
      return
    }
    guard let target = try FileSystem.status(of: path), let resolved = FileSystem.resolvingLinks(path) else {
      throw Self.failure(path, "a broken symbolic link")
    }
    self.path = resolved
    self.status = target
    try Self.requireFile(target, path)
  }

  private static func requireFile(_ status: FileStatus, _ path: String) throws {
    switch status.kind {
    case .file: return
    case .folder: throw failure(path, "a folder")
    case .pipe: throw failure(path, "a named pipe")
    case .socket: throw failure(path, "a socket")
    case .device, .link: throw failure(path, "a device")
    }
  }

  private static func failure(_ path: String, _ noun: String) -> Failure {
    Failure(
      Diagnostic(
        .cannotWrite, "cannot write \(path): it is \(noun)",
        hint: "move it away, or use another folder for the output"))
  }
}
