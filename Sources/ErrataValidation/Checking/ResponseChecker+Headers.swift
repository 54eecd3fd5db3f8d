/// Checks the headers of errors.
extension ResponseChecker {
  mutating func checkHeaders(_ response: Response, _ verdict: Verdict) {
    let headers = response.headers
    let surface = catalog.surfaces[verdict.surface]
    let isJSON = surface.carrier == .json
    if isJSON, !response.body.bytes.isEmpty { checkContentType(headers.contentType, surface) }
    if response.status == 401, headers.challenges.isEmpty, surface.isOAuth || !isJSON { report(.missingChallenge) }
    if isJSON, surface.isOAuth, !headers.forbidsStoring { report(.cacheable) }
    if let value = headers.retryAfter { checkRetryAfter(value, surface, verdict) }
    for name in headers.repeated where name.standard == .retryAfter || surface.has(name) {
      report(.duplicateHeader(catalog.headerPlaces.text(of: name)))
    }
  }

  private mutating func checkContentType(_ value: Bytes?, _ surface: CompiledSurface) {
    guard let value else { return report(.contentType(nil, expected: surface.mediaType)) }
    let type = trimmed(value.slice.prefix { $0 != UInt8(ascii: ";") })
    let isExpected = surface.mediaType.map { isEqualIgnoringCase(type.span, $0) } ?? isJSON(type)
    if !isExpected { report(.contentType(value.text, expected: surface.mediaType)) }
  }

  private mutating func checkRetryAfter(_ value: Bytes, _ surface: CompiledSurface, _ verdict: Verdict) {
    let text = trimmed(value.slice)
    if !isValidRetryAfter(text, now: now) {
      report(.retryAfter(invalid: String(decoding: text, as: UTF8.self)))
    } else if let code = verdict.code?.index, surface.codes[code].isRetryable == false {
      report(.retryAfter(invalid: nil))
    }
  }
}

/// Whether a media type is one of JSON (RFC 8259, section 11; RFC 6839, section 3.1).
private func isJSON(_ mediaType: ArraySlice<UInt8>) -> Bool {
  if isEqualIgnoringCase(mediaType.span, "application/json") { return true }
  let text = lowercasedText(mediaType)
  return text.hasPrefix("application/") && text.hasSuffix("+json")
}

extension CompiledSurface {
  /// Whether a field is in the header `name`.
  fileprivate func has(_ name: ResponseHeaders.Name) -> Bool {
    places.contains {
      if case .header(let header) = $0.location { header == name.place } else { false }
    }
  }
}
