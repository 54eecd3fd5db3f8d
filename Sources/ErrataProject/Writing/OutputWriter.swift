import ErrataDiagnostics
import ErrataOutputs

/// What a run did to the disk.
package struct WriteReport: Sendable {
  /// Files that were made or changed.
  package let written: [String]
  /// Files that were right already, and were not touched.
  package let unchanged: [String]
  /// Files that were left over from an earlier catalogue.
  package let removed: [String]
}

/// Brings the disk to what `comparison` wants.
///
/// All new files are first written whole in a folder beside their places, and then renamed: whoever reads sees the old file or
/// the new one, and a disk that fills up or a run that is interrupted leaves every old file as it was.
///
/// - Parameter isInterrupted: asked between files; true ends the run before anything is renamed.
/// - Throws: `Failure` with diagnostics under `cannot-write`, also for files that were not generated from this catalogue;
///   `CancellationError` when interrupted.
package func write(_ comparison: OutputComparison, isInterrupted: () -> Bool = { false }) throws -> WriteReport {
  let foreign = comparison.foreign
  if !foreign.isEmpty { throw Failure(.inputOutput, foreign) }
  let wanted = comparison.files.filter { !$0.isCurrent }
  let folders = Set(comparison.folders + comparison.files.map { FileSystem.parentFolder(of: $0.destination.path) })
  for folder in folders { StagingFolder.removeAbandoned(in: folder) }

  var written: [String] = []
  var staged = StagedFiles()
  defer { staged.remove() }
  do {
    for file in wanted {
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
          ? "the files that were there are as they were"
          : "these were replaced before: \(written.joined(separator: ", "))"))
  }
  return WriteReport(
    written: written, unchanged: comparison.files.filter(\.isCurrent).map(\.output.path), removed: comparison.leftOver)
}

/// Brings one Swift file of a build to `file`. Other than in a folder of the user's, what was there may come from another
/// catalogue: the build system has given the path to this target, and the target may change its mind.
///
/// The file is not touched where it is right already, and replaced by rename.
/// - Throws: `Failure` under `cannot-write`, also for a file that was not generated.
package func replaceGenerated(_ file: OutputFile) throws(Failure) {
  do {
    let destination = try Destination(of: file.path)
    if destination.status != nil {
      if try FileSystem.isEqual(destination.path, to: file.contents) { return }
      let head = try FileSystem.read(destination.path, limit: GeneratedMark.reach)
      let isOurs = file.form.mark(in: head) != nil || head.isEmpty && !destination.isLinked
      guard isOurs else {
        throw Failure(
          Diagnostic(
            .cannotWrite, "\(file.path) was not generated, and is not replaced", hint: "move it away"))
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
