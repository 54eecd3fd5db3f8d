import ErrataDiagnostics
import ErrataText

/// The first unsupported directive at or after `line`; nil if content or the end of the file comes first.
///
/// libyaml collects all directives before a document and compares each with all others before it returns the next event, in
/// quadratic time. So this runs first.
/// - Precondition: `line` isn't inside a document.
func unsupportedDirective(in file: SourceFile, index: UInt32, from line: UInt32 = 1) -> SourceRange? {
  var lines = TextLines(file.bytes)
  var number: UInt32 = 0
  // One `%YAML 1.1` is allowed before the document; libyaml checks the version.
  var allowsVersion = line == 1
  while let text = lines.next() {
    number += 1
    if number < line { continue }
    if text.first == UInt8(ascii: "%") {
      if allowsVersion, text.starts(with: "%YAML".utf8) {
        allowsVersion = false
        continue
      }
      let columns = text.count { $0 & 0b1100_0000 != 0b1000_0000 }
      return SourceRange(
        file: index, start: SourcePosition(line: number, column: 1),
        end: SourcePosition(line: number, column: UInt32(clamping: columns + 1)))
    }
    let first = text.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    // libyaml also skips a second byte order mark at the start.
    let isContent = first != nil && first != UInt8(ascii: "#")
    if isContent, !text.starts(with: "...".utf8), !text.elementsEqual(byteOrderMark) { return nil }
  }
  return nil
}
