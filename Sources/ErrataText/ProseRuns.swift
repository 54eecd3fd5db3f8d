// Bytes, not characters: a backtick or a bracket with a combining mark is still one.
let backtick = UInt8(ascii: "`")

/// The text, code and links of a paragraph or an item on one line.
func proseRuns(of line: String) -> [Prose.Run] {
  guard hasByte(line, where: { $0 == UInt8(ascii: "[") }) else { return textAndCode(in: line.utf8[...]) }
  var runs: [Prose.Run] = []
  var rest = line.utf8[...]
  for link in linkMarkup(in: rest) where link.flaw == nil {
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
func code(atStartOf text: Substring.UTF8View) -> (code: Substring.UTF8View?, end: String.Index) {
  let ticks = text.prefix { $0 == backtick }
  let rest = text[ticks.endIndex...]
  guard ticks.count == 1, let end = rest.firstIndex(of: backtick),
    rest[end...].prefix(while: { $0 == backtick }).count == 1
  else { return (nil, ticks.endIndex) }
  return (rest[..<end], rest.index(after: end))
}
