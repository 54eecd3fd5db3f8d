import ErrataText

/// The names of the headers that have fields of a catalogue, without regard to case (RFC 9110, section 5.1).
struct HeaderNames: Sendable {
  /// In lower case.
  private var names: [String] = []

  /// Adds `name`, unless it is there already.
  mutating func add(_ name: String) {
    let name = lowercasedText(Array(name.utf8)[...])
    if !names.contains(name) { names.append(name) }
  }

  /// The index of `name`; nil if no field is in this header.
  func index(of name: ByteSpan) -> Int? {
    for index in names.indices where isEqualIgnoringCase(name, names[index]) { return index }
    return nil
  }

  /// The name of a header that was sent several times.
  func text(of name: ResponseHeaders.Name) -> String { name.place.map { names[$0] } ?? "retry-after" }
}

/// Whether `text` is `expected`, which is in lower case, without regard to the case of ASCII letters.
func isEqualIgnoringCase(_ text: ByteSpan, _ expected: String) -> Bool {
  withBytes(of: expected) { expected in
    guard text.count == expected.count else { return false }
    for index in text.indices where lowercased(text[index]) != expected[index] { return false }
    return true
  }
}
