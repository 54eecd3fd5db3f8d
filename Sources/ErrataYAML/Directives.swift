import ErrataDiagnostics
import ErrataText

/// The first directive from `line` on that a catalogue may not have; nil where content or the end of the text comes first. `line`
/// must not be inside a document.
///
/// libyaml collects all directives before a document, and compares each with all others, before it gives its next event.
/// So they are looked for before it gets there.
func refusedDirective(in file: SourceFile, index: UInt32, from line: UInt32 = 1) -> SourceRange? {
  var lines = TextLines(file.bytes)
  var number: UInt32 = 0
  // `%YAML 1.1` may stand once before the document; libyaml reads the version.
  var mayHaveVersion = line == 1
  while let text = lines.next() {
    number += 1
    if number < line { continue }
    if text.first == UInt8(ascii: "%") {
      if mayHaveVersion, text.starts(with: "%YAML".utf8) {
        mayHaveVersion = false
        continue
      }
      let columns = text.count { $0 & 0b1100_0000 != 0b1000_0000 }
      return SourceRange(
        file: index, start: SourcePosition(line: number, column: 1),
        end: SourcePosition(line: number, column: UInt32(clamping: columns + 1)))
    }
    let first = text.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    // libyaml skips a byte order mark at the start, whatever follows.
    let isContent = first != nil && first != UInt8(ascii: "#")
    if isContent, !text.starts(with: "...".utf8), !text.elementsEqual(byteOrderMark) { return nil }
  }
  return nil
}

/// The lines of a text without their line breaks.
private struct TextLines {
  private var rest: ArraySlice<UInt8>
  private var isAtEnd = false

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  mutating func next() -> ArraySlice<UInt8>? {
    if isAtEnd { return nil }
    let text = rest
    let bytes = text.span
    var end = 0
    while end < bytes.count {
      let length = lineBreakLength(bytes, at: end)
      if length > 0 {
        rest = text.dropFirst(end + length)
        return text.prefix(end)
      }
      end += 1
    }
    isAtEnd = true
    return text
  }
}
