/// What keeps a text from being JSON. The scanner's index says where.
enum JSONFault: UInt8, Error {
  case unexpectedEnd
  case unterminatedString
  case expectedValue
  case expectedKey
  case expectedColon
  case expectedBrace
  case expectedBracket
  case controlCharacter
  case badEscape
  case badUnicodeEscape
  case badNumber
  case leadingZero
  case tooDeep

  /// In one clause.
  var description: StaticString {
    switch self {
    case .unexpectedEnd: "it ends before its end"
    case .unterminatedString: "it ends inside a string"
    case .expectedValue: "a value must stand here"
    case .expectedKey: "a key in quotes must stand here"
    case .expectedColon: "`:` must follow the key"
    case .expectedBrace: "`,` or `}` must stand here"
    case .expectedBracket: "`,` or `]` must stand here"
    case .controlCharacter: "a control character in a string must be escaped"
    case .badEscape: "a string has an escape that JSON does not have"
    case .badUnicodeEscape: "four hexadecimal digits must follow `\\u`"
    case .badNumber: "a digit must stand here"
    case .leadingZero: "a number must not begin with a zero"
    case .tooDeep: "it is nested deeper than 512 levels"
    }
  }
}
