/// Checks the headers of errors.
extension ResponseChecker {
  mutating func checkHeaders(_ response: Response, _ verdict: Verdict) {
    let headers = response.headers
    let surface = catalog.surfaces[verdict.surface]
    if !response.body.bytes.isEmpty { checkContentType(headers.contentType) }
    if surface.isOAuth {
      if response.status == 401, !headers.hasChallenge { report(.missingChallenge) }
      if !headers.forbidsStoring { report(.cacheable) }
    }
    if let value = headers.retryAfter { checkRetryAfter(value, surface, verdict) }
  }

  private mutating func checkContentType(_ value: Bytes?) {
    guard let value else { return report(.contentType(nil)) }
    let parts = value.slice.split(separator: UInt8(ascii: ";"), maxSplits: 16, omittingEmptySubsequences: false)
      .map { lowercasedText(trimmed($0)) }
    let type = parts[0]
    let isJSON = type == "application/json" || (type.hasPrefix("application/") && type.hasSuffix("+json"))
    let charset = parts.dropFirst().first { $0.hasPrefix("charset=") }
    let isUTF8 = charset.map { ["charset=utf-8", "charset=\"utf-8\""].contains($0) } ?? true
    if !isJSON || !isUTF8 { report(.contentType(value.text)) }
  }

  private mutating func checkRetryAfter(_ value: Bytes, _ surface: CompiledSurface, _ verdict: Verdict) {
    let text = trimmed(value.slice)
    if !isValidRetryAfter(text) {
      report(.retryAfter(invalid: String(decoding: text, as: UTF8.self)))
    } else if let code = verdict.code, surface.codes[code].isRetryable == false {
      report(.retryAfter(invalid: nil))
    }
  }
}
