import ErrataDiagnostics
import ErrataText

/// Writes findings in one of the formats.
struct FindingWriter {
  /// The maximum length of a code in a finding. A malicious body can have one of several megabytes.
  private static let codeLimit = 1_024

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
      at: SourceLocation(file: file, start: SourcePosition(finding.start), end: SourcePosition(finding.end)))
    output.write(string: format.render(diagnostic, color: color))
  }

  /// Writes a JSON object on one line, always with the same keys.
  private func writeJSON(_ finding: borrowing FindingBuffer, to output: inout TextBuffer) {
    output.write("{\"rule\":\"")
    output.write(finding.rule.literalName)
    output.write(finding.severity == .error ? "\",\"severity\":\"error\"" : "\",\"severity\":\"warning\"")
    output.write(",\"message\":")
    output.writeJSON(finding.message.bytes.span)
    output.write(",\"surface\":")
    if let surface = finding.surface { output.writeJSON(surface) } else { output.write("null") }
    output.write(",\"code\":")
    if let code = finding.code { writeJSON(code: code, to: &output) } else { output.write("null") }
    output.write(",\"status\":")
    if let status = finding.status { output.write(status) } else { output.write("null") }
    output.write(sourceMember)
    output.write(",\"line\":")
    output.write(finding.start.line)
    output.write(",\"column\":")
    output.write(finding.start.column)
    output.write(",\"pointer\":")
    if let pointer = finding.pointer { output.writeJSON(pointer) } else { output.write("null") }
    output.write("}\n")
  }

  private func writeJSON(code: Bytes, to output: inout TextBuffer) {
    if code.count <= Self.codeLimit { return output.writeJSON(code.slice.span) }
    output.writeJSON(String(code.text.unicodeScalars.prefix(Self.codeLimit)) + "…")
  }
}
