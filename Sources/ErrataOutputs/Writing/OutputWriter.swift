import ErrataDiagnostics
import Foundation

/// What a run did to the disk.
public struct WriteReport: Sendable {
  /// Files that were made or changed.
  public let written: [String]
  /// Files that were right already, and were not touched.
  public let unchanged: [String]
  /// Files that were left over from an earlier catalogue.
  public let removed: [String]
}

/// Brings the disk to what `comparison` wants.
///
/// All new files are first written whole under other names beside their places, and then renamed: whoever reads sees the old
/// file or the new one, and a disk that fills up or a run that is interrupted leaves every old file as it was.
///
/// - Parameter isInterrupted: asked between files; true ends the run before anything is renamed.
/// - Throws: `OutputFailure` with diagnostics under `cannot-write`, also for files that were not generated from this catalogue;
///   `CancellationError` when interrupted.
public func write(_ comparison: OutputComparison, isInterrupted: () -> Bool = { false }) throws -> WriteReport {
  let foreign = comparison.foreign
  if !foreign.isEmpty { throw OutputFailure(foreign) }
  var written: [String] = []
  var pending: [(temporary: String, path: String)] = []
  defer { for file in pending { unlink(file.temporary) } }
  do {
    var unchanged: [String] = []
    for (file, state) in comparison.files {
      if case .current = state {
        unchanged.append(file.path)
        continue
      }
      if isInterrupted() { throw CancellationError() }
      let folder = FileSystem.parentFolder(of: file.path)
      try FileSystem.makeFolder(folder)
      removeAbandonedFiles(in: folder)
      let temporary = temporaryPath(for: file.path)
      try FileSystem.create(temporary, file.contents)
      pending.append((temporary, file.path))
    }
    if isInterrupted() { throw CancellationError() }

    while let file = pending.first {
      try FileSystem.rename(file.temporary, to: file.path)
      pending.removeFirst()
      written.append(file.path)
    }
    for path in comparison.leftOver { try FileSystem.remove(path) }
    return WriteReport(written: written, unchanged: unchanged, removed: comparison.leftOver)
  } catch let error as SystemError {
    throw OutputFailure(
      Diagnostic(
        .cannotWrite, "cannot write \(realPath(of: error.path)): \(error.reason)",
        hint: written.isEmpty
          ? "the files that were there are as they were"
          : "these were replaced before: \(written.joined(separator: ", "))"))
  }
}

/// Brings one Swift file of a build to `file`. Other than in a folder of the user's, what stood there may come from another
/// catalogue: the build system has given the path to this target, and the target may change its mind.
///
/// The file is not touched where it is right already, and replaced by rename.
/// - Throws: `OutputFailure` under `cannot-write`, also for a file that was not generated.
public func replaceGenerated(_ file: OutputFile) throws(OutputFailure) {
  do {
    if try FileSystem.kind(of: file.path) != .missing {
      if try FileSystem.isEqual(file.path, to: file.contents) { return }
      let head = String(decoding: try FileSystem.read(file.path, limit: GeneratedMark.reach), as: UTF8.self)
      guard head.isEmpty || GeneratedMark.isInSwift(head) else {
        throw OutputFailure(
          Diagnostic(
            .cannotWrite, "\(file.path) was not generated, and is not replaced", hint: "move it away"))
      }
    }
    let folder = FileSystem.parentFolder(of: file.path)
    try FileSystem.makeFolder(folder)
    removeAbandonedFiles(in: folder)
    let temporary = temporaryPath(for: file.path)
    try FileSystem.create(temporary, file.contents)
    defer { unlink(temporary) }
    try FileSystem.rename(temporary, to: file.path)
  } catch let error as SystemError {
    throw OutputFailure(Diagnostic(.cannotWrite, "cannot write \(realPath(of: error.path)): \(error.reason)"))
  } catch let error as OutputFailure {
    throw error
  } catch {
    preconditionFailure("no other error is thrown above: \(error)")
  }
}

private let temporarySuffix = ".errata-tmp"

/// A name beside `path` that no other run uses: `.Name.swift.PID.errata-tmp`.
private func temporaryPath(for path: String) -> String {
  let folder = FileSystem.parentFolder(of: path)
  let name = path.split(separator: "/").last ?? ""
  return joined(folder, ".\(name).\(getpid())\(temporarySuffix)")
}

/// The path that a temporary file stands for; any other path as it is.
private func realPath(of path: String) -> String {
  guard path.hasSuffix(temporarySuffix), let name = path.split(separator: "/").last else { return path }
  let parts = name.dropFirst().dropLast(temporarySuffix.count).split(separator: ".").dropLast()
  return joined(FileSystem.parentFolder(of: path), parts.joined(separator: "."))
}

/// Removes the temporary files of runs that were killed.
private func removeAbandonedFiles(in folder: String) {
  for name in (try? FileSystem.names(in: folder)) ?? [] where name.hasPrefix(".") && name.hasSuffix(temporarySuffix) {
    let process = name.dropLast(temporarySuffix.count).split(separator: ".").last.flatMap { pid_t($0) }
    if let process, process != getpid(), kill(process, 0) != 0, errno == ESRCH { unlink(joined(folder, name)) }
  }
}
