/// Which members of an exchange have its parts, since every gateway names them differently.
public struct ExchangeFields: Sendable {
  /// A part of an exchange. The raw value is the name of the member that has it by default.
  public enum Role: String, Sendable, CaseIterable {
    /// The method of the request.
    case method
    /// The path or the URL of the request.
    case path
    /// The URL of a redirect; that of the request if there is a body but no path.
    case url
    /// The status of the response, as a number or as text.
    case status
    /// The headers of the response.
    case headers
    /// The body of the response: text or JSON.
    case body
    /// The body of the response in Base64.
    case base64Body = "body_base64"
    /// When the request was made.
    case time
    /// The identifier of the request.
    case requestID = "request_id"
  }

  /// A set of members that contradicts itself.
  public struct Conflict: Error {
    /// What is wrong, in one clause.
    public let message: String
  }

  /// A member that is read, or an object that leads to one that is.
  fileprivate struct Node {
    let name: [UInt8]
    /// nil for an object that is only on the way to a member.
    var role: Role?
    var children: [Node] = []
  }

  /// The members of an object that are read, or lead to one that is.
  struct Members: Sendable {
    /// A member of the object.
    enum Member: Sendable {
      case part(Role)
      /// An object that is only on the way to a part.
      case object(Members)
    }

    private let names: NameTable
    private let members: [Member]

    fileprivate init(_ nodes: [Node]) {
      names = NameTable(nodes.map(\.name))
      members = nodes.map { node in node.role.map { .part($0) } ?? .object(Members(node.children)) }
    }

    /// The member with a key.
    @inline(__always)
    func member(_ key: JSONToken, _ bytes: ByteSpan) -> Member? {
      let index =
        key.hasEscapes
        ? names.index(of: key.unescaped(bytes).span) : names.index(of: bytes.extracting(key.range))
      return index < 0 ? nil : members[index]
    }
  }

  /// The members on the first level of an exchange.
  let members: Members
  private let names: [Role: String]

  /// The default names.
  public init() {
    names = [:]
    members = Members(Role.allCases.map { Node(name: Array($0.rawValue.utf8), role: $0) })
  }

  /// - Parameter names: by role, the name of a member, or a path of names separated by dots, such as `response.status`. The other
  ///   roles have their default names, unless another role takes the name.
  /// - Throws: `Conflict` if two roles have the same member, or one has a member of the other.
  public init(_ names: [Role: String]) throws(Conflict) {
    self.names = names
    var root = Node(name: [])
    for role in Role.allCases {
      guard let name = names[role] else { continue }
      try root.add(name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)[...], role, name)
      // Some loggers write nested names as they are.
      if name.contains(".") { try root.add([name], role, name) }
    }
    for role in Role.allCases where names[role] == nil {
      let isTaken = root.children.contains { $0.name == Array(role.rawValue.utf8) }
      if !isTaken { try root.add([role.rawValue], role, role.rawValue) }
    }
    members = Members(root.children)
  }

  /// The name of the member with `role`, for messages.
  func name(of role: Role) -> String { names[role] ?? role.rawValue }
}

extension ExchangeFields.Node {
  fileprivate mutating func add(
    _ path: ArraySlice<String>, _ role: ExchangeFields.Role, _ name: String
  ) throws(ExchangeFields.Conflict) {
    guard let first = path.first, !first.isEmpty else {
      throw ExchangeFields.Conflict(message: "`\(name)` is not a path of names separated by dots")
    }
    let index: Int
    if let found = children.firstIndex(where: { $0.name == Array(first.utf8) }) {
      index = found
      if children[index].role != nil || path.count == 1 {
        throw ExchangeFields.Conflict(message: "`\(name)` is read more than once")
      }
    } else {
      index = children.count
      children.append(Self(name: Array(first.utf8)))
    }
    if path.count == 1 { children[index].role = role } else { try children[index].add(path.dropFirst(), role, name) }
  }
}
