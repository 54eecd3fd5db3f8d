import ErrataCatalog

/// The members of bodies that mean something to a catalogue, as a tree of nodes: the root is the value of the body. It has the
/// members of all JSON surfaces, so that one pass over a body finds those of any surface.
final class MemberTree: Sendable {
  /// A step from a value into it.
  enum Step: Hashable, Sendable {
    /// To the member with a name, compared byte by byte. In a list, to the item with this index.
    case name([UInt8])
    /// To each item of a list.
    case item
  }

  struct Node: Sendable {
    /// The names of the children; the index of a name is that of its node in `children`.
    let names: NameTable
    let children: Range<Int>
    /// The children that can be in a list, by ascending index.
    let indexes: [(index: Int, node: Int)]
    /// The node of each item, if the value is read as a list; -1 if not.
    let item: Int
    /// The step from the parent, and the parent; the root is its own.
    let step: Step
    let parent: Int
  }

  static let root = 0
  /// Breadth first, so that the children of a node are adjacent.
  let nodes: [Node]
  /// Whether each node is a leaf, whose value is not searched.
  let leaves: [Bool]

  /// - Parameter paths: the paths from the root to each value that is read.
  init(_ paths: [[Step]]) {
    var nodes: [Node] = []
    var queue: [(rests: [ArraySlice<Step>], step: Step, parent: Int)] = [(paths.map { $0[...] }, .item, Self.root)]
    while nodes.count < queue.count {
      let (rests, step, parent) = queue[nodes.count]
      var groups: [Step: [ArraySlice<Step>]] = [:]
      var names: [[UInt8]] = []
      for rest in rests {
        guard let first = rest.first else { continue }
        if groups[first] == nil, case .name(let name) = first { names.append(name) }
        groups[first, default: []].append(rest.dropFirst())
      }
      let children = queue.count..<(queue.count + names.count)
      for name in names { queue.append((groups[.name(name)] ?? [], .name(name), nodes.count)) }
      let items = groups[.item]
      if let items { queue.append((items, .item, nodes.count)) }
      nodes.append(
        Node(
          names: NameTable(names), children: children,
          indexes: zip(names.map { JSONPointer.index(of: String(decoding: $0, as: UTF8.self)) }, children).compactMap {
            index, node in index.map { ($0, node) }
          }
          .sorted { $0.0 < $1.0 },
          item: items == nil ? -1 : children.upperBound, step: step, parent: parent))
    }
    self.nodes = nodes
    leaves = nodes.map { $0.children.isEmpty && $0.item < 0 }
  }

  /// The node of the member `name` of the value of `node`; -1 if it has none.
  func child(of node: Int, named name: ByteSpan) -> Int {
    let index = nodes[node].names.index(of: name)
    return index < 0 ? -1 : nodes[node].children.lowerBound + index
  }

  /// The node at `path`, which is one of those that the tree was made from.
  func node(at path: [Step]) -> Int {
    path.reduce(Self.root) { node, step in
      switch step {
      case .name(let name): nodes[node].children.lowerBound + nodes[node].names.index(of: name.span)
      case .item: nodes[node].item
      }
    }
  }

  /// Whether `node` is `ancestor` or in its value.
  func contains(_ node: Int, in ancestor: Int) -> Bool {
    var node = node
    while node > ancestor { node = nodes[node].parent }
    return node == ancestor
  }

  /// The JSON pointer (RFC 6901) to the value of `node`.
  /// - Parameter item: the index of the item that it is in, if it is in a list.
  func pointer(to node: Int, item: Int?) -> String {
    if node == Self.root { return "" }
    let start = pointer(to: nodes[node].parent, item: item)
    return switch nodes[node].step {
    case .name(let name): start + jsonPointer(to: String(decoding: name, as: UTF8.self))
    case .item: "\(start)/\(item ?? 0)"
    }
  }
}
