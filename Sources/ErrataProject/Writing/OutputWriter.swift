import ErrataDiagnostics
import ErrataOutputs

/// The changes that a run made on the disk.
package struct WriteReport: Sendable {
  /// Files that were created or replaced.
  package let written: [String]
  /// Files that were up to date and not touched.
  package let unchanged: [String]
  /// Files that are no longer generated.
  package let removed: [String]
}

/// Writes and removes files until the disk agrees with the plan.
///
/// All new files are first written to a staging folder next to their destinations, and then renamed: readers see either the old or
/// the new file, and a full disk or an interrupted run leaves all existing files unchanged.
///
/// - Parameter isInterrupted: called between files; true ends the run before anything is renamed.
/// - Throws: `Failure` with diagnostics under `cannot-write`, also for files that were not generated from this catalogue;
///   `CancellationError` if interrupted.
package func write(_ comparison: OutputComparison, isInterrupted: () -> Bool = { false }) throws -> WriteReport {
  let conflicts = comparison.conflicts
  if !conflicts.isEmpty { throw Failure(.inputOutput, conflicts) }
  let outdated = comparison.files.filter { !$0.isCurrent }
  let folders = Set(comparison.folders + comparison.files.map { FileSystem.parentFolder(of: $0.destination.path) })
  for folder in folders { StagingFolder.removeAbandoned(in: folder) }

  var written: [String] = []
  var staged = StagedFiles()
  defer { staged.remove() }
  do {
    for file in outdated {
      if isInterrupted() { throw CancellationError() }
      try staged.add(file.output, for: file.destination)
    }
    if isInterrupted() { throw CancellationError() }
    try staged.moveAll { written.append($0) }
    for path in comparison.leftOver { try FileSystem.remove(path) }
  } catch let error as SystemError {
    throw Failure(
      Diagnostic(
        .cannotWrite, "cannot write \(error.path): \(error.reason)",
        hint: written.isEmpty
          ? "existing files were left unchanged"
          : "these files were already replaced: \(written.joined(separator: ", "))"))
  }
  return WriteReport(
    written: written, unchanged: comparison.files.filter(\.isCurrent).map(\.output.path), removed: comparison.leftOver)
}

/// Writes one generated Swift file of a build. Unlike in a user's folder, the existing file may be from another catalogue: the build
/// system has assigned the path to this target, which may have switched to another catalogue.
///
/// A file that is up to date is not touched; otherwise it is replaced by renaming.
/// - Throws: `Failure` under `cannot-write`, also for a file that was not generated.
package func replaceGenerated(_ file: OutputFile) throws(Failure) {
  do {
    let destination = try Destination(of: file.path)
    if destination.status != nil {
      if try FileSystem.isEqual(destination.path, to: file.contents) { return }
      let head = try FileSystem.read(destination.path, limit: GeneratedMark.searchLimit)
      let isGenerated = file.form.mark(in: head) != nil || head.isEmpty && !destination.isLinked
      guard isGenerated else {
        throw Failure(
          Diagnostic(
            .cannotWrite, "cannot replace \(file.path): it was not generated", hint: "move it away"))
      }
    }
    StagingFolder.removeAbandoned(in: FileSystem.parentFolder(of: destination.path))
    var staged = StagedFiles()
    defer { staged.remove() }
    try staged.add(file, for: destination)
    try staged.moveAll()
  } catch let error as SystemError {
    throw Failure(Diagnostic(.cannotWrite, "cannot write \(error.path): \(error.reason)"))
  } catch let error as Failure {
    throw error
  } catch {
    preconditionFailure("no other error is thrown above: \(error)")
  }
}
