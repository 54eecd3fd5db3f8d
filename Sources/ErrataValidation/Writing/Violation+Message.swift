import ErrataCatalog
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
    case .itemNotAnObject(let kind, _):
      output.write("expected the item to be an object, found ")
      output.write(kind.name)
    case .notAList(let kind):
      output.write("expected a list of errors, found ")
      output.write(kind.name)
    case .duplicateKey(let key):
      output.write("duplicate key ")
      output.writeQuoted(key.token.string(response.body.slice.span))
    case .missingField(let field, _), .missingState(let field):
      output.write("missing field ")
      output.writeQuoted(response.name(of: field))
    case .wrongType(let kind, let site):
      output.write("expected ")
      output.writeQuoted(response.name(of: site))
      output.write(" to be ")
      output.write(response.surface.places[site.place].type.name)
      output.write(", found ")
      output.write(kind.name)
    case .pattern(let field, let site):
      output.writeQuoted(response.name(of: site))
      output.write(" does not match the pattern ")
      output.writeQuoted(response.surface.patterns[field] ?? "")
    case .tooLong(let length, let field, let site):
      output.writeQuoted(response.name(of: site))
      output.write(" has ")
      output.write(length)
      output.write(" characters; the limit is ")
      output.write(response.surface.fields[field].maxLength)

    case .missingCode:
      output.write("missing error code in field ")
      output.writeQuoted(response.name(of: response.surface.codeField))
    case .emptyCode(let site):
      output.write("empty error code in field ")
      output.writeQuoted(response.name(of: site))
    case .statusMismatch(let code, let status), .successWithError(let code, let status):
      output.write("expected ")
      if let statuses = response.documentedStatuses(of: code) {
        output.write("status ")
        output.write(string: statuses)
      } else {
        output.write("an error status")
      }
      output.write(" for ")
      response.write(code, to: &output)
      output.write(", found ")
      output.write(status)
    case .statusCopyMismatch(let copy, let site):
      output.write("expected ")
      output.writeQuoted(response.name(of: site))
      output.write(" to be the status of the response, ")
      output.write(response.status ?? 0)
      output.write(", found ")
      output.write(copy)
    case .wrongEndpoint(let code, let request):
      response.write(code, to: &output)
      output.write(" is not documented for ")
      if let method = request.method {
        output.writeQuoted(method.slice.span)
        output.write(" requests to ")
      }
      output.writeQuoted(request.path.slice.span)
    case .wrongSurface(let expected):
      output.write("expected an error of surface ")
      output.writeQuoted(expected)
      output.write(", found one of ")
      output.writeQuoted(response.surface.key)

    case .unknownCode(let code, let nearest):
      output.write("unknown code ")
      response.write(code, to: &output)
      if let nearest {
        output.write("; did you mean ")
        output.writeQuoted(nearest)
        output.write("?")
      }
    case .retiredCode(let code):
      response.write(code, to: &output)
      output.write(" is retired")
      response.writeReplacement(of: code, after: "; replaced by ", to: &output)
    case .deprecatedCode(let code):
      response.write(code, to: &output)
      output.write(" is deprecated")
      response.writeReplacement(of: code, after: "; use ", to: &output)
    case .extraField(let key):
      output.write("unknown field ")
      output.writeQuoted(key.token.string(response.body.slice.span))
    case .contentType(nil, _): output.write("missing `Content-Type` header")
    case .contentType(let value?, let expected):
      output.write("expected `Content-Type` to be ")
      output.writeQuoted(expected ?? "application/json")
      output.write(", found ")
      output.writeQuoted(value)
    case .charset(let scalar, let site):
      output.writeQuoted(response.name(of: site))
      output.write(" contains ")
      output.write(string: scalar.map(characterDescription) ?? "an unpaired surrogate")
      if scalar != nil { output.write(", which OAuth 2.0 does not allow in this field") }
    case .missingChallenge: output.write("missing `WWW-Authenticate` header in a 401 response")
    case .malformedChallenge: output.write("the `WWW-Authenticate` header is malformed")
    case .cacheable: output.write("missing `Cache-Control: no-store` header")
    case .retryAfter(invalid: nil):
      output.write("unexpected `Retry-After` header: ")
      if let code = response.code { output.writeQuoted(code.slice.span) }
      output.write(" is not retryable")
    case .retryAfter(let value?):
      output.write("expected `Retry-After` to be seconds or an HTTP date, found ")
      output.writeQuoted(value)
    case .negativeDelay(let site):
      output.write("expected ")
      output.writeQuoted(response.name(of: site))
      output.write(" not to be negative")
    case .duplicateHeader(let name):
      output.write("duplicate header ")
      output.writeQuoted(name)

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
    case .otherFormat(.exchange):
      output.write("expected a body, found an exchange; read the input with `--input exchanges`")
    case .otherFormat(.recording):
      output.write("expected an exchange, found a recording; read the input with `--input har`")
    case .otherFormat(.body):
      output.write("expected an exchange, found a body; read the input with `--input lines` and `--surface`")
    }
  }
}

extension CheckedResponse {
  /// The name of a field: that of its first place.
  fileprivate func name(of field: Int) -> String { surface.placeNames[surface.fields[field].places.lowerBound] }

  fileprivate func name(of site: FieldSite) -> String { surface.placeNames[site.place] }

  fileprivate func write(_ code: NamedCode, to output: inout TextBuffer) {
    output.writeQuoted(text(of: code).slice.span)
  }

  fileprivate func writeReplacement(of code: NamedCode, after prefix: StaticString, to output: inout TextBuffer) {
    guard let replacement = replacement(of: code) else { return }
    output.write(prefix)
    output.writeQuoted(replacement)
  }
}

extension FieldType {
  /// The name of the type, with its article.
  fileprivate var name: StaticString {
    switch self {
    case .text: "a string"
    case .integer: "an integer"
    case .number: "a number"
    case .boolean: "a boolean"
    case .json: "a value"
    }
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
