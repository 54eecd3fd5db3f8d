import ErrataDiagnostics

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
    let isContent = first != nil && first != UInt8(ascii: "#")
    if isContent, !text.starts(with: "...".utf8), !text.elementsEqual(byteOrderMark) { return nil }
  }
  return nil
}

/// libyaml skips one at the start, whatever follows.
private let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// The lines of a text without their line breaks, which are those of YAML 1.1 (section 5.4): LF, CR, CR LF, U+0085, U+2028 and
/// U+2029.
private struct TextLines {
  private var rest: ArraySlice<UInt8>
  private var isAtEnd = false

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  mutating func next() -> ArraySlice<UInt8>? {
    if isAtEnd { return nil }
    var end = rest.startIndex
    while end < rest.endIndex {
      let length = lineBreakLength(at: end)
      if length > 0 {
        defer { rest = rest[(end + length)...] }
        return rest[..<end]
      }
      end += 1
    }
    isAtEnd = true
    return rest
  }

  /// How many bytes the line break at `index` has; 0 where there is none.
  private func lineBreakLength(at index: Int) -> Int {
    func next(_ offset: Int) -> UInt8 { index + offset < rest.endIndex ? rest[index + offset] : 0 }
    switch rest[index] {
    case 0x0A: return 1
    case 0x0D: return next(1) == 0x0A ? 2 : 1
    case 0xC2: return next(1) == 0x85 ? 2 : 0
    case 0xE2: return next(1) == 0x80 && (next(2) == 0xA8 || next(2) == 0xA9) ? 3 : 0
    default: return 0
    }
  }
}
