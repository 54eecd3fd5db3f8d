import ErrataDiagnostics

/// The finding that was made last. Its texts are bytes in buffers that the next one uses again, since there may be millions.
struct FindingBuffer: ~Copyable {
  /// What the JSON pointer of a finding names.
  enum Subject {
    /// The response and not its body: the status, a header.
    case response
    case body
    /// A field of the surface.
    case field(Int)
    /// Another member of the body, or a parameter.
    case member(String)
  }

  private(set) var rule = FindingRule.brokenInput
  private(set) var severity = Severity.error
  private(set) var message = TextBuffer()
  private(set) var subject = Subject.response
  /// In bytes, in the part of the input.
  private(set) var offset = 0
  private(set) var start: Position = (1, 1)
  /// The start where nothing is known to underline.
  private(set) var end: Position = (1, 1)
  /// The surface of the response; nil where that cannot be read.
  private(set) var surface: CompiledSurface?
  private(set) var code: Bytes?
  private(set) var status: Int?
  private let strict: Bool
  private let needsEnd: Bool

  /// - Parameters:
  ///   - strict: whether a code that the catalogue does not have is an error.
  ///   - needsEnd: whether somebody reads `end`.
  init(strict: Bool, needsEnd: Bool) {
    self.strict = strict
    self.needsEnd = needsEnd
  }

  /// Takes over what all findings of `response` say.
  mutating func begin(_ response: CheckedResponse) {
    surface = response.surface
    code = response.code
    status = response.status
  }

  /// Makes the finding of a violation of `response`, which has begun.
  /// - Parameters:
  ///   - locator: of the response's body.
  ///   - text: the part of the input that holds the body.
  mutating func set(
    _ located: LocatedViolation, of response: CheckedResponse, _ locator: inout SourceLocator, in text: ByteSpan
  ) {
    set(located.violation.rule)
    located.violation.writeMessage(response, to: &message)
    subject = located.violation.subject(response)
    (offset, start) = locator.place(ofByteAt: located.offset, in: text)
    end = start
    guard needsEnd, located.length > 0 else { return }
    // From a copy: the next violation may begin before the end of this one.
    var locatorToEnd = locator
    let last = locatorToEnd.place(ofByteAt: located.offset + located.length, in: text)
    if last.offset > offset { end = last.position }
  }

  /// Makes the finding of a part that cannot be read.
  /// - Parameters:
  ///   - offset: where reading stopped, in `part`.
  mutating func set(_ fault: InputFault, at offset: Int, of part: InputPart) {
    (surface, code, status) = (nil, nil, nil)
    set(fault.rule)
    fault.writeMessage(to: &message)
    subject = .response
    var locator = SourceLocator(part.start, .direct(0))
    (self.offset, start) = locator.place(ofByteAt: offset, in: part.text.slice.span)
    end = start
  }

  private mutating func set(_ rule: FindingRule) {
    self.rule = rule
    severity = rule.severity(strict: strict)
    message.removeAll()
  }
}

extension Violation {
  /// What the finding's pointer names.
  fileprivate func subject(_ response: CheckedResponse) -> FindingBuffer.Subject {
    switch self {
    case .contentType, .missingChallenge, .cacheable, .retryAfter: .response
    case .emptyBody, .notJSON, .notUTF8(.byte), .notUTF8(.body), .byteOrderMark, .trailingContent, .tooDeep,
      .notAnObject, .missingField, .missingCode(isEmpty: false), .wrongSurface, .missingState, .fragmentResponse:
      .body
    case .statusMismatch, .wrongEndpoint, .successWithError, .unknownCode, .retiredCode, .deprecatedCode,
      .missingCode(isEmpty: true):
      .field(response.surface.codeField)
    case .wrongType(_, let field), .pattern(let field), .tooLong(_, let field), .charset(_, let field): .field(field)
    case .duplicateKey(let key), .extraField(let key): .member(key.string(response.body.slice.span))
    case .notUTF8(.parameter(let name)), .malformedEscape(let name), .duplicateParameter(let name): .member(name)
    }
  }
}

extension Finding {
  /// The finding that `buffer` holds.
  init(_ buffer: borrowing FindingBuffer) {
    rule = buffer.rule
    severity = buffer.severity
    message = String(decoding: buffer.message.bytes, as: UTF8.self)
    surface = buffer.surface?.key
    code = buffer.code?.text
    status = buffer.status
    position = SourcePosition(buffer.start)
    pointer =
      switch buffer.subject {
      case .response: nil
      case .body: ""
      case .field(let field): buffer.surface.map { jsonPointer(to: $0.fieldNames[field]) }
      case .member(let name): jsonPointer(to: name)
      }
  }
}

extension SourcePosition {
  /// `position`, which in a long stream may be beyond what is counted here.
  init(_ position: Position) {
    self.init(line: UInt32(clamping: position.line), column: UInt32(clamping: position.column))
  }
}
