/// What the headers of an error say.
extension Judge {
  mutating func judgeHeaders(_ headers: AnswerHeaders, _ answer: Answer, _ verdict: Verdict) {
    let surface = catalog.surfaces[verdict.surface]
    if answer.body?.isEmpty == false { judgeContentType(headers.contentType) }
    if surface.isOAuth {
      if answer.status == 401, !headers.hasChallenge { report(.missingChallenge, .answer) }
      if !headers.forbidsStoring { report(.cacheable, .answer) }
    }
    if let value = headers.retryAfter { judgeRetryAfter(value, surface, verdict) }
  }

  private mutating func judgeContentType(_ value: Bytes?) {
    guard let value else { return report(.contentType, .answer) }
    let parts = value.slice.split(separator: UInt8(ascii: ";"), maxSplits: 16, omittingEmptySubsequences: false)
      .map { lowercasedText(trimmed($0)) }
    let type = parts[0]
    let isJSON = type == "application/json" || (type.hasPrefix("application/") && type.hasSuffix("+json"))
    let charset = parts.dropFirst().first { $0.hasPrefix("charset=") }
    let isUTF8 = charset.map { ["charset=utf-8", "charset=\"utf-8\""].contains($0) } ?? true
    if !isJSON || !isUTF8 { report(.contentType, .answer, .text(value.text)) }
  }

  private mutating func judgeRetryAfter(_ value: Bytes, _ surface: CompiledSurface, _ verdict: Verdict) {
    let text = trimmed(value.slice)
    if !isRetryAfter(text) {
      report(.retryAfter, .answer, .text(String(decoding: text, as: UTF8.self)))
    } else if let code = verdict.code, surface.codes[code].isRetryable == false {
      report(.retryAfter, .answer)
    }
  }
}
