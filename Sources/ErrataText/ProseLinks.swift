/// A link in prose, or what was meant to be one: `[text](https://…)`.
package struct ProseLink: Sendable {
  /// Why it is literal text.
  package enum Flaw: Sendable, Equatable {
    /// Nothing but white space is in the brackets.
    case noText
    /// The URL is not followed by `)`, but by this byte; nil at the end of the paragraph or item.
    case unclosed(before: UInt8?)
  }

  /// The URL, as far as there is one.
  package let url: String
  /// Why it isn't a link; nil if it is one.
  package let flaw: Flaw?
  /// How many `](` are before its own in the text.
  package let number: Int
}

extension Prose {
  /// The links in a text of the catalogue, and what was meant to be one since it has an `http` or `https` URL, in order.
  package static func links(in text: String) -> [ProseLink] {
    var links: [ProseLink] = []
    var count = 0
    for part in parts(of: text, findsItems: true) {
      var rest = part.line.utf8[...]
      for link in linkMarkup(in: rest) {
        count += countOfTargets(in: rest[..<link.url.startIndex])
        links.append(ProseLink(url: String(Substring(link.url)), flaw: link.flaw, number: count - 1))
        rest = rest[link.url.startIndex...]
      }
      count += countOfTargets(in: rest)
    }
    return links
  }

  /// How many `](` are in `text`.
  private static func countOfTargets(in text: Substring.UTF8View) -> Int {
    zip(text, text.dropFirst()).count { $0 == UInt8(ascii: "]") && $1 == UInt8(ascii: "(") }
  }
}

/// `[text](url)`.
struct LinkMarkup {
  let start: String.Index
  let text: Substring.UTF8View
  let url: Substring.UTF8View
  let end: String.Index
  /// Why it is literal; nil if it is a link.
  let flaw: ProseLink.Flaw?
}

/// The links in `line`, and what was meant to be one. As in CommonMark, brackets are literal in code, a link has no links in its text,
/// and one after `!` is an image, which remains text.
func linkMarkup(in line: Substring.UTF8View) -> [LinkMarkup] {
  var links: [LinkMarkup] = []
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
        let (url, urlFlaw) = url(atStartOf: line[next...])
      else { continue }
      let text = line[line.index(after: start)..<line.index(before: next)]
      let flaw = urlFlaw ?? (text.allSatisfy(isSpace) ? .noText : nil)
      guard flaw == nil ? looksLikeAddress(url) : isHTTP(url) else { continue }
      if flaw == nil {
        index = line.index(after: url.endIndex)
        brackets = []
      }
      links.append(LinkMarkup(start: start, text: text, url: url, end: index, flaw: flaw))
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
private func url(atStartOf text: Substring.UTF8View) -> (url: Substring.UTF8View, flaw: ProseLink.Flaw?)? {
  guard text.first == UInt8(ascii: "(") else { return nil }
  let rest = text.dropFirst()
  var depth = 1
  for index in rest.indices {
    let byte = rest[index]
    switch byte {
    case UInt8(ascii: "("): depth += 1
    case UInt8(ascii: ")"): depth -= 1
    case UInt8(ascii: "["), UInt8(ascii: "]"), ...0x20, 0x7F: return (rest[..<index], .unclosed(before: byte))
    default: break
    }
    if depth == 0 { return (rest[..<index], nil) }
  }
  return (rest, .unclosed(before: nil))
}

/// Whether `text` was meant as a URL or a path, unlike the `x` of `f[i](x)`.
private func looksLikeAddress(_ text: Substring.UTF8View) -> Bool { text.contains(where: ":/.#".utf8.contains) }

private func isHTTP(_ url: Substring.UTF8View) -> Bool {
  let start = url.prefix(6).map { $0 | 0x20 }
  return start.starts(with: "http:".utf8) || start.starts(with: "https:".utf8)
}
