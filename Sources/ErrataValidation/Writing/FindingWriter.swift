import ErrataDiagnostics
import ErrataText

/// Writes findings in one of the formats.
struct FindingWriter {
  /// The maximum length of a code or a path in a finding. A malicious response can have one of several megabytes.
  static let textLimit = 1_024

  private let source: String
  private let format: DiagnosticFormat
  private let color: Bool
  /// The source, formatted as a member of a JSON object.
  private let sourceMember: [UInt8]
  /// The source, with control characters made visible.
  let visibleSource: String

  init(source: String, format: DiagnosticFormat, color: Bool) {
    self.source = source
    self.format = format
    self.color = color
    visibleSource = visible(source)
    var member = TextBuffer()
    member.write(",\"file\":")
    member.writeJSON(source)
    sourceMember = member.bytes
  }

  /// Whether the format includes the end of a finding.
  var showsEnd: Bool { format != .json }

  /// Writes `finding`.
  /// - Parameters:
  ///   - finding: the finding.
  ///   - text: the part of the input that contains it.
  ///   - output: the buffer to append to.
  func write(_ finding: borrowing FindingBuffer, in text: Bytes, to output: inout TextBuffer) {
    if format == .json { return writeJSON(finding, to: &output) }
    let line = ExcerptLine(around: finding.offset, in: text, column: finding.start.column)
    if format == .text, !color, line.isPlain { return writeText(finding, line, to: &output) }
    let file = SourceFile(
      path: source, line: Array(line.text.slice), number: UInt32(clamping: finding.start.line),
      firstColumn: UInt32(clamping: line.firstColumn))
    let diagnostic = Diagnostic(
      finding.rule.rule(finding.severity), String(decoding: finding.message.bytes, as: UTF8.self),
      at: SourceLocation(file: file, start: SourcePosition(finding.start), end: SourcePosition(finding.end)),
      details: [finding.request.description].compactMap(\.self))
    output.write(string: format.render(diagnostic, color: color))
  }

  /// Writes a JSON object on one line, without what is unknown.
  private func writeJSON(_ finding: borrowing FindingBuffer, to output: inout TextBuffer) {
    output.write("{\"rule\":\"")
    output.write(finding.rule.literalName)
    output.write("\",\"documentation\":\"docs/rules.md#response-")
    output.write(finding.rule.literalName)
    output.write(finding.severity == .error ? "\",\"severity\":\"error\"" : "\",\"severity\":\"warning\"")
    output.write(",\"message\":")
    output.writeJSON(finding.message.bytes.span)
    if let surface = finding.surface {
      output.write(",\"surface\":")
      output.writeJSON(surface)
    }
    write("code", finding.code, to: &output)
    if let status = finding.status {
      output.write(",\"status\":")
      output.write(status)
    }
    write("method", finding.request.method, to: &output)
    write("path", finding.request.pathWithoutQuery, to: &output)
    write("time", finding.request.time, to: &output)
    write("request_id", finding.request.id, to: &output)
    output.write(sourceMember)
    output.write(",\"line\":")
    output.write(finding.start.line)
    output.write(",\"column\":")
    output.write(finding.start.column)
    if let pointer = finding.pointer {
      output.write(",\"pointer\":")
      output.writeJSON(pointer)
    }
    output.write("}\n")
  }

  /// Writes a member with a text of the response, if it is known.
  private func write(_ key: StaticString, _ text: Bytes?, to output: inout TextBuffer) {
    guard let text else { return }
    output.write(",\"")
    output.write(key)
    output.write("\":")
    if text.count <= Self.textLimit { return output.writeJSON(text.slice.span) }
    output.writeJSON(text.shortened(to: Self.textLimit))
  }
}
