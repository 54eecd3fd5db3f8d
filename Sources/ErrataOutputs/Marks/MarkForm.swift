import ErrataText

/// Where files of one kind have their mark, and what surrounds it there. Anything else that looks like a mark is the user's own
/// text.
package enum MarkForm: Hashable, Sendable {
  /// The mark is a whole comment at one of these places.
  case exact([Place])
  /// The mark is on a line of its own before all other text, with just this around it: what a template of a user's writes.
  case ownLine(opening: String, closing: String)

  package struct Place: Hashable, Sendable {
    /// How each of the lines above begins.
    var above: [String] = []
    /// What is before the mark on its line.
    let opening: String
    /// What is after it.
    var closing = ""
  }

  /// - Parameter opening: how a comment begins that ends with its line.
  static func firstLine(_ opening: String) -> MarkForm {
    exact([Place(opening: opening)])
  }

  /// The mark of a file; nil where there is none.
  /// - Parameter head: the file's first bytes.
  package func mark(in head: [UInt8]) -> GeneratedMark? {
    switch self {
    case .exact(let places): places.lazy.compactMap { $0.mark(in: head) }.first
    case .ownLine(let opening, let closing):
      Self.firstLine(of: head).flatMap { line in
        line.opening.elementsEqual(opening.utf8) && line.closing.elementsEqual(closing.utf8) ? line.mark : nil
      }
    }
  }

  /// The form of a template's files, which is that of `sample`: a comment, or the member of a JSON object; nil where there is no
  /// mark before all other text.
  static func template(writing sample: [UInt8]) -> MarkForm? {
    firstLine(of: sample).map { line in
      .ownLine(
        opening: String(decoding: line.opening, as: UTF8.self), closing: String(decoding: line.closing, as: UTF8.self))
    }
  }

  /// The first line with words where that is a mark, and what is around the mark.
  private static func firstLine(
    of head: [UInt8]
  ) -> (mark: GeneratedMark, opening: ArraySlice<UInt8>, closing: ArraySlice<UInt8>)? {
    var lines = head.lines(maximum: 64)[...]
    if let first = lines.first, mustComeFirst(first) { lines.removeFirst() }
    guard let line = lines.first(where: { $0.contains(where: isInWord) }),
      let start = line.firstRange(of: Array(GeneratedMark.start.utf8))?.lowerBound, mayPrecede(line[..<start]),
      let (mark, rest) = GeneratedMark.read(line[start...]), !rest.contains(where: isInWord)
    else { return nil }
    return (mark, line[..<start], rest)
  }

  /// Whether a format allows nothing before `line`: `#!/bin/sh`, `<?xml …?>`, `<?php`, `<!doctype html>`.
  private static func mustComeFirst(_ line: ArraySlice<UInt8>) -> Bool {
    let start = String(decoding: line.prefix(9), as: UTF8.self).lowercased()
    return start.hasPrefix("#!") || start.hasPrefix("<?") || start == "<!doctype"
  }

  /// Whether `text` can be before a mark on its line: signs that begin a comment, or the name of a JSON member.
  private static func mayPrecede(_ text: ArraySlice<UInt8>) -> Bool {
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
  /// The first lines, without their ends. They may be CR LF too: git can be told to make such of LF.
  fileprivate func lines(maximum: Int) -> [ArraySlice<UInt8>] {
    split(separator: UInt8(ascii: "\n"), maxSplits: maximum, omittingEmptySubsequences: false).prefix(maximum)
      .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
  }
}
