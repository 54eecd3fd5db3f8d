import Foundation
import Testing

/// Holds `text` against the file at `path` below `Tests/Fixtures`.
///
/// With `ERRATA_RECORD=1` in the environment the file is written instead. The test fails all the same, so that a recording run
/// is never taken for a passing one: look at the difference, and run again without the variable.
public func expectGolden(
  _ text: String, _ path: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  let url = Repository.fixtures.appending(path: path)
  let golden = (try? Data(contentsOf: url)).map { String(decoding: $0, as: UTF8.self) }
  if golden == text { return }
  if ProcessInfo.processInfo.environment["ERRATA_RECORD"] == "1" {
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    Issue.record("recorded Tests/Fixtures/\(path)", sourceLocation: sourceLocation)
    return
  }
  let expected = (golden ?? "").split(separator: "\n", omittingEmptySubsequences: false)
  let actual = text.split(separator: "\n", omittingEmptySubsequences: false)
  let same = zip(expected, actual).prefix { $0 == $1 }.count
  let difference =
    expected.dropFirst(same).prefix(5).map { "- " + $0 } + actual.dropFirst(same).prefix(5).map { "+ " + $0 }
  Issue.record(
    """
    Tests/Fixtures/\(path) differs from line \(same + 1) on; ERRATA_RECORD=1 records it anew:
    \(difference.joined(separator: "\n"))
    """, sourceLocation: sourceLocation)
}

/// Holds `files` against the folder at `path` below `Tests/Fixtures`: each has its golden, and no golden is without its file.
///
/// Recorded as `expectGolden(_:_:)` says; goldens that nothing makes any more are then removed.
public func expectGoldens(
  _ files: [(path: String, contents: String)], in path: String,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  #expect(!files.isEmpty, sourceLocation: sourceLocation)
  for file in files { try expectGolden(file.contents, "\(path)/\(file.path)", sourceLocation: sourceLocation) }
  let folder = Repository.fixtures.appending(path: path)
  for orphan in try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false)) {
    let url = folder.appending(path: orphan)
    if files.contains(where: { $0.path == orphan }) || url.isFolder { continue }
    Issue.record(
      "nothing makes Tests/Fixtures/\(path)/\(orphan); ERRATA_RECORD=1 removes it", sourceLocation: sourceLocation)
    if ProcessInfo.processInfo.environment["ERRATA_RECORD"] == "1" { try FileManager.default.removeItem(at: url) }
  }
}

extension URL {
  fileprivate var isFolder: Bool { (try? resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false }
}
