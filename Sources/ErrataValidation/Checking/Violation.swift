/// What is wrong with a response, with what its message needs: cheap to make, since there may be millions.
///
/// A `field` is the index of a field on the surface of the response.
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
  /// With the number of characters that came.
  case tooLong(Int, field: Int)

  /// `isEmpty`: the field of the code is there, with nothing in it.
  case missingCode(isEmpty: Bool)
  case statusMismatch
  case wrongEndpoint(path: Bytes)
  /// With the key of the surface that was expected.
  case wrongSurface(expected: String)
  case successWithError

  /// With the code that was probably meant.
  case unknownCode(nearest: String?)
  case retiredCode
  case deprecatedCode
  case extraField(JSONToken)
  /// With what the header says; nil where it is missing.
  case contentType(String?)
  /// With the first character that is not allowed; nil for half of a surrogate pair.
  case charset(Unicode.Scalar?, field: Int)
  case missingChallenge
  case cacheable
  /// With what cannot be read; nil where the code is not to be retried.
  case retryAfter(unreadable: String?)

  case missingState(field: Int)
  case fragmentResponse
  case malformedEscape(parameter: String)
  case duplicateParameter(String)

  /// What comes in place of JSON.
  enum NotJSON {
    case markup
    case plainText
    case faulty(JSONFault)
  }

  /// What is not UTF-8.
  enum NotUTF8 {
    case byte(UInt8)
    /// The whole body, which is in another encoding.
    case body(TextEncoding)
    case parameter(String)
  }

  /// The rule that it breaks.
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

/// A violation with its place in the body, in bytes.
struct LocatedViolation {
  let violation: Violation
  let offset: Int
  /// 0 where there is nothing to underline.
  let length: Int
}

/// Why a part of an input cannot be read as a response.
enum InputFault {
  case broken(String)
  /// With what has more bytes than `InputPart.sizeLimit`.
  case tooLarge(StaticString)

  /// The rule that it breaks.
  var rule: FindingRule {
    switch self {
    case .broken: .brokenInput
    case .tooLarge: .tooLarge
    }
  }
}
