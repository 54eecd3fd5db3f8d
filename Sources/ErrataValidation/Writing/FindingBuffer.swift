import ErrataDiagnostics

/// A finding whose storage is reused for the next one, since there may be millions.
struct FindingBuffer: ~Copyable {
  private(set) var rule = FindingRule.brokenInput
  private(set) var severity = Severity.error
  private(set) var message = TextBuffer()
  /// A JSON pointer into the body; nil for a problem outside it.
  private(set) var pointer: String?
  /// The offset in the part of the input, in bytes.
  private(set) var offset = 0
  private(set) var start: Position = (1, 1)
  /// Equal to `start` if there is nothing to underline.
  private(set) var end: Position = (1, 1)
  /// The key of the response's surface, if any.
  private(set) var surface: String?
  private(set) var code: Bytes?
  private(set) var status: Int?
  private(set) var request = RecordedRequest()
  private let needsEnd: Bool

  /// - Parameter needsEnd: whether `end` is used.
  init(needsEnd: Bool) {
    self.needsEnd = needsEnd
  }

  /// Sets what all findings of `response` share.
  mutating func begin(_ response: CheckedResponse) {
    surface = response.surface.key
    code = response.code
    status = response.status
    request = response.request
  }

  /// Sets the finding for a violation of `response`, after `begin(_:)`.
  /// - Parameters:
  ///   - located: the violation.
  ///   - severity: the severity of the finding.
  ///   - response: the response.
  ///   - locator: the locator for the response's body.
  ///   - text: the part of the input that contains the body.
  mutating func set(
    _ located: LocatedViolation, _ severity: Severity, of response: CheckedResponse, _ locator: inout SourceLocator,
    in text: ByteSpan
  ) {
    set(located.violation.rule, severity)
    located.violation.writeMessage(response, to: &message)
    pointer = located.violation.pointer(response)
    (offset, start) = locator.location(ofByteAt: located.offset, in: text)
    end = start
    guard needsEnd, located.length > 0 else { return }
    // A copy, since the next violation may begin before the end of this one.
    var endLocator = locator
    let last = endLocator.location(ofByteAt: located.offset + located.length, in: text)
    if last.offset > offset { end = last.position }
  }

  /// Sets the finding for a part that cannot be read.
  /// - Parameters:
  ///   - fault: the reason.
  ///   - severity: the severity of the finding.
  ///   - offset: the offset in `part` where reading stopped.
  ///   - part: the part.
  mutating func set(_ fault: InputFault, _ severity: Severity, at offset: Int, of part: InputPart) {
    (surface, code, status) = (nil, nil, nil)
    request = RecordedRequest()
    set(fault.rule, severity)
    fault.writeMessage(to: &message)
    pointer = nil
    var locator = SourceLocator(part.start, .direct(0))
    (self.offset, start) = locator.location(ofByteAt: offset, in: part.text.slice.span)
    end = start
  }

  private mutating func set(_ rule: FindingRule, _ severity: Severity) {
    self.rule = rule
    self.severity = severity
    message.removeAll()
  }
}

extension Finding {
  /// A copy of the finding in `buffer`.
  init(_ buffer: borrowing FindingBuffer) {
    rule = buffer.rule
    severity = buffer.severity
    message = String(decoding: buffer.message.bytes, as: UTF8.self)
    surface = buffer.surface
    code = buffer.code?.text
    status = buffer.status
    method = buffer.request.method?.text
    path = buffer.request.pathWithoutQuery?.text
    time = buffer.request.time?.text
    requestID = buffer.request.id?.text
    position = SourcePosition(buffer.start)
    pointer = buffer.pointer
  }
}

extension SourcePosition {
  /// `position`, clamped to the range of `UInt32`, which a long stream can exceed.
  init(_ position: Position) {
    self.init(line: UInt32(clamping: position.line), column: UInt32(clamping: position.column))
  }
}
