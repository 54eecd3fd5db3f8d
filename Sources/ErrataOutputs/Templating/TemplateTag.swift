import ErrataText

/// A tag of a Mustache template, as it stands in the text.
struct TemplateTag {
  enum Kind: Equatable {
    /// `{{name}}`, `{{{name}}}` and `{{&name}}`.
    case variable
    /// `{{#name}}`.
    case section
    /// `{{^name}}`.
    case inverted
    /// `{{/name}}`.
    case end
    /// `{{! … }}`.
    case comment
    /// `{{% … }}`.
    case pragma
    /// `{{> …`, `{{< …`, `{{$ …` and `{{= …`, which templates here do not have.
    case other(Character)
    /// Without an end.
    case open
  }

  let kind: Kind
  /// What stands in it, without white space around.
  let text: String
  /// The UTF-8 offsets in the template.
  let range: Range<Int>
}

/// The tags of `template`, in their order.
func templateTags(in template: String) -> [TemplateTag] {
  let bytes = Array(template.utf8)
  var tags: [TemplateTag] = []
  var index = 0
  func starts(_ text: String, at offset: Int) -> Bool { bytes[offset...].starts(with: text.utf8) }
  while index + 1 < bytes.count {
    guard starts("{{", at: index) else {
      index += 1
      continue
    }
    let isTriple = starts("{{{", at: index)
    let first = index + (isTriple ? 3 : 2)
    var end = first
    while end < bytes.count, !starts("}}", at: end) { end += 1 }
    guard end < bytes.count else {
      return tags + [TemplateTag(kind: .open, text: "", range: index..<bytes.count)]
    }
    let after = end + (isTriple && starts("}}}", at: end) ? 3 : 2)
    let content = singleLine(String(decoding: bytes[first..<end], as: UTF8.self))
    tags.append(
      isTriple ? TemplateTag(kind: .variable, text: content, range: index..<after) : tag(content, index..<after))
    index = after
  }
  return tags
}

private func tag(_ content: String, _ range: Range<Int>) -> TemplateTag {
  let kind: TemplateTag.Kind =
    switch content.first {
    case "#": .section
    case "^": .inverted
    case "/": .end
    case "!": .comment
    case "%": .pragma
    case "&": .variable
    case .some(let sign) where "<>$=".contains(sign): .other(sign)
    default: .variable
    }
  let isPlain = kind == .variable && content.first != "&"
  return TemplateTag(kind: kind, text: isPlain ? content : singleLine(String(content.dropFirst())), range: range)
}
