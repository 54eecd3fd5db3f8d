/// A violation of a rule, with what its message needs. It is cheap to create, since there may be millions.
///
/// A `field` is the index of a field on the response's surface, and an `item` an index in its list of errors.
enum Violation {
  case emptyBody
  case notJSON(NotJSON)
  case notUTF8(NotUTF8)
  case byteOrderMark
  case trailingContent
  case tooDeep

  case notAnObject(JSONKind)
  case itemNotAnObject(JSONKind, item: Int)
  case notAList(JSONKind)
  case duplicateKey(MemberKey)
  case missingField(field: Int, item: Int?)
  case wrongType(JSONKind, FieldSite)
  case pattern(field: Int, FieldSite)
  /// With the number of characters.
  case tooLong(Int, field: Int, FieldSite)

  case missingCode(item: Int?)
  /// A field of the code that has no code in it, such as an empty one.
  case emptyCode(FieldSite)
  /// With the status that the code does not have.
  case statusMismatch(NamedCode, found: Int)
  /// With a copy of the status that is not that of the response.
  case statusCopyMismatch(Int, FieldSite)
  // Indirect, since it would make every violation larger.
  indirect case wrongEndpoint(NamedCode, EndpointMismatch)
  /// With the key of the expected surface.
  case wrongSurface(expected: String)
  case successWithError(NamedCode, found: Int)

  /// With the nearest documented code.
  case unknownCode(NamedCode, nearest: String?)
  case retiredCode(NamedCode)
  case deprecatedCode(NamedCode)
  case extraField(MemberKey)
  /// With the value of the header; nil if it is missing. The expected type is nil for any JSON.
  case contentType(String?, expected: String?)
  /// With the first character that is not allowed; nil for an unpaired surrogate.
  case charset(Unicode.Scalar?, FieldSite)
  case missingChallenge
  case malformedChallenge
  case cacheable
  /// With the value of the header; nil if the value is valid but the code is not retryable.
  case retryAfter(invalid: String?)
  case negativeDelay(FieldSite)
  case duplicateHeader(String)

  case missingState(field: Int)
  case fragmentResponse
  case malformedEscape(parameter: String)
  case duplicateParameter(String)

  /// A key of an object in the body.
  struct MemberKey {
    let token: JSONToken
    /// The node of the object.
    let object: Int
    let item: Int?
  }

  /// A request that is for none of the endpoints of a code.
  struct EndpointMismatch {
    let path: Bytes
    /// The method, if the code is documented for other methods with the path.
    let method: Bytes?
  }

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
    case .notAnObject, .itemNotAnObject: .notAnObject
    case .duplicateKey: .duplicateKey
    case .missingField: .missingField
    case .wrongType, .notAList: .wrongType
    case .pattern: .pattern
    case .tooLong: .tooLong
    case .missingCode, .emptyCode: .missingCode
    case .statusMismatch, .statusCopyMismatch: .statusMismatch
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
    case .malformedChallenge: .malformedChallenge
    case .cacheable: .cacheable
    case .retryAfter, .negativeDelay: .retryAfter
    case .duplicateHeader: .duplicateHeader
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
  /// With what was found instead.
  case otherFormat(Format)

  /// What a line can be.
  enum Format {
    case body
    case exchange
    case recording
  }

  /// The rule that is violated.
  var rule: FindingRule {
    switch self {
    case .broken: .brokenInput
    case .tooLarge: .tooLarge
    case .otherFormat: .inputFormat
    }
  }
}
