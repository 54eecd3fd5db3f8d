import ErrataDiagnostics

/// What a problem is, in one clause.
struct MessageWriter {
  private let catalog: CompiledCatalog
  private let surface: CompiledSurface
  private let body: Bytes
  /// Where the value in the body begins.
  private let bodyStart: Int
  /// The code, where it does not stand in the body as it is.
  private let decodedCode: String?
  private let verdict: Verdict
  private let answer: Answer

  init(_ judge: borrowing Judge, _ verdict: Verdict, _ answer: Answer) {
    catalog = judge.catalog
    surface = judge.catalog.surfaces[verdict.surface]
    body = judge.body
    bodyStart = judge.members.start
    let body = judge.body
    decodedCode =
      judge.redirectCode
      ?? verdict.codeToken.flatMap { $0.hasEscapes || $0.hasBadUTF8 ? $0.string(body.slice.span) : nil }
    self.verdict = verdict
    self.answer = answer
  }

  func write(_ problem: Problem, suggestions: inout Suggestions, to text: inout TextBuffer) {
    switch problem.rule {
    case .unknownCode, .retiredCode, .deprecatedCode, .statusMismatch, .successWithError, .wrongEndpoint:
      writeAboutCode(problem.rule, &suggestions, to: &text)
    case .missingField, .missingCode, .missingState, .wrongType, .pattern, .tooLong, .charset:
      writeAboutField(problem, to: &text)
    case .contentType, .missingChallenge, .cacheable, .retryAfter: writeAboutHeader(problem, to: &text)
    case .fragmentResponse, .malformedEscape, .duplicateParameter: writeAboutRedirect(problem, to: &text)
    default: writeAboutBody(problem, to: &text)
    }
  }

  /// How many bytes of a code a finding repeats: a hostile body has one of megabytes.
  private static let codeLimit = 1_024

  /// Writes the code that the answer names, as a JSON string.
  func writeCodeJSON(to text: inout TextBuffer) {
    if let decodedCode {
      text.writeJSON(cut(decodedCode))
    } else if let token = verdict.codeToken {
      let bytes = body.slice.span.extracting(token.range)
      if bytes.count <= Self.codeLimit { text.writeJSON(bytes) } else { text.writeJSON(cut(String(decoding: bytes))) }
    }
  }

  private func cut(_ code: String) -> String {
    if code.utf8.count <= Self.codeLimit { return code }
    return String(code.unicodeScalars.prefix(Self.codeLimit)) + "…"
  }

  /// Writes the code that the answer names, for people.
  private func writeCode(to text: inout TextBuffer) {
    if let decodedCode {
      text.writeQuoted(decodedCode)
    } else if let token = verdict.codeToken {
      text.writeQuoted(body.slice.span.extracting(token.range))
    }
  }

  private func code() -> String {
    decodedCode ?? verdict.codeToken.map { $0.string(body.slice.span) } ?? ""
  }

  // MARK: By what they are about

  private func writeAboutCode(_ rule: FindingRule, _ suggestions: inout Suggestions, to text: inout TextBuffer) {
    if rule == .unknownCode { text.write("the catalogue has no code ") }
    writeCode(to: &text)
    switch rule {
    case .unknownCode:
      if let name = suggestions.nearest(to: code(), on: surface) {
        text.write("; did you mean ")
        text.writeQuoted(name)
        text.write("?")
      }
    case .retiredCode, .deprecatedCode:
      text.write(rule == .retiredCode ? " is retired" : " is deprecated")
      if let replacement = verdict.code.flatMap({ surface.replacements[$0] }) {
        text.write(rule == .retiredCode ? "; its place took " : "; use ")
        text.writeQuoted(replacement)
      }
    case .wrongEndpoint:
      text.write(" does not belong to ")
      let path = answer.path ?? Bytes([])
      text.writeQuoted(path.slice.span)
    default:
      text.write(" comes with status ")
      text.write(answer.status ?? 0)
      if let code = verdict.code, !surface.codes[code].statuses.isEmpty {
        text.write("; the catalogue says ")
        text.write(string: surface.statusList(code: code))
      } else {
        text.write(", a success")
      }
    }
  }

