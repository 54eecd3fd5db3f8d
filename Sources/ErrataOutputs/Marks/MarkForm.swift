import ErrataText

/// The position of the mark in files of one kind, and the text around it. A mark in any other form is ignored: it is the user's
/// text.
package enum MarkForm: Hashable, Sendable {
  /// The mark is a whole comment at one of these places.
  case exact([Place])
  /// The mark is alone on a line before all other text, between `opening` and `closing`, as in files of a user's template.
  case firstText(opening: String, closing: String)

  package struct Place: Hashable, Sendable {
    /// The start of each of the lines above.
    var above: [String] = []
    /// The text before the mark on its line.
    let opening: String
    /// The text after it.
    var closing = ""
  }

  /// - Parameter opening: the start of a single-line comment.
  static func firstLine(_ opening: String) -> MarkForm {
    exact([Place(opening: opening)])
  }

  /// The mark of a file; nil if there is none.
  /// - Parameter head: the file's first bytes.
  package func mark(in head: [UInt8]) -> GeneratedMark? {
    switch self {
    case .exact(let places): places.lazy.compactMap { $0.mark(in: head) }.first
    case .firstText(let opening, let closing):
      Self.firstLine(of: head).flatMap { line in
        line.opening.elementsEqual(opening.utf8) && line.closing.elementsEqual(closing.utf8) ? line.mark : nil
      }
    }
  }

  /// The form of a template's files, which is that of `sample`: a comment, or a member of a JSON object; nil if the first text isn't
  /// a mark.
  static func template(writing sample: [UInt8]) -> MarkForm? {
    firstLine(of: sample).map { line in
      .firstText(
        opening: String(decoding: line.opening, as: UTF8.self), closing: String(decoding: line.closing, as: UTF8.self))
    }
  }

  /// The mark in the first line with words, and the text around it; nil if that line isn't a mark.
  private static func firstLine(
    of head: [UInt8]
  ) -> (mark: GeneratedMark, opening: ArraySlice<UInt8>, closing: ArraySlice<UInt8>)? {
    var lines = head.lines(maximum: 64)[...]
    if let first = lines.first, mustComeFirst(first) { lines.removeFirst() }
    guard let line = lines.first(where: { $0.contains(where: isInWord) }),
      let start = line.firstRange(of: Array(GeneratedMark.start.utf8))?.lowerBound, canPrecedeMark(line[..<start]),
      let (mark, rest) = GeneratedMark.read(line[start...]), !rest.contains(where: isInWord)
    else { return nil }
    return (mark, line[..<start], rest)
  }

  /// Whether `line` must be the first of its file: `#!/bin/sh`, `<?xml …?>`, `<?php`, `<!doctype html>`.
  private static func mustComeFirst(_ line: ArraySlice<UInt8>) -> Bool {
    let start = String(decoding: line.prefix(9), as: UTF8.self).lowercased()
    return start.hasPrefix("#!") || start.hasPrefix("<?") || start == "<!doctype"
  }

  /// Whether `text` can precede a mark on its line: the start of a comment, or the name of a JSON member.
  private static func canPrecedeMark(_ text: ArraySlice<UInt8>) -> Bool {
    !text.contains(where: isInWord)
      || singleLine(String(decoding: text, as: UTF8.self)).wholeMatch(of: /"[^"]*": ?"/) != nil
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || isASCIILetterOrDigit(byte)
  }
}

extension MarkForm.Place {
  fileprivate func mark(in head: [UInt8]) -> GeneratedMark? {
    let lines = head.lines(maximum: above.count + 1)
    guard lines.count > above.count, zip(lines, above).allSatisfy({ $0.starts(with: $1.utf8) }),
      let text = lines[above.count].dropping(opening),
      let (mark, rest) = GeneratedMark.read(text), rest.elementsEqual(closing.utf8)
    else { return nil }
    return mark
  }
}

extension [UInt8] {
  /// The first lines, without line breaks. CR LF counts too, since git can convert LF to it.
  fileprivate func lines(maximum: Int) -> [ArraySlice<UInt8>] {
    split(separator: UInt8(ascii: "\n"), maxSplits: maximum, omittingEmptySubsequences: false).prefix(maximum)
      .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
  }
}
