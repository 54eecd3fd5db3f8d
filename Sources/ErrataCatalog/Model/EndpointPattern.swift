import ErrataText
import ErrataYAML

/// The path of an endpoint. A `*` in it matches one segment in the middle, and one or more segments at the end.
public struct EndpointPattern: Hashable, Sendable, CustomStringConvertible {
  private let text: ExactText

  /// The pattern as written.
  public var description: String { text.description }

  /// - Parameter pattern: an absolute path.
  public init(_ pattern: String) {
    text = ExactText(pattern)
  }

  /// Compares the text of two patterns, scalar by scalar.
  public static func == (left: Self, right: Self) -> Bool {
    left.text == right.text
  }

  /// Hashes the text.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(text)
  }

  /// Whether the pattern matches `path`, which has no query. The path may also be a pattern: `/a/*` covers `/a/b/*`.
  public func covers(_ path: String) -> Bool {
    withBytes(of: path) { covers($0) }
  }

  /// Whether the pattern matches `path`, a UTF-8 path without a query.
  package func covers(_ path: Span<UInt8>) -> Bool {
    // Bytes, not characters: a slash with a combining mark after it is still a slash.
    withBytes(of: text.description) { pattern in
      var (index, pathIndex) = (0, 0)
      while index < pattern.count {
        if isWildcard(pattern, at: index) {
          let end = segmentEnd(path, from: pathIndex)
          if end == pathIndex { return false }
          if index == pattern.count - 1 { return true }
          pathIndex = end
        } else {
          guard pathIndex < path.count, path[pathIndex] == pattern[index] else { return false }
          pathIndex += 1
        }
        index += 1
      }
      return pathIndex == path.count
    }
  }

  /// Whether the byte at `index` is a segment that is `*`.
  private func isWildcard(_ pattern: Span<UInt8>, at index: Int) -> Bool {
    func isSlash(_ index: Int) -> Bool { pattern[index] == UInt8(ascii: "/") }
    return pattern[index] == UInt8(ascii: "*") && (index == 0 || isSlash(index - 1))
      && (index == pattern.count - 1 || isSlash(index + 1))
  }

  /// The parts between the slashes; the first one is empty.
  var segments: [ExactText] {
    description.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { ExactText(String(Substring($0))) }
  }

  static let wildcard = ExactText("*")
  static let emptySegment = ExactText("")
}

/// The end of the segment of `path` that begins at `start`.
private func segmentEnd(_ path: Span<UInt8>, from start: Int) -> Int {
  var index = start
  while index < path.count, path[index] != UInt8(ascii: "/") { index += 1 }
  return index
}
