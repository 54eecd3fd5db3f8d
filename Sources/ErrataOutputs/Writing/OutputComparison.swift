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

  /// Reads what is on the disk, and changes nothing.
  /// - Throws: a `Diagnostic` under `cannot-read` or `cannot-write` when a folder or file is in the way.
  public init(_ plan: OutputPlan) throws(OutputFailure) {
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
        let head = String(decoding: try FileSystem.read(path, limit: 1024), as: UTF8.self)
        if head.contains(plan.mark) { leftOver.append(path) }
      }
    }
    return leftOver
  }

  /// Whether there is nothing to write and nothing to remove.
  public var isCurrent: Bool {
    leftOver.isEmpty
      && files.allSatisfy { if case .current = $0.state { true } else { false } }
  }

  /// One diagnostic for each file that is missing, stale or left over, with the first lines that differ.
  public var diagnostics: [Diagnostic] {
    let hint = "run `errata generate`"
    let differing = files.compactMap { file, state -> Diagnostic? in
      switch state {
      case .current: return nil
      case .missing: return Diagnostic(.missingOutput, "\(file.path) is missing", hint: hint)
      case .stale(let existing):
        let difference = firstDifference(existing, file.contents)
        let source = SourceFile(path: file.path, bytes: Array(existing.utf8))
        return Diagnostic(
          .staleOutput, "\(file.path) is stale",
          at: SourceLocation(file: source, start: SourcePosition(line: UInt32(difference.line), column: 1)),
          details: difference.existing.map { "- " + $0 } + difference.expected.map { "+ " + $0 }, hint: hint)
      }
    }
    return differing
      + leftOver.map {
        Diagnostic(.leftOverOutput, "\($0) is left over: the catalogue no longer makes it", hint: hint)
      }
  }
}

/// The first line in which two texts differ, counted from one, and up to three lines of each from there.
func firstDifference(
  _ existing: String, _ expected: String
) -> (line: Int, existing: [String], expected: [String]) {
  let left = existing.split(separator: "\n", omittingEmptySubsequences: false)
  let right = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let same = zip(left, right).prefix { $0 == $1 }.count
  func lines(_ lines: [Substring]) -> [String] { lines.dropFirst(same).prefix(3).map(String.init) }
  return (same + 1, lines(left), lines(right))
}
