import ErrataText
import ErrataYAML

/// Many endpoints, in a form that finds out whether one of them covers another without comparing it with each: a tree of their
/// segments.
struct EndpointSet {
  private struct Node {
    var children: [ExactText: Int] = [:]
    /// Whether an endpoint ends here.
    var isEnd = false
    /// Whether an endpoint goes on with a last `*`.
    var isOpen = false
  }

  private var nodes = [Node()]

  init(_ endpoints: some Sequence<EndpointPattern>) {
    for endpoint in endpoints { add(endpoint) }
  }

  private mutating func add(_ endpoint: EndpointPattern) {
    let segments = endpoint.segments
    let isOpen = segments.last == EndpointPattern.wildcard
    var index = 0
    for segment in isOpen ? segments.dropLast() : segments[...] {
      if let child = nodes[index].children[segment] {
        index = child
      } else {
        nodes[index].children[segment] = nodes.count
        index = nodes.count
        nodes.append(Node())
      }
    }
    if isOpen { nodes[index].isOpen = true } else { nodes[index].isEnd = true }
  }

  /// Whether one of the endpoints means all that `endpoint` means.
  /// - Parameter steps: what the search may take; each part of the tree that it comes to takes one. Endpoints with `*` in many
  ///   places make it come to many.
  /// - Returns: nil where `steps` ran out.
  func covers(_ endpoint: EndpointPattern, steps: inout Int) -> Bool? {
    var reached = [0]
    for segment in endpoint.segments {
      steps -= reached.count
      if steps < 0 { return nil }
      let isEmpty = segment == EndpointPattern.nothing
      if !isEmpty, reached.contains(where: { nodes[$0].isOpen }) { return true }
      var next: [Int] = []
      for index in reached {
        if let child = nodes[index].children[segment] { next.append(child) }
        if !isEmpty, segment != EndpointPattern.wildcard, let child = nodes[index].children[EndpointPattern.wildcard] {
          next.append(child)
        }
      }
      if next.isEmpty { return false }
      reached = next
    }
    return reached.contains { nodes[$0].isEnd }
  }
}
