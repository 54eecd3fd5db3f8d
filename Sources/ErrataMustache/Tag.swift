import ErrataText

/// A tag of a template.
package struct Tag: Sendable {
  package enum Kind: Equatable, Sendable {
    /// `{{name}}`.
    case variable
    /// `{{{name}}}` and `{{&name}}`.
    case unescapedVariable
    /// `{{#name}}`.
    case section
    /// `{{^name}}`.
    case invertedSection
    /// `{{/name}}`.
    case sectionEnd
    /// `{{! … }}`.
    case comment
    /// `{{% … }}`.
    case pragma
    /// `{{> …}}`, `{{< …}}`, `{{$ …}}` and `{{= …}}`: Mustache that Errata doesn't support.
    case unsupported(Character)
    /// A tag without `}}`.
    case unterminated
  }

  package let kind: Kind
  /// The content of the braces, without its sign and surrounding white space.
  package let text: String
  /// UTF-8 offsets in the template.
  package let range: Range<Int>

  /// The tags of a template, in order.
  static func all(in template: [UInt8]) -> [Tag] {
    var tags: [Tag] = []
    var index = 0
    while let start = firstPair(of: UInt8(ascii: "{"), in: template, from: index) {
      let isTriple = template[start...].starts(with: "{{{".utf8)
      let first = start + (isTriple ? 3 : 2)
      guard let end = firstPair(of: UInt8(ascii: "}"), in: template, from: first) else {
        return tags + [Tag(kind: .unterminated, text: "", range: start..<template.count)]
      }
      let isClosedTriple = isTriple && template[end...].starts(with: "}}}".utf8)
      index = end + (isClosedTriple ? 3 : 2)
      let content = singleLine(String(decoding: template[first..<end], as: UTF8.self))
      tags.append(
        isTriple
          ? Tag(kind: .unescapedVariable, text: content, range: start..<index) : Tag(content, range: start..<index))
    }
    return tags
  }

  private init(kind: Kind, text: String, range: Range<Int>) {
    self.kind = kind
    self.text = text
    self.range = range
  }

  /// - Parameter content: the text between double braces.
  private init(_ content: String, range: Range<Int>) {
    let kind: Kind =
      switch content.first {
      case "#": .section
      case "^": .invertedSection
      case "/": .sectionEnd
      case "!": .comment
      case "%": .pragma
      case "&": .unescapedVariable
      case .some(let sign) where "<>$=".contains(sign): .unsupported(sign)
      default: .variable
      }
    self.init(
      kind: kind, text: kind == .variable ? content : singleLine(String(content.dropFirst())), range: range)
  }

  private static func firstPair(of brace: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + 1 < bytes.count {
      if bytes[index] == brace, bytes[index + 1] == brace { return index }
      index += 1
    }
    return nil
  }

  /// Whether the tag writes nothing itself, so that a line with only the tag is removed (Mustache's "standalone tags").
  var canBeStandalone: Bool {
    switch kind {
    case .section, .invertedSection, .sectionEnd, .comment, .pragma: true
    case .variable, .unescapedVariable, .unsupported, .unterminated: false
    }
  }
}
