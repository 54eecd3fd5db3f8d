import Foundation
import Testing

/// Compares `text` with the golden file at `path` in `Tests/Fixtures`.
///
/// With `ERRATA_RECORD=1` in the environment, a golden that differs is rewritten. The test still fails, so that a recording run
/// isn't mistaken for a passing one: check the diff, then run again without the variable.
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
    Tests/Fixtures/\(path) differs from line \(same + 1) on; ERRATA_RECORD=1 rewrites it:
    \(difference.joined(separator: "\n"))
    """, sourceLocation: sourceLocation)
}

/// Compares `files` with the golden files in the folder at `path` in `Tests/Fixtures`. A golden without a file also fails.
///
/// With `ERRATA_RECORD=1`, goldens without a file are removed. See `expectGolden(_:_:)`.
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
      "no output for Tests/Fixtures/\(path)/\(orphan); ERRATA_RECORD=1 removes it", sourceLocation: sourceLocation)
    if ProcessInfo.processInfo.environment["ERRATA_RECORD"] == "1" { try FileManager.default.removeItem(at: url) }
  }
}

extension URL {
  fileprivate var isFolder: Bool { (try? resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false }
}
