import ErrataText
import ErrataYAML

/// A path that may hold `*`: in the middle it stands for one segment, at the end for one or more.
public struct EndpointPattern: Hashable, Sendable, CustomStringConvertible {
  private let text: ExactText

  /// The pattern as it was written.
  public var description: String { text.description }

  /// - Parameter pattern: a path from its first slash.
  public init(_ pattern: String) {
    text = ExactText(pattern)
  }

  /// Two patterns are equal when they are written alike.
  public static func == (left: Self, right: Self) -> Bool {
    left.text == right.text
  }

  /// Equal patterns have equal hashes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(text)
  }

  /// Whether `path`, a path without a query, is one of the endpoints that the pattern means. A pattern counts as a path too,
  /// so that `/a/*` covers `/a/b/*`.
  public func covers(_ path: String) -> Bool {
    withBytes(of: path) { covers($0) }
  }

  /// Whether `path`, a path without a query in UTF-8, is one of the endpoints that the pattern means.
  package func covers(_ path: Span<UInt8>) -> Bool {
    // Bytes, not characters: a slash with a combining mark after it is still a slash.
    withBytes(of: text.description) { pattern in
      var (start, pathStart) = (0, 0)
      while true {
        let end = segmentEnd(pattern, from: start)
        let pathEnd = segmentEnd(path, from: pathStart)
        let isLast = end == pattern.count
        if end - start == 1, pattern[start] == UInt8(ascii: "*") {
          if pathEnd == pathStart { return false }
          if isLast { return true }
        } else {
          guard end - start == pathEnd - pathStart else { return false }
          for offset in 0..<(end - start) where pattern[start + offset] != path[pathStart + offset] { return false }
        }
        if isLast || pathEnd == path.count { return isLast && pathEnd == path.count }
        (start, pathStart) = (end + 1, pathEnd + 1)
      }
    }
  }

  /// What is between the slashes; the first one is empty.
  var segments: [ExactText] {
    description.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { ExactText(String(Substring($0))) }
  }

  static let wildcard = ExactText("*")
  static let nothing = ExactText("")
}

/// The end of the segment of `path` that begins at `start`.
private func segmentEnd(_ path: Span<UInt8>, from start: Int) -> Int {
  var index = start
  while index < path.count, path[index] != UInt8(ascii: "/") { index += 1 }
  return index
}
