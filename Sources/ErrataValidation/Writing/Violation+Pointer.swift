extension Violation {
  /// The JSON pointer (RFC 6901) to the violation; nil if it is outside the body.
  func pointer(_ response: CheckedResponse) -> String? {
    switch self {
    case .contentType, .missingChallenge, .cacheable, .retryAfter: nil
    case .emptyBody, .notJSON, .notUTF8(.byte), .notUTF8(.body), .byteOrderMark, .trailingContent, .tooDeep,
      .notAnObject, .missingField, .missingCode(isEmpty: false), .wrongSurface, .missingState, .fragmentResponse:
      ""
    case .statusMismatch, .wrongEndpoint, .successWithError, .unknownCode, .retiredCode, .deprecatedCode,
      .missingCode(isEmpty: true):
      response.surface.pointers[response.surface.codeField]
    case .wrongType(_, let field), .pattern(let field), .tooLong(_, let field), .charset(_, let field):
      response.surface.pointers[field]
    case .duplicateKey(let key), .extraField(let key): jsonPointer(to: key.string(response.body.slice.span))
    case .notUTF8(.parameter(let name)), .malformedEscape(let name), .duplicateParameter(let name):
      jsonPointer(to: name)
    }
  }
}

/// The JSON pointer (RFC 6901, section 3) to the member `name` of an object.
func jsonPointer(to name: String) -> String {
  guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return "/" + name }
  // By scalars: followed by a combining mark, `/` would be part of a different `Character`.
  return name.unicodeScalars.reduce(into: "/") { pointer, scalar in
    switch scalar {
    case "~": pointer += "~0"
    case "/": pointer += "~1"
    default: pointer.unicodeScalars.append(scalar)
    }
  }
}
