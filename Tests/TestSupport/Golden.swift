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
