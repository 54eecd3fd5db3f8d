import Foundation
import Testing

/// `text` with the one line that begins with `start`, apart from its indentation, replaced by lines with the same indentation.
public func replacingLine(
  beginningWith start: String, in text: String, with replacement: String,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws -> String {
  var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  let matching = lines.indices.filter { lines[$0].drop { $0 == " " }.hasPrefix(start) }
  try #require(matching.count == 1, "one line begins with \(start)", sourceLocation: sourceLocation)
  let margin = lines[matching[0]].prefix { $0 == " " }
  lines[matching[0]] = replacement.split(separator: "\n").map { margin + $0 }.joined(separator: "\n")
  return lines.joined(separator: "\n")
}
