extension FindingWriter {
  /// Writes what `DiagnosticFormat.text` would, a good deal faster.
  func writePlainText(
    _ rule: FindingRule, _ line: ExcerptLine, _ start: Place, _ end: Place, to output: inout TextBuffer
  ) {
    output.write(string: shownSource)
    output.write(byte: UInt8(ascii: ":"))
    output.write(start.line)
    output.write(byte: UInt8(ascii: ":"))
    output.write(start.column)
    output.write(rule.severity(strict: strict) == .error ? ": error: " : ": warning: ")
    output.write(message.bytes)
    output.write(" [")
    output.write(rule.literalName)
    output.write("]\n")

    let text = line.text
    let first = min(max(start.column - line.firstColumn, 0), text.count)
    let last = end.line == start.line ? min(max(end.column - line.firstColumn, first), text.count) : text.count
    let window = 96
    let from = first > window / 2 ? first - window / 3 : 0
    let to = min(text.count, from + window)
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
  }
}
