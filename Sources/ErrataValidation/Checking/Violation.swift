/// A violation of a rule, with what its message needs. It is cheap to create, since there may be millions.
///
/// A `field` is the index of a field on the response's surface.
enum Violation {
  case emptyBody
  case notJSON(NotJSON)
  case notUTF8(NotUTF8)
  case byteOrderMark
  case trailingContent
  case tooDeep

  case notAnObject(JSONKind)
  case duplicateKey(JSONToken)
  case missingField(field: Int)
  case wrongType(JSONKind, field: Int)
  case pattern(field: Int)
  /// With the number of characters.
  case tooLong(Int, field: Int)

  /// `isEmpty`: whether the field of the code is present but empty.
  case missingCode(isEmpty: Bool)
  case statusMismatch
  case wrongEndpoint(path: Bytes)
  /// With the key of the expected surface.
  case wrongSurface(expected: String)
  case successWithError

  /// With the nearest documented code.
  case unknownCode(nearest: String?)
  case retiredCode
  case deprecatedCode
  case extraField(JSONToken)
  /// With the value of the header; nil if it is missing.
  case contentType(String?)
  /// With the first character that is not allowed; nil for an unpaired surrogate.
  case charset(Unicode.Scalar?, field: Int)
  case missingChallenge
  case cacheable
  /// With the value of the header; nil if the value is valid but the code is not retryable.
  case retryAfter(invalid: String?)

  case missingState(field: Int)
  case fragmentResponse
  case malformedEscape(parameter: String)
  case duplicateParameter(String)

  /// What the body is instead of JSON.
  enum NotJSON {
    case markup
    case plainText
    case invalid(JSONFault)
  }

  /// What is not UTF-8.
  enum NotUTF8 {
    case byte(UInt8)
    /// The whole body, with its encoding.
    case body(TextEncoding)
    case parameter(String)
  }

  /// The rule that is violated.
  var rule: FindingRule {
    switch self {
    case .emptyBody: .emptyBody
    case .notJSON: .notJSON
    case .notUTF8: .notUTF8
    case .byteOrderMark: .byteOrderMark
    case .trailingContent: .trailingContent
    case .tooDeep: .tooDeep
    case .notAnObject: .notAnObject
    case .duplicateKey: .duplicateKey
    case .missingField: .missingField
    case .wrongType: .wrongType
    case .pattern: .pattern
    case .tooLong: .tooLong
    case .missingCode: .missingCode
    case .statusMismatch: .statusMismatch
    case .wrongEndpoint: .wrongEndpoint
    case .wrongSurface: .wrongSurface
    case .successWithError: .successWithError
    case .unknownCode: .unknownCode
    case .retiredCode: .retiredCode
    case .deprecatedCode: .deprecatedCode
    case .extraField: .extraField
    case .contentType: .contentType
    case .charset: .charset
    case .missingChallenge: .missingChallenge
    case .cacheable: .cacheable
    case .retryAfter: .retryAfter
    case .missingState: .missingState
    case .fragmentResponse: .fragmentResponse
    case .malformedEscape: .malformedEscape
    case .duplicateParameter: .duplicateParameter
    }
  }
}

/// A violation with its range in the body, in bytes.
struct LocatedViolation {
  let violation: Violation
  let offset: Int
  /// 0 if there is nothing to underline.
  let length: Int
}

/// The reason why a part of an input cannot be read as a response.
enum InputFault {
  case broken(String)
  /// With the name of what is larger than `InputPart.sizeLimit`.
  case tooLarge(StaticString)

  /// The rule that is violated.
  var rule: FindingRule {
    switch self {
    case .broken: .brokenInput
    case .tooLarge: .tooLarge
    }
  }
}
