import ErrataText
import ErrataYAML

/// A set of endpoints as a trie of their segments, to find out whether any of them covers another without comparing it with
/// each.
package struct EndpointSet {
  private struct Node {
    var children: [ExactText: Int] = [:]
    /// The methods of the endpoints that end here.
    var methods = MethodSet()
    /// The methods of those that end here with a trailing `*`.
    var wildcardMethods = MethodSet()
  }

  private var nodes = [Node()]

  /// - Parameter endpoints: the endpoints of a surface or of an error.
  package init(_ endpoints: some Sequence<Endpoint>) {
    for endpoint in endpoints { add(endpoint) }
  }

  private mutating func add(_ endpoint: Endpoint) {
    let segments = endpoint.path.segments
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
    if endsInWildcard {
      nodes[index].wildcardMethods.insert(endpoint.method)
    } else {
      nodes[index].methods.insert(endpoint.method)
    }
  }

  /// Whether one of the endpoints covers `endpoint`: it is for each path and each method that `endpoint` is for.
  /// - Parameter steps: the remaining budget; each visited node costs one. Endpoints with many `*` make the search visit many
  ///   nodes.
  /// - Returns: nil if the budget is exhausted.
  package func covers(_ endpoint: Endpoint, steps: inout Int) -> Bool? {
    covers(endpoint.path, steps: &steps) { $0.covers(endpoint.method) }
  }

  /// Whether one of the endpoints is for each path and any of the methods that `endpoint` is for.
  /// - Parameter steps: as for `covers`.
  /// - Returns: nil if the budget is exhausted.
  func meets(_ endpoint: Endpoint, steps: inout Int) -> Bool? {
    covers(endpoint.path, steps: &steps) { $0.meets(endpoint.method) }
  }

  /// Whether one of the paths with the right methods covers `path`.
  private func covers(_ path: EndpointPattern, steps: inout Int, _ areRight: (MethodSet) -> Bool) -> Bool? {
    var current = [0]
    for segment in path.segments {
      steps -= current.count
      if steps < 0 { return nil }
      let isEmpty = segment == EndpointPattern.emptySegment
      if !isEmpty, current.contains(where: { areRight(nodes[$0].wildcardMethods) }) { return true }
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
    return current.contains { areRight(nodes[$0].methods) }
  }
}

/// The methods of the endpoints with one path.
private struct MethodSet {
  private var hasAny = false
  private var names: Set<String> = []

  /// - Parameter method: nil for any.
  mutating func insert(_ method: String?) {
    if let method { names.insert(method) } else { hasAny = true }
  }

  /// Whether one of the endpoints is for `method`, or for any method if it is nil.
  func covers(_ method: String?) -> Bool {
    guard !hasAny, let method else { return hasAny }
    // An endpoint for GET is also one for HEAD.
    return names.contains(method) || (method == "HEAD" && names.contains("GET"))
  }

  /// Whether one of the endpoints is for some of the requests with `method`, or with any method if it is nil.
  func meets(_ method: String?) -> Bool {
    guard let method else { return hasAny || !names.isEmpty }
    return covers(method) || (method == "GET" && names.contains("HEAD"))
  }
}
