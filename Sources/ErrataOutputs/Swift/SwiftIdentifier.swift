import ErrataCatalog

/// A Swift identifier, with backticks where they are needed.
struct SwiftIdentifier: Sendable {
  /// Without backticks, as in an attribute's string.
  let name: String
  /// In a declaration, in which keywords need backticks.
  let declared: String
  /// After a dot, where only `self` and `init` need backticks.
  let member: String

  /// - Parameter name: a lowerCamelCase identifier.
  init(_ name: String) {
    self.name = name
    declared = Self.keywords.contains(name) ? "`\(name)`" : name
    member = ["self", "init"].contains(name) ? "`\(name)`" : name
  }

  init(_ error: ErrorEntry) {
    self.init(caseName(for: error.name ?? error.code) ?? error.code)
  }

  init(_ category: ErrataCatalog.Category) {
    self.init(caseName(for: category.key) ?? category.key)
  }

  init(detail: ResponseField) {
    self.init(caseName(for: detail.key) ?? detail.key)
  }

  init(_ recovery: Recovery) {
    self.init(caseName(for: recovery.rawValue) ?? recovery.rawValue)
  }

  /// The reserved words in lower case of "The Swift Programming Language", "Lexical Structure".
  private static let keywords: Set<String> = [
    "actor", "as", "associatedtype", "async", "await", "break", "case", "catch", "class", "continue", "default",
    "defer",
    "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if",
    "import", "in", "init", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private",
    "protocol",
    "public", "repeat", "rethrows", "return", "self", "static", "struct", "subscript", "super", "switch", "throw",
    "throws", "true", "try", "typealias", "var", "where", "while",
  ]
}
