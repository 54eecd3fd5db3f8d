import ErrataCatalog

extension Violation {
  /// The JSON pointer (RFC 6901) to the violation; nil if it is outside the body.
  func pointer(_ response: CheckedResponse) -> String? {
    switch self {
    case .contentType, .missingChallenge, .malformedChallenge, .cacheable, .retryAfter, .duplicateHeader: nil
    case .emptyBody, .notJSON, .notUTF8(.byte), .notUTF8(.body), .byteOrderMark, .trailingContent, .tooDeep,
      .notAnObject, .wrongSurface, .missingState, .fragmentResponse:
      ""
    case .missingField(_, let item), .missingCode(let item): response.pointer(toItem: item)
    case .itemNotAnObject(_, let item): response.pointer(toItem: item)
    case .notAList: response.tree.pointer(to: response.surface.list?.node ?? MemberTree.root, item: nil)
    case .statusMismatch(let code, _), .wrongEndpoint(let code, _), .successWithError(let code, _),
      .unknownCode(let code, _), .retiredCode(let code), .deprecatedCode(let code):
      response.pointer(to: code.site)
    case .wrongType(_, let site), .pattern(_, let site), .tooLong(_, _, let site), .charset(_, let site),
      .emptyCode(let site), .statusCopyMismatch(_, let site), .negativeDelay(let site):
      response.pointer(to: site)
    case .duplicateKey(let key), .extraField(let key):
      response.tree.pointer(to: key.object, item: key.item)
        + jsonPointer(to: key.token.string(response.body.slice.span))
    case .notUTF8(.parameter(let name)), .malformedEscape(let name), .duplicateParameter(let name):
      jsonPointer(to: name)
    }
  }
}

extension CheckedResponse {
  /// The pointer to an item of the list of errors; without one, to the whole body.
  fileprivate func pointer(toItem item: Int?) -> String {
    guard let item, let list = surface.list else { return "" }
    return tree.pointer(to: list.item, item: item)
  }

  /// The pointer to a place; nil for a header.
  fileprivate func pointer(to site: FieldSite) -> String? {
    switch surface.places[site.place].location {
    case .member(let node): tree.pointer(to: node, item: site.item)
    case .parameter: jsonPointer(to: surface.placeNames[site.place])
    case .header: nil
    }
  }
}

/// The JSON pointer to the member `name` of an object.
func jsonPointer(to name: String) -> String { JSONPointer(tokens: [name]).description }
