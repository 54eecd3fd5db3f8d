/// A path that may hold `*`: in the middle it stands for one segment, at the end for one or more.
public struct EndpointPattern: Hashable, Sendable, CustomStringConvertible {
  /// The pattern as it was written.
  public let description: String
  private let segments: [Substring]

  /// - Parameter pattern: a path from its first slash.
  public init(_ pattern: String) {
    description = pattern
    segments = pattern.split(separator: "/", omittingEmptySubsequences: false)
  }

  /// Whether `path`, a path without a query, is one of the endpoints that the pattern means. A pattern counts as a path too,
  /// so that `/a/*` covers `/a/b/*`.
  public func covers(_ path: String) -> Bool {
    covers(EndpointPattern(path))
  }

  /// Whether all that `other` means is meant by the pattern too.
  func covers(_ other: EndpointPattern) -> Bool {
    let parts = other.segments
    let endsOpen = segments.last == "*"
    guard endsOpen ? parts.count >= segments.count : parts.count == segments.count else { return false }
    return zip(segments, parts).allSatisfy { $0 == "*" ? !$1.isEmpty : $0 == $1 }
  }
}
