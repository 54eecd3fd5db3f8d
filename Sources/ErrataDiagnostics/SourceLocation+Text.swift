extension SourceLocation {
  /// Where `text` is in the location, after the occurrence of `prefix` that has `number` others before it; nil if it isn't there, as in
  /// a string with escapes.
  package func range(of text: String, after prefix: String, number: Int) -> SourceLocation? {
    let bytes = file.bytes.dropFirst(file.offset(of: start)).prefix(file.offset(of: end) - file.offset(of: start))
    let prefixes = bytes.indices.lazy.filter { bytes[$0...].starts(with: prefix.utf8) }
    guard let index = prefixes.dropFirst(number).first, bytes[index...].starts(with: (prefix + text).utf8) else {
      return nil
    }
    let offset = index - file.bytes.startIndex + prefix.utf8.count
    return SourceLocation(
      file: file, start: file.position(ofByteAt: offset), end: file.position(ofByteAt: offset + text.utf8.count))
  }
}
