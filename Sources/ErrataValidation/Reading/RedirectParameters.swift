/// A `name=value` pair of a redirect, decoded as form data.
struct RedirectParameter {
  let name: [UInt8]
  let value: [UInt8]
  /// The byte range of the pair in the URL.
  let range: Range<Int>
  /// The offset of the first `%` that does not begin a valid escape.
  let invalidPercent: Int?

  /// Whether the name and the value are valid UTF-8.
  var isUTF8: Bool { String(validating: name, as: UTF8.self) != nil && String(validating: value, as: UTF8.self) != nil }

  /// - Parameters:
  ///   - url: the URL of the redirect.
  ///   - range: the range of the pair in `url`.
  init(_ url: Bytes, _ range: Range<Int>) {
    let part = url[range].slice
    let equals = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
    let (name, invalidInName) = Self.decoded(part[..<equals])
    let (value, invalidInValue) = Self.decoded(part[min(equals + 1, part.endIndex)...])
    self.name = name
    self.value = value
    self.range = range
    invalidPercent = (invalidInName ?? invalidInValue).map { range.lowerBound + $0 - part.startIndex }
  }

  private static func decoded(_ text: ArraySlice<UInt8>) -> (bytes: [UInt8], invalidPercent: Int?) {
    var bytes: [UInt8] = []
    var invalidPercent: Int?
    var index = text.startIndex
    while index < text.endIndex {
      switch text[index] {
      case UInt8(ascii: "+"): bytes.append(0x20)
      case UInt8(ascii: "%"):
        if index + 2 < text.endIndex, let high = hexadecimalValue(text[index + 1]),
          let low = hexadecimalValue(text[index + 2])
        {
          bytes.append(high << 4 | low)
          index += 2
        } else {
          invalidPercent = invalidPercent ?? index
          bytes.append(UInt8(ascii: "%"))
        }
      default: bytes.append(text[index])
      }
      index += 1
    }
    return (bytes, invalidPercent)
  }
}

/// The parameters of a redirect: of the query, or of the fragment if only the fragment has an error code.
struct RedirectParameters: Sequence, IteratorProtocol {
  let isInFragment: Bool
  private let url: Bytes
  private var rest: Range<Int>

  /// - Parameters:
  ///   - url: the relative or absolute URL of the redirect.
  ///   - codeNames: the names of the parameters that can have the error code.
  init(_ url: Bytes, codeNames: [[UInt8]]) {
    let bytes = url.slice.span
    let hash = bytes.firstOffset(of: UInt8(ascii: "#"), from: 0) ?? bytes.count
    let question = bytes.extracting(0..<hash).firstOffset(of: UInt8(ascii: "?"), from: 0) ?? hash
    let query = Self(url, Swift.min(question + 1, hash)..<hash, isInFragment: false)
    let fragment = Self(url, Swift.min(hash + 1, url.count)..<url.count, isInFragment: true)
    func hasCode(_ parameters: Self) -> Bool {
      codeNames.contains { name in parameters.first { $0.name == name }?.value.isEmpty == false }
    }
    self = !hasCode(query) && hasCode(fragment) ? fragment : query
  }

  private init(_ url: Bytes, _ range: Range<Int>, isInFragment: Bool) {
    self.url = url
    rest = range
    self.isInFragment = isInFragment
  }

  mutating func next() -> RedirectParameter? {
    while !rest.isEmpty {
      let range = rest.lowerBound..<(rest.first { url[$0] == UInt8(ascii: "&") } ?? rest.upperBound)
      rest = Swift.min(range.upperBound + 1, rest.upperBound)..<rest.upperBound
      if !range.isEmpty { return RedirectParameter(url, range) }
    }
    return nil
  }
}
