import ErrataDiagnostics

/// A text to write to a new file.
package struct NewFile: Sendable {
  /// The path of the file.
  package let path: String
  /// The contents, to be written as UTF-8.
  package let contents: String

  /// - Parameters:
  ///   - path: the path of the file.
  ///   - contents: the contents.
  package init(path: String, contents: String) {
    self.path = path
    self.contents = contents
  }
}

/// Requires that there is nothing at `paths`, not even a broken link.
/// - Throws: `Failure` under `cannot-write` with a diagnostic for each path that is taken.
package func requireAbsent(_ paths: [String]) throws {
  let taken = try paths.filter { path in
    do throws(SystemError) {
      return try FileSystem.status(of: path, followsLinks: false) != nil
    } catch {
      throw Failure(Diagnostic(.cannotWrite, "cannot write \(path): \(error.reason)"))
    }
  }
  if taken.isEmpty { return }
  throw Failure(
    .inputOutput,
    taken.map {
      Diagnostic(.cannotWrite, "cannot write \($0): it already exists", hint: "move it away, or name another folder")
    })
}

/// Writes new files into a folder and folders in it, which are created if need be. All are written before the first gets its name, so that
/// none is left half-written.
/// - Throws: `Failure` under `cannot-write`, also if one of them exists; then none is written.
package func writeNew(_ files: [NewFile], in folder: String) throws {
  try requireAbsent(files.map(\.path))
  do throws(SystemError) {
    try FileSystem.makeFolder(folder)
    let staging = try StagingFolder(in: folder)
    defer { staging.remove() }
    for (number, file) in files.enumerated() { try staging.write(file.contents, as: number, replacing: nil) }
    for file in files { try requireFolder(FileSystem.parentFolder(of: file.path)) }
    for (number, file) in files.enumerated() { try staging.move(number, to: file.path) }
  } catch {
    throw Failure(Diagnostic(.cannotWrite, "cannot write \(error.path): \(error.reason)"))
  }
}

/// Creates `folder` if need be. Nothing can be written into a file or a link that leads nowhere.
private func requireFolder(_ folder: String) throws(SystemError) {
  try FileSystem.makeFolder(folder)
  if try FileSystem.status(of: folder)?.kind != .folder { throw SystemError(folder, reason: "it is not a folder") }
}
