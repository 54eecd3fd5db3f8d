import ErrataCatalog

/// A member that a body or an item of a list must have, with its value.
struct CompiledCondition: Sendable {
  private enum Value: Sendable {
    case text([UInt8])
    case number(Double)
    case boolean(Bool)
  }

  private let node: Int
  private let value: Value

  /// - Parameter node: the node of the member.
  init(_ condition: MemberCondition, node: Int) {
    self.node = node
    value =
      switch condition.value {
      case .text(let text): .text(Array(text.utf8))
      case .number(let number): .number(number)
      case .boolean(let boolean): .boolean(boolean)
      }
  }

  /// Whether `members` has the member with this value. Numbers are compared by value, and texts byte by byte.
  func holds(_ members: borrowing BodyMembers, _ body: ByteSpan) -> Bool {
    let member = members[node]
    guard member.isPresent else { return false }
    switch (value, member.kind) {
    case (.text(let text), .string):
      let value = member.value.unescaped(body)
      return value == text
    case (.number(let number), .number): return member.value.number(body) == number
    case (.boolean(let boolean), .boolean): return body[member.value.start] == UInt8(ascii: boolean ? "t" : "f")
    default: return false
    }
  }
}
