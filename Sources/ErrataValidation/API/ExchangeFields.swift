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
    /// The part whose member cannot be read.
    public let role: Role
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
  /// - Throws: the first of `conflicts(in:)`.
  public init(_ names: [Role: String]) throws(Conflict) {
    self.names = names
    let (root, conflicts) = Self.root(names)
    if let conflict = conflicts.first { throw conflict }
    members = Members(root.children)
  }

  /// What is wrong with `names`: two roles have the same member, one has a member of the other, or a name is not a path.
  public static func conflicts(in names: [Role: String]) -> [Conflict] { root(names).conflicts }

  private static func root(_ names: [Role: String]) -> (root: Node, conflicts: [Conflict]) {
    var root = Node(name: [])
    var conflicts: [Conflict] = []
    for role in Role.allCases {
      guard let name = names[role] else { continue }
      let path = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      if path.contains("") {
        conflicts.append(Conflict(role: role, message: "`\(name)` is not a path of names separated by dots"))
      } else if !root.add(path[...], role) {
        conflicts.append(Conflict(role: role, message: "`\(name)` is read more than once"))
      } else if path.count > 1 {
        // Some loggers write nested names as they are.
        _ = root.add([name], role)
      }
    }
    // Another role can have the default name.
    for role in Role.allCases where names[role] == nil { _ = root.add([role.rawValue], role) }
    return (root, conflicts)
  }

  /// The name of the member with `role`, for messages.
  func name(of role: Role) -> String { names[role] ?? role.rawValue }
}

extension ExchangeFields.Node {
  /// Adds the member at `path`.
  /// - Returns: false if it, or an object around it, is read already.
  fileprivate mutating func add(_ path: ArraySlice<String>, _ role: ExchangeFields.Role) -> Bool {
    guard let first = path.first else { return false }
    let name = Array(first.utf8)
    guard let index = children.firstIndex(where: { $0.name == name }) else {
      var child = Self(name: name)
      if path.count == 1 { child.role = role } else { _ = child.add(path.dropFirst(), role) }
      children.append(child)
      return true
    }
    return children[index].role == nil && path.count > 1 && children[index].add(path.dropFirst(), role)
  }
}
