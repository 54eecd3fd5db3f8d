import ErrataCatalog

/// The parts of a string that are not part of the value of a field.
struct TextCut: Sendable {
  /// A text after it is cut.
  struct Result {
    let range: Range<Int>
    /// Whether the text begins with the prefix, if there is one.
    let hasPrefix: Bool
  }

  private let until: [UInt8]?
  private let after: [UInt8]?
  private let prefix: [UInt8]?

  /// nil if nothing is cut off in `place`.
  init?(_ place: FieldPlace) {
    if place.until == nil, place.after == nil, place.prefix == nil { return nil }
    until = place.until.map { Array($0.utf8) }
    after = place.after.map { Array($0.utf8) }
    prefix = place.prefix.map { Array($0.utf8) }
  }

  /// The part of `text` that is the value; nil if it is none: `about:blank` in the place of a type (RFC 9457, section 4.2.1).
  func cut(_ text: ByteSpan) -> Result? {
    var range = 0..<text.count
    if let until, let offset = firstOffset(of: until, text) { range = 0..<offset }
    if let after, let offset = firstOffset(of: after, text.extracting(range)) {
      range = (range.lowerBound + offset + after.count)..<range.upperBound
    }
    guard let prefix else { return Result(range: range, hasPrefix: true) }
    let value = text.extracting(range)
    if isEqual(value, Array("about:blank".utf8).span) { return nil }
    guard value.count >= prefix.count, isEqual(value.extracting(first: prefix.count), prefix.span) else {
      return Result(range: range, hasPrefix: false)
    }
    return Result(range: (range.lowerBound + prefix.count)..<range.upperBound, hasPrefix: true)
  }

  private func firstOffset(of part: [UInt8], _ text: ByteSpan) -> Int? {
    guard let first = part.first else { return 0 }
    var start = 0
    while let offset = text.firstOffset(of: first, from: start), offset + part.count <= text.count {
      if isEqual(text.extracting(offset..<(offset + part.count)), part.span) { return offset }
      start = offset + 1
    }
    return nil
  }
}
