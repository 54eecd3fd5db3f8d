import ErrataDiagnostics

/// Where on the disk an output's file is: at its path or, where a symbolic link is there, at what the link leads to, so that the
/// link stays.
struct Destination: Sendable {
  let path: String
  /// What is there now; nil where nothing is.
  let status: FileStatus?
  let isLinked: Bool

  /// - Throws: `Failure` under `cannot-write` where something else than a file is there.
  init(of path: String) throws {
    let status = try FileSystem.status(of: path, followsLinks: false)
    isLinked = status?.kind == .link
    guard isLinked else {
      self.path = path
      self.status = status
      if let status { try Self.requireFile(status, path) }
      return
    }
    guard let target = try FileSystem.status(of: path), let resolved = FileSystem.withoutLinks(path) else {
      throw Self.failure("\(path) is a symbolic link to nothing")
    }
    self.path = resolved
    self.status = target
    try Self.requireFile(target, path)
  }

  private static func requireFile(_ status: FileStatus, _ path: String) throws {
    switch status.kind {
    case .file: return
    case .folder: throw failure("\(path) is a folder")
    case .pipe: throw failure("\(path) is a named pipe")
    case .socket: throw failure("\(path) is a socket")
    case .device, .link: throw failure("\(path) is a device")
    }
  }

  private static func failure(_ fact: String) -> Failure {
    Failure(
      Diagnostic(
        .cannotWrite, "\(fact), and the output needs a file there",
        hint: "move it away, or give the output a folder of its own"))
  }
}
