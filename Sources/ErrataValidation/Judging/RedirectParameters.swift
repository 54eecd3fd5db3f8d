/// The parameters of a redirect, decoded as form data: from the query, or from the fragment where the query names no error.
struct RedirectParameters {
  /// One `name=value`.
  struct Parameter {
    let name: String
    let value: String
    /// Where it stands in the URL, in bytes, with its name.
    let range: Range<Int>
    /// A `%` that begins no escape.
    let strayPercent: Int?
    /// Whether its bytes are not UTF-8.
    let hasBadUTF8: Bool
  }

  let parameters: [Parameter]
  let isInFragment: Bool

  /// - Parameters:
  ///   - url: the URL of the redirect, relative or absolute.
  ///   - codeName: the name of the parameter with the code.
  init(_ url: ByteView, codeName: String) {
    let hash = url.firstIndex(of: UInt8(ascii: "#")) ?? url.endIndex
    let question = url[..<hash].firstIndex(of: UInt8(ascii: "?")) ?? hash
    let query = Self.parse(url, min(question + 1, hash)..<hash)
    if query.contains(where: { $0.name == codeName && !$0.value.isEmpty }) || hash == url.endIndex {
      parameters = query
      isInFragment = false
      return
    }
    let fragment = Self.parse(url, (hash + 1)..<url.endIndex)
    isInFragment = fragment.contains { $0.name == codeName && !$0.value.isEmpty }
    parameters = isInFragment ? fragment : query
  }

  /// The parameter that counts: of doubled ones the first with a value.
  func value(_ name: String) -> Parameter? {
    parameters.first { $0.name == name && !$0.value.isEmpty }
  }

  private static func parse(_ url: ByteView, _ range: Range<Int>) -> [Parameter] {
    url[range].split(separator: UInt8(ascii: "&")).map { part in
      let equals = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
      let name = decode(part[..<equals])
      let value = decode(part[min(equals + 1, part.endIndex)...])
      return Parameter(
        name: String(decoding: name.bytes, as: UTF8.self), value: String(decoding: value.bytes, as: UTF8.self),
        range: part.startIndex..<part.endIndex, strayPercent: name.strayPercent ?? value.strayPercent,
        hasBadUTF8: !isUTF8(name.bytes) || !isUTF8(value.bytes))
    }
  }

  private static func decode(_ text: Slice<ByteView>) -> (bytes: [UInt8], strayPercent: Int?) {
    var bytes: [UInt8] = []
    var stray: Int?
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
          stray = stray ?? index
          bytes.append(UInt8(ascii: "%"))
        }
      default: bytes.append(text[index])
      }
      index += 1
    }
    return (bytes, stray)
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }
}
