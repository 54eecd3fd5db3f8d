/// Reading of objects and arrays element by element: the envelopes in which recordings keep responses.
extension JSONScanner {
  /// Reads the next key of an object, up to its value, which is the caller's to read.
  /// - Parameter isFirst: true before the object, whose brace comes next then.
  /// - Returns: nil after the last member, or where something is wrong: `fault` says which.
  mutating func nextKey(_ bytes: ByteSpan, _ isFirst: inout Bool) -> JSONToken? {
    guard advance(bytes, &isFirst, from: UInt8(ascii: "{"), to: UInt8(ascii: "}"), .expectedBrace) else { return nil }
    guard isNext(UInt8(ascii: "\""), bytes) else {
      _ = failExpecting(.expectedKey, bytes)
      return nil
    }
    guard string(bytes) else { return nil }
    let key = token
    return colon(bytes) ? key : nil
  }

  /// Goes to the next element of an array, which is the caller's to read.
  /// - Parameter isFirst: true before the array, whose bracket comes next then.
  /// - Returns: false after the last element, or where something is wrong: `fault` says which.
  mutating func nextElement(_ bytes: ByteSpan, _ isFirst: inout Bool) -> Bool {
    advance(bytes, &isFirst, from: UInt8(ascii: "["), to: UInt8(ascii: "]"), .expectedBracket)
  }

  private mutating func advance(
    _ bytes: ByteSpan, _ isFirst: inout Bool, from opening: UInt8, to closing: UInt8, _ expected: JSONFault
  ) -> Bool {
    if isFirst {
      isFirst = false
      guard skip(opening, bytes) else { return failExpecting(.expectedValue, bytes) }
      skipWhiteSpace(bytes)
      return !skip(closing, bytes)
    }
    skipWhiteSpace(bytes)
    if skip(closing, bytes) { return false }
    guard skip(UInt8(ascii: ","), bytes) else { return failExpecting(expected, bytes) }
    skipWhiteSpace(bytes)
    return true
  }
}

extension JSONToken {
  /// Whether the string is `name`.
  func equals(_ name: String, _ bytes: ByteSpan) -> Bool {
    if hasEscapes { return unescaped(bytes).elementsEqual(name.utf8) }
    guard count == name.utf8.count else { return false }
    var place = start
    for byte in name.utf8 {
      if bytes[place] != byte { return false }
      place += 1
    }
    return true
  }
}
