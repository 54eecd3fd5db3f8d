import ErrataDiagnostics

/// One finding. The next one reuses its buffers, since there may be millions.
struct FindingBuffer: ~Copyable {
  private(set) var rule = FindingRule.brokenInput
  private(set) var severity = Severity.error
  private(set) var message = TextBuffer()
  /// A JSON pointer into the body; nil for what is not in it.
  private(set) var pointer: String?
  /// Where it begins in the part of the input, in bytes.
  private(set) var offset = 0
  private(set) var start: Position = (1, 1)
  /// Equal to `start` where there is nothing to underline.
  private(set) var end: Position = (1, 1)
  /// The key of the surface of the response; nil where there is none.
  private(set) var surface: String?
  private(set) var code: Bytes?
  private(set) var status: Int?
  private let strict: Bool
  private let needsEnd: Bool

  /// - Parameters:
  ///   - strict: whether a code that the catalogue does not have is an error.
  ///   - needsEnd: whether `end` is read.
  init(strict: Bool, needsEnd: Bool) {
    self.strict = strict
    self.needsEnd = needsEnd
  }

  /// Sets what all findings of `response` have in common.
  mutating func begin(_ response: CheckedResponse) {
    surface = response.surface.key
    code = response.code
    status = response.status
  }

  /// Becomes the finding of a violation of `response`, after `begin`.
  /// - Parameters:
  ///   - locator: of the response's body.
  ///   - text: the part of the input that holds the body.
  mutating func set(
    _ located: LocatedViolation, of response: CheckedResponse, _ locator: inout SourceLocator, in text: ByteSpan
  ) {
    set(located.violation.rule)
    located.violation.writeMessage(response, to: &message)
    pointer = located.violation.pointer(response)
    (offset, start) = locator.place(ofByteAt: located.offset, in: text)
    end = start
    guard needsEnd, located.length > 0 else { return }
    // From a copy: the next violation may begin before the end of this one.
    var locatorToEnd = locator
    let last = locatorToEnd.place(ofByteAt: located.offset + located.length, in: text)
    if last.offset > offset { end = last.position }
  }

  /// Becomes the finding of a part that cannot be read.
  /// - Parameter offset: where reading stopped in `part`.
  mutating func set(_ fault: InputFault, at offset: Int, of part: InputPart) {
    (surface, code, status) = (nil, nil, nil)
    set(fault.rule)
    fault.writeMessage(to: &message)
    pointer = nil
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

extension Finding {
  /// The finding that `buffer` holds.
  init(_ buffer: borrowing FindingBuffer) {
    rule = buffer.rule
    severity = buffer.severity
    message = String(decoding: buffer.message.bytes, as: UTF8.self)
    surface = buffer.surface
    code = buffer.code?.text
    status = buffer.status
    position = SourcePosition(buffer.start)
    pointer = buffer.pointer
  }
}

extension SourcePosition {
  /// `position`, which in a long stream may be beyond what is counted here.
  init(_ position: Position) {
    self.init(line: UInt32(clamping: position.line), column: UInt32(clamping: position.column))
  }
}
