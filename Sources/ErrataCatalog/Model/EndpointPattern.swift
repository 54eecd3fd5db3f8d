import ErrataText
import ErrataYAML

/// A path that may hold `*`: in the middle it stands for one segment, at the end for one or more.
public struct EndpointPattern: Hashable, Sendable, CustomStringConvertible {
  private let text: ExactText
  /// What stands between the slashes; the first one is empty.
  let segments: [ExactText]

  /// The pattern as it was written.
  public var description: String { text.description }

  /// - Parameter pattern: a path from its first slash.
  public init(_ pattern: String) {
    text = ExactText(pattern)
    // Bytes, not characters: a slash with a combining mark after it is still a slash.
    segments = pattern.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { ExactText(String(Substring($0))) }
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
    let parts = EndpointPattern(path).segments
    let endsOpen = segments.last == Self.wildcard
    guard endsOpen ? parts.count >= segments.count : parts.count == segments.count else { return false }
    return zip(segments, parts).allSatisfy { $0 == Self.wildcard ? $1 != Self.nothing : $0 == $1 }
  }

  static let wildcard = ExactText("*")
  static let nothing = ExactText("")
}
