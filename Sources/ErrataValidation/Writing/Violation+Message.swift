extension Violation {
  /// Writes what is wrong with `response`, in one clause.
  func writeMessage(_ response: CheckedResponse, to output: inout TextBuffer) {
    switch self {
    case .emptyBody: output.write("the body is empty")
    case .notJSON(let reason): reason.writeMessage(to: &output)
    case .notUTF8(let reason): reason.writeMessage(to: &output)
    case .byteOrderMark: output.write("the body begins with a byte order mark")
    case .trailingContent: output.write("something follows after the end of the body")
    case .tooDeep: output.write(string: "the body is nested deeper than \(JSONScanner.depthLimit) levels")

    case .notAnObject(let kind):
      output.write("the body is ")
      output.write(kind.name)
      output.write(" and not an object")
    case .duplicateKey(let key):
      output.write("the key ")
      output.writeQuoted(key.string(response.body.slice.span))
      output.write(" stands twice")
    case .missingField(let field), .missingState(let field):
      output.writeQuoted(response.surface.fieldNames[field])
      output.write(" is missing")
    case .wrongType(let kind, let field):
      output.writeQuoted(response.surface.fieldNames[field])
      output.write(" is ")
      output.write(kind.name)
      output.write(" and not text")
    case .pattern(let field):
      output.writeQuoted(response.surface.fieldNames[field])
      output.write(" does not match ")
      output.writeQuoted(response.surface.patterns[field] ?? "")
    case .tooLong(let length, let field):
      output.writeQuoted(response.surface.fieldNames[field])
      output.write(" has ")
      output.write(length)
      output.write(" characters; ")
      output.write(response.surface.fields[field].maxLength)
      output.write(" are the most")

    case .missingCode(let isEmpty):
      output.writeQuoted(response.surface.fieldNames[response.surface.codeField])
      output.write(isEmpty ? " is empty: it names no error" : " is missing: the answer names no error")
    case .statusMismatch, .successWithError:
      response.writeCode(to: &output)
      output.write(" comes with status ")
      output.write(response.status ?? 0)
      if let statuses = response.documentedStatuses {
        output.write("; the catalogue says ")
        output.write(string: statuses)
      } else {
        output.write(", a success")
      }
    case .wrongEndpoint(let path):
      response.writeCode(to: &output)
      output.write(" does not belong to ")
      output.writeQuoted(path.slice.span)
    case .wrongSurface(let expected):
      output.write("this is an error of ")
      output.writeQuoted(response.surface.key)
      output.write(", where one of ")
      output.writeQuoted(expected)
      output.write(" belongs")

    case .unknownCode(let nearest):
      output.write("the catalogue has no code ")
      response.writeCode(to: &output)
      if let nearest {
        output.write("; did you mean ")
        output.writeQuoted(nearest)
        output.write("?")
      }
    case .retiredCode:
      response.writeCode(to: &output)
      output.write(" is retired")
      response.writeReplacement(after: "; its place took ", to: &output)
    case .deprecatedCode:
      response.writeCode(to: &output)
      output.write(" is deprecated")
      response.writeReplacement(after: "; use ", to: &output)
    case .extraField(let key):
      output.write("the catalogue names no field ")
      output.writeQuoted(key.string(response.body.slice.span))
    case .contentType(nil): output.write("there is no `Content-Type`")
    case .contentType(let value?):
      output.write("`Content-Type` is ")
      output.writeQuoted(value)
      output.write(" and not `application/json`")
    case .charset(let scalar, let field):
      output.writeQuoted(response.surface.fieldNames[field])
      output.write(" has ")
      output.write(string: scalar.map(characterName) ?? "half of a surrogate pair")
      if scalar != nil { output.write(", which RFC 6749 does not allow there") }
    case .missingChallenge: output.write("a 401 needs a `WWW-Authenticate`")
    case .cacheable: output.write("`Cache-Control` does not say `no-store`")
    case .retryAfter(unreadable: nil):
      output.write("`Retry-After` comes with ")
      response.writeCode(to: &output)
      output.write(", which is not to be retried")
    case .retryAfter(let value?):
      output.write("`Retry-After` is ")
      output.writeQuoted(value)
      output.write(", neither seconds nor an HTTP date")

    case .fragmentResponse: output.write("the error stands in the fragment and not in the query")
    case .malformedEscape(let parameter):
      output.write("the parameter ")
      output.writeQuoted(parameter)
      output.write(" has a `%` that begins no escape")
    case .duplicateParameter(let parameter):
      output.write("the parameter ")
      output.writeQuoted(parameter)
      output.write(" stands twice")
    }
  }
}

extension Violation.NotJSON {
  fileprivate func writeMessage(to output: inout TextBuffer) {
    switch self {
    case .markup: output.write("the body is HTML or XML and not JSON")
    case .plainText: output.write("the body is plain text and not JSON")
    case .faulty(let fault):
      output.write("the body is not JSON: ")
      output.write(fault.description)
    }
  }
}

extension Violation.NotUTF8 {
  fileprivate func writeMessage(to output: inout TextBuffer) {
    switch self {
    case .byte(let byte):
      let digits = String(byte, radix: 16, uppercase: true)
      output.write(string: "the byte 0x\(byte < 16 ? "0" : "")\(digits) is not UTF-8 here")
    case .body(let encoding): output.write(string: "the body is \(encoding.name) and not UTF-8")
    case .parameter(let name):
      output.write("the parameter ")
      output.writeQuoted(name)
      output.write(" is not UTF-8")
    }
  }
}

extension InputFault {
  /// Writes why it cannot be read, in one clause.
  func writeMessage(to output: inout TextBuffer) {
    switch self {
    case .broken(let reason): output.write(string: reason)
    case .tooLarge(let part):
      output.write(string: "the \(part) has more than \(InputPart.sizeLimit >> 20) MiB: it is not judged")
    }
  }
}

extension CheckedResponse {
  fileprivate func writeCode(to output: inout TextBuffer) {
    if let code { output.writeQuoted(code.slice.span) }
  }

  fileprivate func writeReplacement(after words: StaticString, to output: inout TextBuffer) {
    guard let replacement else { return }
    output.write(words)
    output.writeQuoted(replacement)
  }
}

extension JSONKind {
  /// With its article.
  fileprivate var name: StaticString {
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
