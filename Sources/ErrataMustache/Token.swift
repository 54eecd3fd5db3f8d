/// A token of a template: text or a tag.
enum Token {
  /// Text to copy to the output.
  case text(Range<Int>)
  /// - indent: the column of the tag if only white space precedes it on its line; nil otherwise.
  case tag(Tag, indent: Int?)

  /// The tokens of a template, without the white space and line breaks around standalone tags.
  static func all(in template: [UInt8], _ tags: [Tag]) -> [Token] {
    var tokens: [Token] = []
    var end = 0
    func addText(upTo offset: Int) {
      if end < offset { tokens.append(.text(end..<offset)) }
    }
    for tag in tags {
      let lineStart = startOfLine(before: tag.range.lowerBound, in: template)
      let isFirst = lineStart != nil
      let lineEnd = tag.canBeStandalone && isFirst ? endOfLine(after: tag.range.upperBound, in: template) : nil
      // An earlier tag on this line may already have consumed the white space.
      if let lineStart, let lineEnd, lineStart >= end {
        addText(upTo: lineStart)
        end = lineEnd
      } else {
        addText(upTo: tag.range.lowerBound)
        end = tag.range.upperBound
      }
      tokens.append(.tag(tag, indent: lineStart.map { tag.range.lowerBound - $0 }))
    }
    addText(upTo: template.count)
    return tokens
  }

  /// The start of the line of `offset`; nil if there is more than white space in between.
  private static func startOfLine(before offset: Int, in template: [UInt8]) -> Int? {
    var index = offset
    while index > 0, isBlank(template[index - 1]) { index -= 1 }
    return index == 0 || template[index - 1] == UInt8(ascii: "\n") ? index : nil
  }

  /// The start of the line after `offset`; nil if there is more than white space in between.
  private static func endOfLine(after offset: Int, in template: [UInt8]) -> Int? {
    var index = offset
    while index < template.count, isBlank(template[index]) { index += 1 }
    if index == template.count { return index }
    if template[index] == UInt8(ascii: "\r"), index + 1 < template.count { index += 1 }
    return template[index] == UInt8(ascii: "\n") ? index + 1 : nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
