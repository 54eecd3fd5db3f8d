import ErrataDiagnostics
import ErrataText

extension FindingWriter {
  /// Writes the same as `DiagnosticFormat.text` without colours, but much faster.
  /// - Parameters:
  ///   - finding: the finding.
  ///   - line: a line of printable ASCII, where a column is a byte.
  ///   - output: the buffer to append to.
  func writeText(_ finding: borrowing FindingBuffer, _ line: ExcerptLine, to output: inout TextBuffer) {
    let (start, end) = (finding.start, finding.end)
    output.write(string: visibleSource)
    output.write(byte: UInt8(ascii: ":"))
    output.write(start.line)
    output.write(byte: UInt8(ascii: ":"))
    output.write(start.column)
    output.write(finding.severity == .error ? ": error: " : ": warning: ")
    output.write(finding.message.bytes)
    output.write(" [")
    output.write(finding.rule.literalName)
    output.write("]\n")

    let text = line.text
    let first = min(max(start.column - line.firstColumn, 0), text.count)
    let last = end.line == start.line ? min(max(end.column - line.firstColumn, first), text.count) : text.count
    let from = ExcerptWindow.start(before: first)
    let to = min(text.count, from + ExcerptWindow.width)
    let digits = String(start.line).utf8.count
    output.write(byte: 0x20, times: max(0, 5 - digits))
    output.write(start.line)
    output.write(" | ")
    if from > 0 { output.write("…") }
    output.write(text.slice.span.extracting(from..<to))
    if to < text.count { output.write("…") }
    output.write("\n")
    output.write(byte: 0x20, times: max(5, digits))
    output.write(" | ")
    output.write(byte: 0x20, times: first - from + (from > 0 ? 1 : 0))
    output.write(byte: UInt8(ascii: "^"), times: max(1, min(last, to) - first))
    output.write("\n")
    guard let request = finding.request.description else { return }
    output.write("      | ")
    output.write(string: visible(request))
    output.write("\n")
  }
}
