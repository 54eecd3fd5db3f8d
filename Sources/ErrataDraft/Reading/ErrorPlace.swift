import ErrataCatalog

/// Where a value of an error is in a response.
enum ErrorPlace: Hashable, Sendable {
  /// A member, from the root of the body.
  case body(JSONPointer)
  /// A member, from the item of the list of errors.
  case item(JSONPointer)
  /// A header, by its name in lower case.
  case header(String)
  /// A parameter of a redirect or a challenge.
  case parameter(String)

  /// The names that lead to it, from the outside in.
  var names: [String] {
    switch self {
    case .body(let pointer), .item(let pointer): pointer.tokens
    case .header(let name), .parameter(let name): [name]
    }
  }

  /// The place with each name in the form of `plainName`.
  var plain: ErrorPlace {
    switch self {
    case .body(let pointer): .body(JSONPointer(tokens: pointer.tokens.map(plainName)))
    case .item(let pointer): .item(JSONPointer(tokens: pointer.tokens.map(plainName)))
    case .header(let name): .header(plainName(name))
    case .parameter(let name): .parameter(plainName(name))
    }
  }
}
