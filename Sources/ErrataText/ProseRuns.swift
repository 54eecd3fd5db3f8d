// Bytes, not characters: a backtick or a bracket with a combining mark is still one.
private let backtick = UInt8(ascii: "`")

/// The text, code and links of a paragraph or an item on one line.
func proseRuns(of line: String) -> [Prose.Run] {
  guard hasByte(line, where: { $0 == UInt8(ascii: "[") }) else { return textAndCode(in: line.utf8[...]) }
  var runs: [Prose.Run] = []
  var rest = line.utf8[...]
  for link in links(in: rest) {
    runs += textAndCode(in: rest[..<link.start])
    runs.append(.link(textAndCode(in: link.text), url: String(Substring(link.url))))
    rest = rest[link.end...]
  }
  return runs + textAndCode(in: rest)
}

private func textAndCode(in line: Substring.UTF8View) -> [Prose.Run] {
  var runs: [Prose.Run] = []
  var text = ""
  var rest = line
  while let start = rest.firstIndex(of: backtick) {
    text += Substring(rest[..<start])
    let (code, end) = code(atStartOf: rest[start...])
    if let code {
      if !text.isEmpty { runs.append(.text(text)) }
      runs.append(.code(String(Substring(code))))
      text = ""
    } else {
      text += Substring(rest[start..<end])
    }
    rest = rest[end...]
  }
  text += Substring(rest)
  return text.isEmpty ? runs : runs + [.text(text)]
}

/// The code between two single backticks, of which `text` begins with the first, and where it ends; nil and the end of the backticks
/// if these are literal.
private func code(atStartOf text: Substring.UTF8View) -> (code: Substring.UTF8View?, end: String.Index) {
  let ticks = text.prefix { $0 == backtick }
  let rest = text[ticks.endIndex...]
  guard ticks.count == 1, let end = rest.firstIndex(of: backtick),
    rest[end...].prefix(while: { $0 == backtick }).count == 1
  else { return (nil, ticks.endIndex) }
  return (rest[..<end], rest.index(after: end))
}

/// `[text](url)`.
private struct Link {
  let start: String.Index
  let text: Substring.UTF8View
  let url: Substring.UTF8View
  let end: String.Index
}

/// The links in `line`. As in CommonMark, brackets are literal in code, a link has no links in its text, and one after `!` is an image,
/// which remains text.
private func links(in line: Substring.UTF8View) -> [Link] {
  var links: [Link] = []
  /// The brackets that may begin a link.
  var brackets: [String.Index] = []
  var index = line.startIndex
  while index < line.endIndex {
    let next = line.index(after: index)
    switch line[index] {
    case backtick: index = code(atStartOf: line[index...]).end
    case UInt8(ascii: "["):
      brackets.append(index)
      index = next
    case UInt8(ascii: "]"):
      index = next
      guard let start = brackets.popLast(), !isAfterExclamationMark(start, in: line),
        let url = url(atStartOf: line[next...])
      else { continue }
      let text = line[line.index(after: start)..<line.index(before: next)]
      if text.allSatisfy(isSpace) { continue }
      index = line.index(after: url.endIndex)
      links.append(Link(start: start, text: text, url: url, end: index))
      brackets = []
    default: index = next
    }
  }
  return links
}

private func isAfterExclamationMark(_ index: String.Index, in line: Substring.UTF8View) -> Bool {
  index > line.startIndex && line[line.index(before: index)] == UInt8(ascii: "!")
}

/// The URL in the parentheses with which `text` begins. It has balanced parentheses, and no white space or brackets: so each byte is
/// looked at once, however many brackets there are.
private func url(atStartOf text: Substring.UTF8View) -> Substring.UTF8View? {
  guard text.first == UInt8(ascii: "(") else { return nil }
  let rest = text.dropFirst()
  var depth = 1
  for index in rest.indices {
    switch rest[index] {
    case UInt8(ascii: "("): depth += 1
    case UInt8(ascii: ")"): depth -= 1
    case UInt8(ascii: "["), UInt8(ascii: "]"), ...0x20, 0x7F: return nil
    default: break
    }
    if depth == 0 { return index == rest.startIndex ? nil : rest[..<index] }
  }
  return nil
}
