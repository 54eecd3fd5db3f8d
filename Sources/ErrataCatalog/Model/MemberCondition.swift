/// A member that an object must have, and its value.
public struct MemberCondition: Sendable {
  /// The value of the member.
  public enum Value: Hashable, Sendable {
    case text(String)
    case number(Double)
    case boolean(Bool)
  }

  /// The name of the member.
  public let name: String
  /// Its value: numbers are compared by value, text scalar by scalar.
  public let value: Value
}
