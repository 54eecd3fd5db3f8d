import ErrataCatalog

/// How a language writes the expressions that read values from a response. They call functions at the end of the generated file.
protocol ReadingSyntax: Sendable {
  /// The expression for no value.
  var none: String { get }

  /// A string literal.
  func literal(_ text: String) -> String
  /// A call of the function `name`.
  func call(_ name: String, _ arguments: [String]) -> String
  /// The member `name` of the object `object`.
  func member(_ name: String, of object: String) -> String
  /// The parameter `name` of a redirect or a challenge.
  func parameter(_ name: String) -> String
  /// `value` if it isn't JSON's null.
  func json(_ value: String) -> String
  /// `text` without what surrounds the value on the wire.
  func cut(_ text: String, until: String?, after: String?, prefix: String?) -> String
  /// The first of the values that there is.
  func first(of values: [String]) -> String
  /// The code, as the first of its places that has one.
  func code(_ places: [(value: String, prefix: String?)], of surface: Surface, isInteger: Bool) -> String
  /// Whether `value` is that of a condition; or isn't, if `isNegated`.
  func comparison(_ value: String, with condition: MemberCondition.Value, isNegated: Bool) -> String
  /// Whether all, or any, of the comparisons hold.
  func joined(_ comparisons: [String], all: Bool) -> String

  /// The property for a role or a detail.
  func property(of field: ResponseField) -> String
  /// The type of the property.
  func type(of field: ResponseField, on surface: Surface) -> String
  /// The type of the codes on the wire.
  func codeType(isInteger: Bool) -> String
}

extension ReadingSyntax {
  func call(_ name: String, _ arguments: String...) -> String { call(name, arguments) }
}
