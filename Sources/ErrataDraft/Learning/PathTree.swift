import ErrataCatalog

/// The paths of requests, with `*` for the segments that vary, in bounded memory.
struct PathTree {
  private struct Node {
    var children: [String: Node] = [:]
    /// How many paths end here.
    var count = 0
    /// Whether its children have been joined into `*`.
    var isJoined = false
  }

  private var root = Node()
  private var nodeCount = 0

  /// A segment with more values than these is `*`.
  private static let branchLimit = 32
  /// What follows these segments is `*`.
  private static let depthLimit = 12
  /// Once there are this many different beginnings of paths, new segments are `*`.
  private static let nodeLimit = 4_096

  /// Adds a path that begins with `/`.
  mutating func add(_ path: String) {
    // Bytes, not characters: a slash with a combining mark after it is still a slash.
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst()
    let segments = parts.map(Substring.init).map { isIdentifier($0) ? "*" : String($0) }
    let isLong = segments.count > Self.depthLimit
    add(isLong ? segments.prefix(Self.depthLimit) + ["*"] : segments[...], 1)
  }

  /// Adds all paths of `other`.
  mutating func add(_ other: PathTree) {
    for (segments, count) in other.endpoints { add(segments[...], count) }
  }

  /// The segments of each path, in order, and how often it came.
  var endpoints: [(segments: [String], count: Int)] {
    var result: [(segments: [String], count: Int)] = []
    func collect(_ node: Node, _ segments: [String]) {
      if node.count > 0 { result.append((segments, node.count)) }
      for (segment, child) in node.children.sorted(by: { $0.key < $1.key }) { collect(child, segments + [segment]) }
    }
    collect(root, [])
    return result
  }

  private mutating func add(_ segments: ArraySlice<String>, _ count: Int) {
    Self.add(segments, count, to: &root, &nodeCount)
  }

  private static func add(_ segments: ArraySlice<String>, _ count: Int, to node: inout Node, _ nodeCount: inout Int) {
    guard let segment = segments.first else {
      node.count += count
      return
    }
    let isJoined = node.isJoined || nodeCount >= nodeLimit && node.children[segment] == nil
    // `*` does not match an empty segment.
    let name = isJoined && !segment.isEmpty ? "*" : segment
    if node.children[name] == nil { nodeCount += 1 }
    add(segments.dropFirst(), count, to: &node.children[name, default: Node()], &nodeCount)
    if node.children.count > branchLimit { collapse(&node) }
  }

  /// Joins all children into `*`.
  private static func collapse(_ node: inout Node) {
    var joined = Node()
    for (segment, child) in node.children where !segment.isEmpty { join(child, into: &joined) }
    node.children = node.children.filter { $0.key.isEmpty }
    node.children["*"] = joined
    node.isJoined = true
  }

  private static func join(_ other: Node, into node: inout Node) {
    node.count += other.count
    for (segment, child) in other.children { join(child, into: &node.children[segment, default: Node()]) }
    if node.children.count > branchLimit { collapse(&node) }
  }
}
