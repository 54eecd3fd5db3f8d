/// What the headers of an error say.
extension Judge {
  mutating func judgeHeaders(_ headers: Answer.Headers, _ answer: Answer, _ verdict: Verdict) {
    let surface = catalog.surfaces[verdict.surface]
    if answer.body?.isEmpty == false { judgeContentType(headers.contentType) }
    if surface.isOAuth {
      if answer.status == 401, headers.wwwAuthenticate == nil { report(.missingChallenge, .answer) }
      if !(headers.cacheControl.map { hasDirective("no-store", in: $0) } ?? false) { report(.cacheable, .answer) }
    }
    if let value = headers.retryAfter { judgeRetryAfter(value, surface, verdict) }
  }

  private mutating func judgeContentType(_ value: ByteView?) {
    guard let value else { return report(.contentType, .answer) }
    let parts = value.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { lowercased($0) }
    let type = parts[0]
    let isJSON = type == "application/json" || (type.hasPrefix("application/") && type.hasSuffix("+json"))
    let charset = parts.dropFirst().first { $0.hasPrefix("charset=") }
    let isUTF8 = charset.map { ["charset=utf-8", "charset=\"utf-8\""].contains($0) } ?? true
    if !isJSON || !isUTF8 { report(.contentType, .answer, .text(String(decoding: value, as: UTF8.self))) }
  }

  private mutating func judgeRetryAfter(_ value: ByteView, _ surface: CompiledSurface, _ verdict: Verdict) {
    let text = trimmed(value[...])
    if !isRetryAfter(text) {
      report(.retryAfter, .answer, .text(String(decoding: text, as: UTF8.self)))
    } else if let code = verdict.code, surface.codes[code].isRetryable == false {
      report(.retryAfter, .answer)
    }
  }

  private func hasDirective(_ directive: String, in value: ByteView) -> Bool {
    value.split(separator: UInt8(ascii: ",")).contains { lowercased($0) == directive }
  }

  private func lowercased(_ text: Slice<ByteView>) -> String {
    String(decoding: trimmed(text), as: UTF8.self).lowercased()
  }

  private func trimmed(_ text: Slice<ByteView>) -> Slice<ByteView> {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    let start = text.drop(while: isSpace)
    return start.prefix(start.lastIndex { !isSpace($0) }.map { $0 - start.startIndex + 1 } ?? 0)
  }
}
