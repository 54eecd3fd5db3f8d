/// Wraps `paragraph`, whose words are separated by single spaces, into lines.
/// - Parameters:
///   - width: the maximum width of a line.
///   - breaksWords: whether a word wider than a line is broken between characters; otherwise it gets its own line.
///   - measure: the width of a text; its number of Unicode scalars by default.
package func wrapped(
  _ paragraph: String, width: Int, breaksWords: Bool = false,
  measure: (Substring) -> Int = { $0.unicodeScalars.count }
) -> [Substring] {
  var lines: [Substring] = []
  var line: Range<String.Index>?
  var used = 0
  func end() {
    if let line { lines.append(paragraph[line]) }
    line = nil
  }
  for word in paragraph.utf8.split(separator: UInt8(ascii: " ")) {
    let word = Substring(word)
    let wordWidth = measure(word)
    if let start = line?.lowerBound, used + 1 + wordWidth <= width {
      line = start..<word.endIndex
      used += 1 + wordWidth
      continue
    }
    end()
    if !breaksWords || wordWidth <= width {
      line = word.startIndex..<word.endIndex
      used = wordWidth
      continue
    }
    for index in word.indices {
      let next = word.index(after: index)
      let characterWidth = measure(word[index..<next])
      if let start = line?.lowerBound, used + characterWidth <= width {
        line = start..<next
        used += characterWidth
      } else {
        end()
        line = index..<next
        used = characterWidth
      }
    }
  }
  end()
  return lines
}
