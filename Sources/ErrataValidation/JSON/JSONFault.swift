/// A syntax error in JSON text. The scanner's `index` is its offset.
enum JSONFault: UInt8, Error {
  case unexpectedEnd
  case unterminatedString
  case expectedValue
  case expectedKey
  case expectedColon
  case expectedBrace
  case expectedBracket
  case controlCharacter
  case invalidEscape
  case invalidUnicodeEscape
  case invalidNumber
  case leadingZero
  case tooDeep

  /// A description in one clause.
  var description: StaticString {
    switch self {
    case .unexpectedEnd: "unexpected end of input"
    case .unterminatedString: "unterminated string"
    case .expectedValue: "expected a value"
    case .expectedKey: "expected a key in quotes"
    case .expectedColon: "expected `:` after the key"
    case .expectedBrace: "expected `,` or `}`"
    case .expectedBracket: "expected `,` or `]`"
    case .controlCharacter: "unescaped control character in a string"
    case .invalidEscape: "invalid escape in a string"
    case .invalidUnicodeEscape: "expected four hexadecimal digits after `\\u`"
    case .invalidNumber: "expected a digit"
    case .leadingZero: "leading zero in a number"
    case .tooDeep: "nested more than 512 levels deep"
    }
  }
}