  private func writeAboutField(_ problem: Problem, to text: inout TextBuffer) {
    switch problem.detail {
    case .field(let field):
      text.writeQuoted(surface.fieldNames[field])
      switch problem.rule {
      case .pattern:
        text.write(" does not match ")
        text.writeQuoted(surface.patterns[field] ?? "")
      case .missingCode:
        if case .field = problem.place { text.write(" is empty: it") } else { text.write(" is missing: the answer") }
        text.write(" names no error")
      default: text.write(" is missing")
      }
    case .length(let length, let field):
      text.writeQuoted(surface.fieldNames[field])
      text.write(" has ")
      text.write(length)
      text.write(" characters; ")
      text.write(surface.fields[field].maxLength)
      text.write(" are the most")
    case .fieldKind(let kind, let field):
      text.writeQuoted(surface.fieldNames[field])
      text.write(" is ")
      text.write(kind.name)
      text.write(" and not text")
    case .text(let character):
      switch problem.place {
      case .field(let field): text.writeQuoted(surface.fieldNames[field])
      case .parameter(let name): text.writeQuoted(name)
      default: break
      }
      text.write(" has ")
      text.write(string: character)
      text.write(character.hasPrefix("half") ? "" : ", which RFC 6749 does not allow there")
    default: break
    }
  }

  private func writeAboutHeader(_ problem: Problem, to text: inout TextBuffer) {
    var value: String?
    if case .text(let header) = problem.detail { value = header }
    switch problem.rule {
    case .contentType:
      guard let value else { return text.write("there is no `Content-Type`") }
      text.write("`Content-Type` is ")
      text.writeQuoted(value)
      text.write(" and not `application/json`")
    case .missingChallenge: text.write("a 401 needs a `WWW-Authenticate`")
    case .cacheable: text.write("`Cache-Control` does not say `no-store`")
    default:
      if let value {
        text.write("`Retry-After` is ")
        text.writeQuoted(value)
        text.write(", neither seconds nor an HTTP date")
      } else {
        text.write("`Retry-After` comes with ")
        writeCode(to: &text)
        text.write(", which is not to be retried")
      }
    }
  }

  private func writeAboutRedirect(_ problem: Problem, to text: inout TextBuffer) {
    if problem.rule == .fragmentResponse {
      return text.write("the error stands in the fragment and not in the query")
    }
    text.write("the parameter ")
    if case .text(let name) = problem.detail { text.writeQuoted(name) }
    text.write(problem.rule == .malformedEscape ? " has a `%` that begins no escape" : " stands twice")
  }

  private func writeAboutBody(_ problem: Problem, to text: inout TextBuffer) {
    switch (problem.rule, problem.detail) {
    case (.emptyBody, _): text.write("the body is empty")
    case (.notJSON, .fault(let fault)): writeFault(fault, at: problem.offset, to: &text)
    case (.notUTF8, .text(let name)):
      if case .parameter = problem.place {
        text.write("the parameter ")
        text.writeQuoted(name)
        text.write(" is not UTF-8")
      } else {
        text.write(string: "the body is \(name) and not UTF-8")
      }
    case (.notUTF8, _): text.write(string: "the byte \(hexadecimal(body[problem.offset])) is not UTF-8 here")
    case (.byteOrderMark, _): text.write("the body begins with a byte order mark")
    case (.trailingContent, _): text.write("something follows after the end of the body")
    case (.tooDeep, _): text.write(string: "the body is nested deeper than \(JSONScanner.depthLimit) levels")
    case (.notAnObject, .kind(let kind)):
      text.write("the body is ")
      text.write(kind.name)
      text.write(" and not an object")
    case (.wrongSurface, .surface(let expected)):
      text.write("this is an error of ")
      text.writeQuoted(surface.key)
      text.write(", where one of ")
      text.writeQuoted(catalog.surfaces[expected].key)
      text.write(" belongs")
    case (.duplicateKey, _):
      text.write("the key ")
      writeKey(problem, to: &text)
      text.write(" stands twice")
    case (.extraField, _):
      text.write("the catalogue names no field ")
      writeKey(problem, to: &text)
    case (_, .text(let reason)): text.write(string: reason)
    default: break
    }
  }

  private func writeKey(_ problem: Problem, to text: inout TextBuffer) {
    guard case .key(let token) = problem.place else { return }
    text.writeQuoted(token.string(body.slice.span))
  }

  private func writeFault(_ fault: JSONFault, at offset: Int, to text: inout TextBuffer) {
    if fault == .expectedValue, offset == bodyStart {
      let first = body[offset]
      if first == UInt8(ascii: "<") { return text.write("the body is HTML or XML and not JSON") }
      if first >= 0x20 { return text.write("the body is plain text and not JSON") }
    }
    text.write("the body is not JSON: ")
    text.write(fault.description)
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}

extension JSONKind {
  /// With its article.
  var name: StaticString {
    switch self {
    case .string: "a string"
    case .number: "a number"
    case .object: "an object"
    case .array: "an array"
    case .boolean: "true or false"
    case .null: "null"
    }
  }
}
