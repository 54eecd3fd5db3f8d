import ErrataText
import ErrataYAML

/// A set of endpoints as a trie of their segments, to find out whether any of them covers another without comparing it with
/// each.
struct EndpointSet {
  private struct Node {
    var children: [ExactText: Int] = [:]
    /// Whether an endpoint ends here.
    var isEnd = false
    /// Whether an endpoint ends here with a trailing `*`.
    var hasTrailingWildcard = false
  }

  private var nodes = [Node()]

  init(_ endpoints: some Sequence<EndpointPattern>) {
    for endpoint in endpoints { add(endpoint) }
  }

  private mutating func add(_ endpoint: EndpointPattern) {
    let segments = endpoint.segments
    let endsInWildcard = segments.last == EndpointPattern.wildcard
    var index = 0
    for segment in endsInWildcard ? segments.dropLast() : segments[...] {
      if let child = nodes[index].children[segment] {
        index = child
      } else {
        nodes[index].children[segment] = nodes.count
        index = nodes.count
        nodes.append(Node())
      }
    }
    if endsInWildcard { nodes[index].hasTrailingWildcard = true } else { nodes[index].isEnd = true }
  }

  /// Whether one of the endpoints covers `endpoint`.
  /// - Parameter steps: the remaining budget; each visited node costs one. Endpoints with many `*` make the search visit many
  ///   nodes.
  /// - Returns: nil if the budget is exhausted.
  func covers(_ endpoint: EndpointPattern, steps: inout Int) -> Bool? {
    var current = [0]
    for segment in endpoint.segments {
      steps -= current.count
      if steps < 0 { return nil }
      let isEmpty = segment == EndpointPattern.emptySegment
      if !isEmpty, current.contains(where: { nodes[$0].hasTrailingWildcard }) { return true }
      var next: [Int] = []
      for index in current {
        if let child = nodes[index].children[segment] { next.append(child) }
        if !isEmpty, segment != EndpointPattern.wildcard, let child = nodes[index].children[EndpointPattern.wildcard] {
          next.append(child)
        }
      }
      if next.isEmpty { return false }
      current = next
    }
    return current.contains { nodes[$0].isEnd }
  }
}
