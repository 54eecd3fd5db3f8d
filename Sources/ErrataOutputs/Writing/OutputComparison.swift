import ErrataDiagnostics

/// How a plan and the disk differ.
public struct OutputComparison: Sendable {
  /// How a file that is wanted stands on the disk.
  public enum State: Sendable {
    case current
    case missing
    /// With what is there instead.
    case stale(existing: String)
  }

  /// The plan's files and how each stands.
  public let files: [(file: OutputFile, state: State)]
  /// Files that were generated from the catalogue once and would not be now.
  public let leftOver: [String]
  /// What every file that was generated from the catalogue has near its start.
  private let mark: String

  /// Reads what is on the disk, and changes nothing.
  /// - Throws: a `Diagnostic` under `cannot-read` or `cannot-write` when a folder or file is in the way.
  public init(_ plan: OutputPlan) throws(OutputFailure) {
    mark = plan.mark
    do {
      for folder in plan.folders {
        let kind = try FileSystem.kind(of: folder)
        if kind == .file || kind == .other {
          throw OutputFailure(
            Diagnostic(
              .cannotWrite, "\(folder) is a file, and the output needs a folder there",
              hint: "name another folder, or move the file away"))
        }
      }
      files = try plan.files.map { file throws in (file, try Self.state(of: file)) }
      leftOver = try Self.leftOver(plan)
    } catch let error as SystemError {
      throw OutputFailure(Diagnostic(.cannotRead, "cannot read \(error.path): \(error.reason)"))
    } catch let error as OutputFailure {
      throw error
    } catch {
      preconditionFailure("no other error is thrown above: \(error)")
    }
  }

  private static func state(of file: OutputFile) throws -> State {
    switch try FileSystem.kind(of: file.path) {
    case .missing: return .missing
    case .file: break
    case .folder, .other:
      throw OutputFailure(
        Diagnostic(
          .cannotWrite, "\(file.path) is not a file, and a file is to be written there", hint: "move it away"))
    }
    if try FileSystem.isEqual(file.path, to: file.contents) { return .current }
    return .stale(existing: String(decoding: try FileSystem.read(file.path), as: UTF8.self))
  }

  private static func leftOver(_ plan: OutputPlan) throws -> [String] {
    let planned = Set(plan.files.map(\.path))
    var leftOver: [String] = []
    for folder in plan.folders where try FileSystem.kind(of: folder) == .folder {
      for name in try FileSystem.names(in: folder) {
        let path = joined(folder, name)
        guard !name.hasPrefix("."), !planned.contains(path), try FileSystem.kind(of: path) == .file else { continue }
        let head = String(decoding: try FileSystem.read(path, limit: Self.markedBytes), as: UTF8.self)
        if head.contains(plan.mark) { leftOver.append(path) }
      }
    }
    return leftOver
  }

  /// One diagnostic for each file in the way that somebody wrote, or that was generated from another catalogue: it is not
  /// ours to replace.
  var foreign: [Diagnostic] {
    files.compactMap { file, state in
      guard case .stale(let existing) = state else { return nil }
      let head = String(decoding: existing.utf8.prefix(Self.markedBytes), as: UTF8.self)
      // An empty file holds nothing that could be lost.
      if existing.isEmpty || head.contains(mark) { return nil }
      return Diagnostic(
        .cannotWrite, "\(file.path) was not generated from this catalogue, and is not replaced",
        hint: "move it away, or give the output a folder of its own")
    }
  }

  /// How far into a file its mark may be.
  private static let markedBytes = 1024

  /// Whether there is nothing to write and nothing to remove.
  public var isCurrent: Bool {
    leftOver.isEmpty
      && files.allSatisfy { if case .current = $0.state { true } else { false } }
  }

  /// One diagnostic for each file that is missing, stale or left over, with the first lines that differ.
  public var diagnostics: [Diagnostic] {
    let hint = "run the same command without `--check`"
    func start(_ path: String) -> SourceLocation {
      SourceLocation(file: SourceFile(path: path, bytes: []), start: .start)
    }
    let differing = files.compactMap { file, state -> Diagnostic? in
      switch state {
      case .current: return nil
      case .missing: return Diagnostic(.missingOutput, "this file is missing", at: start(file.path), hint: hint)
      case .stale(let existing):
        let difference = firstDifference(existing, file.contents)
        let source = SourceFile(path: file.path, bytes: Array(existing.utf8))
        return Diagnostic(
          .staleOutput, "this file is not what the catalogue makes now",
          at: SourceLocation(file: source, start: SourcePosition(line: UInt32(difference.line), column: 1)),
          details: difference.existing.map { "- " + $0 } + difference.expected.map { "+ " + $0 }, hint: hint)
      }
    }
    return differing
      + leftOver.map {
        Diagnostic(
          .leftOverOutput, "this file is left over: the catalogue no longer makes it", at: start($0), hint: hint)
      }
  }
}

/// The first line in which two texts differ, counted from one, and up to three lines of each from there, until they are equal
/// again.
func firstDifference(
  _ existing: String, _ expected: String
) -> (line: Int, existing: [String], expected: [String]) {
  let left = existing.split(separator: "\n", omittingEmptySubsequences: false)
  let right = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let same = zip(left, right).prefix { $0 == $1 }.count
  let differing = zip(left.dropFirst(same), right.dropFirst(same)).prefix { $0 != $1 }.count
  let isToTheEnd = same + differing == min(left.count, right.count)
  func lines(_ lines: [Substring]) -> [String] {
    lines.dropFirst(same).prefix(isToTheEnd ? 3 : min(differing, 3)).map(String.init)
  }
  return (same + 1, lines(left), lines(right))
}
