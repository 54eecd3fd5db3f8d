import ErrataText

/// A challenge of `WWW-Authenticate` (RFC 9110, section 11.6.1).
struct Challenge {
  /// A parameter, with its name in lower case and its value without quotes and escapes.
  struct Parameter {
    let name: [UInt8]
    let value: [UInt8]
    /// The range of the name and the value in the header.
    let range: Range<Int>
  }

  /// In lower case.
  let scheme: String
  var parameters: [Parameter] = []
}

/// The challenges of a header, up to the first violation of its grammar.
struct ChallengeList {
  private(set) var challenges: [Challenge] = []
  /// The offset of that violation.
  private(set) var fault: Int?
  private let text: Bytes
  private var index = 0

  /// - Parameter text: the lines of the header, joined with commas.
  init(_ text: Bytes) {
    self.text = text
    while fault == nil {
      skip { isSpace($0) || $0 == UInt8(ascii: ",") }
      if index == text.count { return }
      readElement()
      skip(isSpace)
      if index < text.count, text[index] != UInt8(ascii: ",") { fault = fault ?? index }
    }
  }

  /// Reads a parameter of the last challenge, or the scheme of the next one with its credentials or first parameter.
  private mutating func readElement() {
    let start = index
    skip(isHTTPTokenByte)
    let name = start..<index
    if name.isEmpty { return fault = index }
    if !challenges.isEmpty, readValue(of: name) { return }
    if fault != nil { return }
    challenges.append(Challenge(scheme: lowercasedText(text[name].slice)))
    let end = index
    skip { $0 == 0x20 }
    if index == end || readToken68() { return }
    let first = index
    skip(isHTTPTokenByte)
    if index > first, !readValue(of: first..<index) { fault = fault ?? index }
  }

  /// Reads the value of a parameter, if an equals sign follows its name.
  /// - Returns: whether the parameter was read.
  private mutating func readValue(of name: Range<Int>) -> Bool {
    let end = index
    skip(isSpace)
    guard index < text.count, text[index] == UInt8(ascii: "=") else {
      index = end
      return false
    }
    index += 1
    skip(isSpace)
    guard let value = isNext(UInt8(ascii: "\"")) ? readQuotedString() : readToken() else {
      fault = index
      return false
    }
    let parameter = Challenge.Parameter(
      name: text[name].slice.map(lowercased), value: value, range: name.lowerBound..<index)
    challenges[challenges.count - 1].parameters.append(parameter)
    return true
  }

  private mutating func readToken() -> [UInt8]? {
    let start = index
    skip(isHTTPTokenByte)
    return start == index ? nil : Array(text[start..<index].slice)
  }

  /// - Returns: the text between the quotes; nil if the closing quote is missing or a character is not allowed.
  private mutating func readQuotedString() -> [UInt8]? {
    var value: [UInt8] = []
    index += 1
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "\""):
        index += 1
        return value
      case UInt8(ascii: "\\"):
        index += 1
        guard index < text.count, isQuotable(text[index]) else { return nil }
      case let byte where !isQuotable(byte): return nil
      default: break
      }
      value.append(text[index])
      index += 1
    }
    return nil
  }

  /// Reads credentials that are not parameters, such as base64, which end at a comma or the end of the header.
  private mutating func readToken68() -> Bool {
    let start = index
    skip { isLetterOrDigit($0) || "-._~+/".utf8.contains($0) }
    let isEmpty = index == start
    skip { $0 == UInt8(ascii: "=") }
    let end = index
    skip(isSpace)
    if !isEmpty, index == text.count || isNext(UInt8(ascii: ",")) {
      index = end
      return true
    }
    index = start
    return false
  }

  private func isNext(_ byte: UInt8) -> Bool { index < text.count && text[index] == byte }

  private mutating func skip(_ isSkipped: (UInt8) -> Bool) {
    while index < text.count, isSkipped(text[index]) { index += 1 }
  }
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lowercased(byte))
}

/// Whether `byte` can be in a quoted string, if need be after a backslash (RFC 9110, section 5.6.4).
private func isQuotable(_ byte: UInt8) -> Bool { byte == 0x09 || (byte >= 0x20 && byte != 0x7F) }
