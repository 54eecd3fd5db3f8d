/// Reading of objects whose keys are known beforehand: the envelopes in which recordings keep answers.
extension JSONScanner {
  /// Reads the object whose brace comes next.
  /// - Parameter member: reads the value that comes next, under the key it is given, and says whether that went well.
  mutating func members(_ member: (JSONToken, inout JSONScanner) -> Bool) -> Bool {
    guard take(UInt8(ascii: "{")) else { return failExpecting(.expectedValue) }
    skipWhiteSpace()
    if take(UInt8(ascii: "}")) { return true }
    while true {
      guard index < count, bytes[index] == UInt8(ascii: "\"") else { return failExpecting(.expectedKey) }
      guard string() else { return false }
      let key = token
      guard colon(), member(key, &self) else { return false }
      skipWhiteSpace()
      if take(UInt8(ascii: "}")) { return true }
      guard take(UInt8(ascii: ",")) else { return failExpecting(.expectedBrace) }
      skipWhiteSpace()
    }
  }

  /// Reads the array whose bracket comes next.
  /// - Parameter element: reads the value that comes next, and says whether that went well.
  mutating func elements(_ element: (inout JSONScanner) -> Bool) -> Bool {
    guard take(UInt8(ascii: "[")) else { return failExpecting(.expectedValue) }
    skipWhiteSpace()
    if take(UInt8(ascii: "]")) { return true }
    while true {
      guard element(&self) else { return false }
      skipWhiteSpace()
      if take(UInt8(ascii: "]")) { return true }
      guard take(UInt8(ascii: ",")) else { return failExpecting(.expectedBracket) }
      skipWhiteSpace()
    }
  }

  /// Whether `key` is `name`.
  func isKey(_ key: JSONToken, _ name: StaticString) -> Bool {
    if key.hasEscapes { return key.string(bytes) == name.description }
    guard key.count == name.utf8CodeUnitCount else { return false }
    for offset in 0..<key.count where bytes[key.start + offset] != name.utf8Start[offset] { return false }
    return true
  }
}
