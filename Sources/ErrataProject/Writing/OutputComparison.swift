import ErrataDiagnostics
import ErrataOutputs

/// A comparison of a plan with the disk.
package struct OutputComparison: Sendable {
  /// A planned file, and its state on the disk.
  package struct File: Sendable {
    /// The planned file.
    package let output: OutputFile
    let destination: Destination
    let state: State
  }

  enum State: Sendable {
    case current
    case missing
    /// With enough of the existing bytes to show the first difference.
    case stale(existing: [UInt8])
  }

  /// The plan's files.
  package let files: [File]
  /// Unmodified files that were generated from the catalogue but are no longer part of the plan.
  let leftOver: [String]
  /// Such files that may have been edited.
  let edited: [String]
  /// The folders of the files.
  let folders: [String]
  private let catalogName: String

  /// Compares a plan with the disk, without changing anything.
  /// - Throws: `Failure` under `cannot-read` or `cannot-write` if a folder or file is in the way, and under
  ///   `output-collision` if two outputs are the same file.
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
          .cannotWrite, "cannot write to the folder \(path): it is \(noun)",
          hint: "use another folder, or move it away"))
    }
    switch try FileSystem.status(of: path)?.kind {
    case .folder: return
    case .file: throw failure("a file")
    case nil:
      // Only a link: another run may have created the folder since.
      if try FileSystem.status(of: path, followsLinks: false)?.kind == .link { throw failure("a broken symbolic link") }
    default: throw failure("not a folder")
    }
  }

  private static func compared(_ file: OutputFile) throws -> File {
    let destination = try Destination(of: file.path)
    func compared(_ state: State) -> File { File(output: file, destination: destination, state: state) }
    guard destination.status != nil else { return compared(.missing) }
    if try FileSystem.isEqual(destination.path, to: file.contents) { return compared(.current) }
    // The first difference is at or before the end of the planned contents.
    let limit = max(file.contents.utf8.count, GeneratedMark.searchLimit) + 4096
    return compared(.stale(existing: try FileSystem.read(destination.path, limit: limit)))
  }

  /// One diagnostic for each existing file that must not be replaced: it is handwritten, or generated from another catalogue.
  var conflicts: [Diagnostic] {
    files.compactMap { file in
      guard case .stale(let existing) = file.state else { return nil }
      // An empty file has no contents to lose, unless it is the target of a link, where it may have a purpose.
      if existing.isEmpty, !file.destination.isLinked { return nil }
      if file.output.form.mark(in: existing)?.catalogName == catalogName { return nil }
      return Diagnostic(
        .cannotWrite, "cannot replace \(file.output.path): it was not generated from this catalogue",
        hint: "move it away, or use another folder for the output")
    }
  }

  /// Whether the disk agrees with the plan.
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
      case .missing: return Diagnostic(.missingOutput, "missing generated file", at: start(path), hint: hint)
      case .stale(let existing):
        let difference = FirstDifference(existing, Array(file.output.contents.utf8))
        return Diagnostic(
          .staleOutput, "this file is out of date", at: location(difference, existing, path),
          details: difference.existing.map { "- " + $0 } + difference.expected.map { "+ " + $0 }, hint: hint)
      }
    }
    let leftOver = leftOver.map {
      Diagnostic(.leftOverOutput, "this file is no longer generated from the catalogue", at: start($0), hint: hint)
    }
    let edited = edited.map {
      Diagnostic(
        .leftOverOutput, "this file is no longer generated from the catalogue, and may have been edited", at: start($0),
        hint: "keep the parts you need, then delete it")
    }
    return differing + leftOver + edited
  }

  /// One warning for each file that is no longer generated but that `write` doesn't remove.
  package var warnings: [Diagnostic] {
    edited.map {
      Diagnostic(
        .editedOutput, "this file is no longer generated, but was not removed since it may have been edited",
        at: start($0),
        hint: "keep the parts you need, then delete it")
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
