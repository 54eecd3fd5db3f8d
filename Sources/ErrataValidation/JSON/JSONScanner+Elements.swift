import ErrataText

/// Iteration over objects and arrays, for inputs that contain responses.
extension JSONScanner {
  /// Reads the next key of an object, up to its value, which the caller must read.
  /// - Parameter isFirst: true before the opening brace; set to false.
  /// - Returns: the key, or nil after the last member.
  mutating func nextKey(_ bytes: ByteSpan, _ isFirst: inout Bool) throws(JSONFault) -> JSONToken? {
    let isNext = try advance(bytes, &isFirst, from: UInt8(ascii: "{"), to: UInt8(ascii: "}"), .expectedBrace)
    guard isNext else { return nil }
    return try key(bytes)
  }

  /// Advances to the next element of an array, which the caller must read.
  /// - Parameter isFirst: true before the opening bracket; set to false.
  /// - Returns: false after the last element.
  mutating func nextElement(_ bytes: ByteSpan, _ isFirst: inout Bool) throws(JSONFault) -> Bool {
    try advance(bytes, &isFirst, from: UInt8(ascii: "["), to: UInt8(ascii: "]"), .expectedBracket)
  }

  private mutating func advance(
    _ bytes: ByteSpan, _ isFirst: inout Bool, from opening: UInt8, to closing: UInt8, _ expected: JSONFault
  ) throws(JSONFault) -> Bool {
    if isFirst {
      isFirst = false
      try require(opening, .expectedValue, bytes)
      skipWhiteSpace(bytes)
      return !skip(closing, bytes)
    }
    skipWhiteSpace(bytes)
    if skip(closing, bytes) { return false }
    try require(UInt8(ascii: ","), expected, bytes)
    skipWhiteSpace(bytes)
    return true
  }
}

extension JSONToken {
  /// Whether the string is `name`.
  func equals(_ name: String, _ bytes: ByteSpan) -> Bool {
    withBytes(of: name) { name in
      hasEscapes ? isEqual(unescaped(bytes).span, name) : isEqual(bytes.extracting(range), name)
    }
  }
}
