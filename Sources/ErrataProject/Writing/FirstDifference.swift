import ErrataText

/// The first difference between two texts, with up to three lines of each, until the lines are equal again.
struct FirstDifference {
  /// Counted from one, like `column`.
  let line: Int
  let column: Int
  /// Long lines are shortened to the part around the difference.
  let existing: [String]
  let expected: [String]

  init(_ existing: [UInt8], _ expected: [UInt8]) {
    let same = commonPrefix(existing[...], expected[...])
    let start = existing[..<same].lastIndex(of: lineFeed).map { $0 + 1 } ?? 0
    line = existing[..<start].count { $0 == lineFeed } + 1
    column = existing[start..<scalarStart(in: existing[start...], before: same)].count(where: isScalarStart) + 1

    let (left, right) = (lines(existing[start...]), lines(expected[start...]))
    let count = zip(left, right).enumerated().first { $1.0 == $1.1 }?.offset ?? maximumLines
    func excerpts(of lines: [ArraySlice<UInt8>], comparedTo others: [ArraySlice<UInt8>]) -> [String] {
      lines.prefix(count).enumerated().map { index, line in
        excerpt(of: line, around: index < others.count ? commonPrefix(line, others[index]) : 0)
      }
    }
    self.existing = excerpts(of: left, comparedTo: right)
    self.expected = excerpts(of: right, comparedTo: left)
  }
}

private let lineFeed = UInt8(ascii: "\n")
private let maximumLines = 3

/// Splits at bytes, not characters: CR LF is one character, which doesn't equal a line feed.
private func lines(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
  Array(
    text.split(separator: lineFeed, maxSplits: maximumLines, omittingEmptySubsequences: false).prefix(maximumLines))
}

/// The length of the common prefix, in bytes.
private func commonPrefix(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
  var count = 0
  let (leftStart, rightStart) = (left.startIndex, right.startIndex)
  let maximum = min(left.count, right.count)
  while count < maximum, left[leftStart + count] == right[rightStart + count] { count += 1 }
  return count
}

/// The part of `line` around the byte at `offset`, short enough for a terminal.
private func excerpt(of line: ArraySlice<UInt8>, around offset: Int) -> String {
  let width = 96
  let place = scalarStart(in: line, before: line.startIndex + offset)
  // Only looks at the bytes nearby: the line may be long and invalid UTF-8.
  let before = line[..<place].suffix(width / 3 * 4).indices.reversed().filter { isScalarStart(line[$0]) }
  let from = before.prefix(width / 3).last ?? place
  let after = line[from...].prefix(width * 4).indices.filter { isScalarStart(line[$0]) }.dropFirst(width)
  let to = after.first ?? line[from...].prefix(width * 4).endIndex
  return (from > line.startIndex ? "…" : "") + String(decoding: line[from..<to], as: UTF8.self)
    + (to < line.endIndex ? "…" : "")
}

/// The start of the scalar that contains the byte at `index`.
private func scalarStart(in text: ArraySlice<UInt8>, before index: Int) -> Int {
  var start = index
  while start > text.startIndex, start > index - 3, start < text.endIndex, !isScalarStart(text[start]) { start -= 1 }
  return start
}

private func isScalarStart(_ byte: UInt8) -> Bool {
  byte & 0b1100_0000 != 0b1000_0000
}
