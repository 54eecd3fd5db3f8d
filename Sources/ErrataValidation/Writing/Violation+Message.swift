import ErrataText

extension Violation {
  /// Writes the message for this violation of `response`, in one clause.
  func writeMessage(_ response: CheckedResponse, to output: inout TextBuffer) {
    switch self {
    case .emptyBody: output.write("the body is empty")
    case .notJSON(let reason): reason.writeMessage(to: &output)
    case .notUTF8(let reason): reason.writeMessage(to: &output)
    case .byteOrderMark: output.write("the body begins with a byte order mark")
    case .trailingContent: output.write("unexpected text after the JSON value")
    case .tooDeep: output.write(string: "the body is nested more than \(JSONScanner.depthLimit) levels deep")

    case .notAnObject(let kind):
      output.write("expected the body to be an object, found ")
      output.write(kind.name)
    case .duplicateKey(let key):
      output.write("duplicate key ")
      output.writeQuoted(key.string(response.body.slice.span))
    case .missingField(let field), .missingState(let field):
      output.write("missing field ")
      output.writeQuoted(response.surface.fieldNames[field])
    case .wrongType(let kind, let field):
      output.write("expected ")
      output.writeQuoted(response.surface.fieldNames[field])
      output.write(" to be a string, found ")
      output.write(kind.name)
    case .pattern(let field):
      output.writeQuoted(response.surface.fieldNames[field])
      output.write(" does not match the pattern ")
      output.writeQuoted(response.surface.patterns[field] ?? "")
    case .tooLong(let length, let field):
      output.writeQuoted(response.surface.fieldNames[field])
      output.write(" has ")
      output.write(length)
      output.write(" characters; the limit is ")
      output.write(response.surface.fields[field].maxLength)

    case .missingCode(let isEmpty):
      output.write(isEmpty ? "empty error code in field " : "missing error code in field ")
      output.writeQuoted(response.surface.fieldNames[response.surface.codeField])
    case .statusMismatch, .successWithError:
      output.write("expected ")
      if let statuses = response.documentedStatuses {
        output.write("status ")
        output.write(string: statuses)
      } else {
        output.write("an error status")
      }
      output.write(" for ")
      response.writeCode(to: &output)
      output.write(", found ")
      output.write(response.status ?? 0)
    case .wrongEndpoint(let path):
      response.writeCode(to: &output)
      output.write(" is not documented for ")
      output.writeQuoted(path.slice.span)
    case .wrongSurface(let expected):
      output.write("expected an error of surface ")
      output.writeQuoted(expected)
      output.write(", found one of ")
      output.writeQuoted(response.surface.key)

    case .unknownCode(let nearest):
      output.write("unknown code ")
      response.writeCode(to: &output)
      if let nearest {
        output.write("; did you mean ")
        output.writeQuoted(nearest)
        output.write("?")
      }
    case .retiredCode:
      response.writeCode(to: &output)
      output.write(" is retired")
      response.writeReplacement(after: "; replaced by ", to: &output)
    case .deprecatedCode:
      response.writeCode(to: &output)
      output.write(" is deprecated")
      response.writeReplacement(after: "; use ", to: &output)
    case .extraField(let key):
      output.write("unknown field ")
      output.writeQuoted(key.string(response.body.slice.span))
    case .contentType(nil): output.write("missing `Content-Type` header")
    case .contentType(let value?):
      output.write("expected `Content-Type` to be `application/json`, found ")
      output.writeQuoted(value)
    case .charset(let scalar, let field):
      output.writeQuoted(response.surface.fieldNames[field])
      output.write(" contains ")
      output.write(string: scalar.map(characterDescription) ?? "an unpaired surrogate")
      if scalar != nil { output.write(", which RFC 6749 does not allow in this field") }
    case .missingChallenge: output.write("missing `WWW-Authenticate` header in a 401 response")
    case .cacheable: output.write("missing `Cache-Control: no-store` header")
    case .retryAfter(invalid: nil):
      output.write("unexpected `Retry-After` header: ")
      response.writeCode(to: &output)
      output.write(" is not retryable")
    case .retryAfter(let value?):
      output.write("expected `Retry-After` to be seconds or an HTTP date, found ")
      output.writeQuoted(value)

    case .fragmentResponse: output.write("the error is in the fragment instead of the query")
    case .malformedEscape(let parameter):
      output.write("invalid percent-encoding in parameter ")
      output.writeQuoted(parameter)
    case .duplicateParameter(let parameter):
      output.write("duplicate parameter ")
      output.writeQuoted(parameter)
    }
  }
}

extension Violation.NotJSON {
  fileprivate func writeMessage(to output: inout TextBuffer) {
    switch self {
    case .markup: output.write("expected the body to be JSON, found HTML or XML")
    case .plainText: output.write("expected the body to be JSON, found plain text")
    case .invalid(let fault):
      output.write("the body is not valid JSON: ")
      output.write(fault.description)
    }
  }
}

extension Violation.NotUTF8 {
  fileprivate func writeMessage(to output: inout TextBuffer) {
    switch self {
    case .byte(let byte): output.write(string: "invalid UTF-8 byte 0x\(hexadecimal(byte, digits: 2))")
    case .body(let encoding): output.write(string: "expected the body to be UTF-8, found \(encoding.name)")
    case .parameter(let name):
      output.write("parameter ")
      output.writeQuoted(name)
      output.write(" is not valid UTF-8")
    }
  }
}

extension InputFault {
  /// Writes the reason, in one clause.
  func writeMessage(to output: inout TextBuffer) {
    switch self {
    case .broken(let reason): output.write(string: reason)
    case .tooLarge(let part):
      output.write(string: "the \(part) is larger than \(InputPart.sizeLimit >> 20) MiB and is not checked")
    }
  }
}

extension CheckedResponse {
  fileprivate func writeCode(to output: inout TextBuffer) {
    if let code { output.writeQuoted(code.slice.span) }
  }

  fileprivate func writeReplacement(after prefix: StaticString, to output: inout TextBuffer) {
    guard let replacement else { return }
    output.write(prefix)
    output.writeQuoted(replacement)
  }
}

extension JSONKind {
  /// The name of the type, with its article.
  fileprivate var name: StaticString {
    switch self {
    case .string: "a string"
    case .number: "a number"
    case .object: "an object"
    case .array: "an array"
    case .boolean: "a boolean"
    case .null: "null"
    }
  }
}
