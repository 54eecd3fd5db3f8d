import ErrataDiagnostics
import ErrataOutputs

/// How a plan and the disk differ.
package struct OutputComparison: Sendable {
  /// A file that is wanted, and how it is on the disk.
  package struct File: Sendable {
    /// What is wanted.
    package let output: OutputFile
    let destination: Destination
    let state: State
  }

  enum State: Sendable {
    case current
    case missing
    /// With what is there instead, as far as it takes to show the difference.
    case stale(existing: [UInt8])
  }

  /// The plan's files.
  package let files: [File]
  /// Files that were generated from the catalogue once, are as they were then, and would not be made now.
  let leftOver: [String]
  /// Such files that may have been edited since.
  let edited: [String]
  /// The folders that the files go to.
  let folders: [String]
  private let catalogName: String

  /// Reads what is on the disk, and changes nothing.
  /// - Throws: `Failure` under `cannot-read` or `cannot-write` when a folder or file is in the way, and under
  ///   `output-collision` when two outputs are one file.
  package init(_ plan: OutputPlan) throws(Failure) {
    catalogName = plan.catalogName
    folders = plan.folders
    do {
      for folder in plan.folders { try Self.requireFolder(folder) }
      files = try plan.files.map(Self.compared)
      let leftOver = try LeftOverFiles(files, of: plan)
      self.leftOver = leftOver.unchanged
      edited = leftOver.edited
    } catch let error as SystemError {
      throw Failure(Diagnostic(.cannotRead, "cannot read \(error.path): \(error.reason)"))
    } catch let error as Failure {
      throw error
    } catch {
      preconditionFailure("no other error is thrown above: \(error)")
    }
  }

  private static func requireFolder(_ path: String) throws {
    func failure(_ noun: String) -> Failure {
      Failure(
        Diagnostic(
          .cannotWrite, "\(path) is \(noun), and the output needs a folder there",
          hint: "name another folder, or move it away"))
    }
    switch try FileSystem.status(of: path)?.kind {
    case .folder: return
    case .file: throw failure("a file")
    case nil:
      if try FileSystem.status(of: path, followsLinks: false) != nil { throw failure("a symbolic link to nothing") }
    default: throw failure("not a folder")
    }
  }

  private static func compared(_ file: OutputFile) throws -> File {
    let destination = try Destination(of: file.path)
    func compared(_ state: State) -> File { File(output: file, destination: destination, state: state) }
    guard destination.status != nil else { return compared(.missing) }
    if try FileSystem.isEqual(destination.path, to: file.contents) { return compared(.current) }
    // What differs begins before the end of what is wanted.
    let limit = max(file.contents.utf8.count, GeneratedMark.reach) + 4096
    return compared(.stale(existing: try FileSystem.read(destination.path, limit: limit)))
  }

  /// One diagnostic for each file in the way that somebody wrote, or that was generated from another catalogue: it is not
  /// ours to replace.
  var foreign: [Diagnostic] {
    files.compactMap { file in
      guard case .stale(let existing) = file.state else { return nil }
      // An empty file holds nothing that could be lost, unless it is somewhere else and means something there.
      if existing.isEmpty, !file.destination.isLinked { return nil }
      if file.output.form.mark(in: existing)?.catalogName == catalogName { return nil }
      return Diagnostic(
        .cannotWrite, "\(file.output.path) was not generated from this catalogue, and is not replaced",
        hint: "move it away, or give the output a folder of its own")
    }
  }

  /// Whether there is nothing to write and nothing to remove.
  package var isCurrent: Bool {
    leftOver.isEmpty && edited.isEmpty && files.allSatisfy(\.isCurrent)
  }

  /// One diagnostic for each file that is missing, stale or left over, with the first lines that differ.
  package var diagnostics: [Diagnostic] {
    let hint = "run the same command without `--check`"
    let differing = files.compactMap { file -> Diagnostic? in
      let path = file.output.path
      switch file.state {
      case .current: return nil
      case .missing: return Diagnostic(.missingOutput, "this file is missing", at: start(path), hint: hint)
      case .stale(let existing):
        let difference = FirstDifference(existing, Array(file.output.contents.utf8))
        return Diagnostic(
          .staleOutput, "this file is not what the catalogue makes now", at: location(difference, existing, path),
          details: difference.existing.map { "- " + $0 } + difference.expected.map { "+ " + $0 }, hint: hint)
      }
    }
    let leftOver = leftOver.map {
      Diagnostic(.leftOverOutput, "this file is left over: the catalogue no longer makes it", at: start($0), hint: hint)
    }
    let edited = edited.map {
      Diagnostic(
        .leftOverOutput, "this file is left over, and may have been edited", at: start($0),
        hint: "keep what you need of it, and remove it yourself")
    }
    return differing + leftOver + edited
  }

  /// One warning for each file that `write` leaves although the catalogue no longer makes it.
  package var warnings: [Diagnostic] {
    edited.map {
      Diagnostic(
        .editedOutput, "this file is left over, but may have been edited, and is not removed", at: start($0),
        hint: "keep what you need of it, and remove it yourself")
    }
  }
}

extension OutputComparison.File {
  var isCurrent: Bool {
    if case .current = state { true } else { false }
  }
}

private func start(_ path: String) -> SourceLocation {
  SourceLocation(file: SourceFile(path: path, bytes: []), start: .start)
}

private func location(_ difference: FirstDifference, _ text: [UInt8], _ path: String) -> SourceLocation {
  let line = text.split(separator: UInt8(ascii: "\n"), maxSplits: difference.line, omittingEmptySubsequences: false)
  let number = UInt32(difference.line)
  return SourceLocation(
    file: SourceFile(path: path, line: Array(line[difference.line - 1]), number: number),
    start: SourcePosition(line: number, column: UInt32(difference.column)))
}
