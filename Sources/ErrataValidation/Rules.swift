import ErrataDiagnostics

/// What a response is held to. The raw value is the rule's place among all rules.
public enum FindingRule: Int, Sendable, CaseIterable {
  case brokenInput
  case tooLarge

  case emptyBody
  case notJSON
  case notUTF8
  case byteOrderMark
  case trailingContent
  case tooDeep

  case notAnObject
  case duplicateKey
  case missingField
  case wrongType
  case pattern
  case tooLong

  case missingCode
  case statusMismatch
  case wrongEndpoint
  case wrongSurface
  case successWithError

  case unknownCode
  case retiredCode
  case deprecatedCode
  case extraField
  case contentType
  case charset
  case missingChallenge
  case cacheable
  case retryAfter

  case missingState
  case fragmentResponse
  case malformedEscape
  case duplicateParameter

  /// The name that users see and that scripts may rely on: lowercase words joined with hyphens.
  public var name: String { literalName.description }

  /// The rule with `name`.
  public init?(name: String) {
    guard let rule = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = rule
  }

  /// The name, without making a string.
  var literalName: StaticString {
    switch self {
    case .brokenInput: "broken-input"
    case .tooLarge: "too-large"
    case .emptyBody: "empty-body"
    case .notJSON: "not-json"
    case .notUTF8: "not-utf8"
    case .byteOrderMark: "byte-order-mark"
    case .trailingContent: "trailing-content"
    case .tooDeep: "too-deep"
    case .notAnObject: "not-an-object"
    case .duplicateKey: "duplicate-key"
    case .missingField: "missing-field"
    case .wrongType: "wrong-type"
    case .pattern: "pattern"
    case .tooLong: "too-long"
    case .missingCode: "missing-code"
    case .statusMismatch: "status-mismatch"
    case .wrongEndpoint: "wrong-endpoint"
    case .wrongSurface: "wrong-surface"
    case .successWithError: "success-with-error"
    case .unknownCode: "unknown-code"
    case .retiredCode: "retired-code"
    case .deprecatedCode: "deprecated-code"
    case .extraField: "extra-field"
    case .contentType: "content-type"
    case .charset: "charset"
    case .missingChallenge: "missing-challenge"
    case .cacheable: "cacheable"
    case .retryAfter: "retry-after"
    case .missingState: "missing-state"
    case .fragmentResponse: "fragment-response"
    case .malformedEscape: "malformed-escape"
    case .duplicateParameter: "duplicate-parameter"
    }
  }

  /// How much a finding of this rule weighs.
  /// - Parameter strict: whether a code that the catalogue does not have is an error and not a warning.
  public func severity(strict: Bool) -> Severity {
    switch self {
    case .unknownCode, .retiredCode: strict ? .error : .warning
    case .deprecatedCode, .extraField, .contentType, .charset, .missingChallenge, .cacheable, .retryAfter,
      .missingState, .fragmentResponse:
      .warning
    default: .error
    }
  }

  /// What the rule finds, in one sentence, for the table of rules.
  public var summary: String {
    switch self {
    case .brokenInput: "A line, entry or recording cannot be read as what it should be."
    case .tooLarge: "A line or an entry of a recording has more than 8 MiB: it is not judged."
    case .emptyBody: "The body is empty."
    case .notJSON: "The body is not JSON (RFC 8259)."
    case .notUTF8: "The bytes are not UTF-8 (RFC 8259, section 8.1)."
    case .byteOrderMark: "The body begins with a byte order mark (RFC 8259, section 8.1)."
    case .trailingContent: "Something follows after the JSON value."
    case .tooDeep: "Objects and arrays are nested deeper than 128 levels."
    case .notAnObject: "The body is JSON, but not an object."
    case .duplicateKey: "A key stands twice in the body's object."
    case .missingField: "A field that every answer of the surface has is not there."
    case .wrongType: "A field is not text."
    case .pattern: "A field does not match its `pattern`."
    case .tooLong: "A field has more characters than its `max_length`."
    case .missingCode: "The answer names no error code."
    case .statusMismatch: "The status is not one that the code documents."
    case .wrongEndpoint: "The code is limited to other endpoints."
    case .wrongSurface: "The answer has the form of another surface, such as an OAuth error on a CSC endpoint."
    case .successWithError: "An error comes with a status of success (2xx)."
    case .unknownCode: "The catalogue does not have the code; an error with `--strict`."
    case .retiredCode: "The code is retired; an error with `--strict`."
    case .deprecatedCode: "The code is deprecated."
    case .extraField: "The body has a field that the catalogue does not name."
    case .contentType: "The `Content-Type` is missing, or is not JSON."
    case .charset:
      "A field has characters that RFC 6749 (appendix A) does not allow in it, or half of a surrogate pair."
    case .missingChallenge: "A 401 of an OAuth surface has no `WWW-Authenticate` (RFC 9110, section 15.5.2)."
    case .cacheable: "An answer of an OAuth surface has no `Cache-Control: no-store` (RFC 6749, section 5.1)."
    case .retryAfter:
      "`Retry-After` is neither seconds nor an HTTP date, or comes with a code that is not to be retried."
    case .missingState: "A redirect has no `state`."
    case .fragmentResponse: "The parameters of a redirect stand in its fragment."
    case .malformedEscape: "A `%` in a redirect begins no escape."
    case .duplicateParameter: "A parameter of a redirect stands twice (RFC 6749, section 3.1)."
    }
  }
}

extension Rule {
  /// The rules that responses are held to, for the table in the documentation.
  public static let validationRules = FindingRule.allCases.map {
    Rule($0.name, $0.severity(strict: false), $0.summary)
  }
}
