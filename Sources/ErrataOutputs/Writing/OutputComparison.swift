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
  private let catalogName: String

  /// Reads what is on the disk, and changes nothing.
  /// - Throws: `OutputFailure` under `cannot-read` or `cannot-write` when a folder or file is in the way, and under
  ///   `output-collision` when two folders are one.
  public init(_ plan: OutputPlan) throws(OutputFailure) {
    catalogName = plan.catalogName
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

  /// Files beside the plan's, of the same kinds, that were generated from the same catalogue. What cannot be read is not ours.
  private static func leftOver(_ plan: OutputPlan) throws -> [String] {
    let planned = Set(plan.files.map { identity(of: $0.path) })
    if planned.count < plan.files.count {
      throw OutputFailure(
        Diagnostic(
          .outputCollision, "two outputs go to one folder under two names, and would write one file",
          hint: "give each output a folder of its own"))
    }
    var leftOver: [String: String] = [:]
    for folder in plan.folders where try FileSystem.kind(of: folder) == .folder {
      let kinds = Set(
        plan.files.filter { FileSystem.parentFolder(of: $0.path) == FileSystem.parentFolder(of: joined(folder, "x")) }
          .map { kind(of: $0.path) })
      for name in try FileSystem.names(in: folder) where !name.hasPrefix(".") && kinds.contains(kind(of: name)) {
        let path = joined(folder, name)
        let identity = identity(of: path)
        guard !planned.contains(identity), (try? FileSystem.kind(of: path)) == .file,
          let head = try? FileSystem.read(path, limit: GeneratedMark.reach),
          GeneratedMark.isIn(String(decoding: head, as: UTF8.self), name: plan.catalogName)
        else { continue }
        leftOver[identity] = path
      }
    }
    return leftOver.values.sorted()
  }

  /// A name that is the same for all paths to one place: its folder without links, and the file in it.
  private static func identity(of path: String) -> String {
    let folder = FileSystem.parentFolder(of: path)
    return joined(FileSystem.withoutLinks(folder) ?? folder, String(path.split(separator: "/").last ?? ""))
  }

  /// The ending that tells what a file is: `swift`, `md`, `schema.json`.
  private static func kind(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return name.hasSuffix(".schema.json") ? "schema.json" : String(name.split(separator: ".").last ?? "")
  }

  /// One diagnostic for each file in the way that somebody wrote, or that was generated from another catalogue: it is not
  /// ours to replace.
  var foreign: [Diagnostic] {
    files.compactMap { file, state in
      guard case .stale(let existing) = state else { return nil }
      let head = String(decoding: existing.utf8.prefix(GeneratedMark.reach), as: UTF8.self)
      // An empty file holds nothing that could be lost.
      if existing.isEmpty || GeneratedMark.isIn(head, name: catalogName) { return nil }
      return Diagnostic(
        .cannotWrite, "\(file.path) was not generated from this catalogue, and is not replaced",
        hint: "move it away, or give the output a folder of its own")
    }
  }

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
  // Bytes, not characters: CR LF is one character, and no line feed.
  func split(_ text: String) -> [Substring] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Substring($0) }
  }
  let (left, right) = (split(existing), split(expected))
  let same = zip(left, right).prefix { $0 == $1 }.count
  let differing = zip(left.dropFirst(same), right.dropFirst(same)).prefix { $0 != $1 }.count
  let isToTheEnd = same + differing == min(left.count, right.count)
  func lines(_ lines: [Substring]) -> [String] {
    lines.dropFirst(same).prefix(isToTheEnd ? 3 : min(differing, 3)).map(String.init)
  }
  return (same + 1, lines(left), lines(right))
}
