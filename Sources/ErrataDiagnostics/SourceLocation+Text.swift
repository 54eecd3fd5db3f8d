extension SourceLocation {
  /// Where `text` is for the first time after `prefix` in the location; nil if it isn't, as in a string with escapes.
  package func range(of text: String, after prefix: String) -> SourceLocation? {
    let wanted = Array((prefix + text).utf8)
    let bytes = file.bytes.dropFirst(file.offset(of: start)).prefix(file.offset(of: end) - file.offset(of: start))
    guard let index = bytes.indices.first(where: { bytes[$0...].starts(with: wanted) }) else { return nil }
    let offset = index - file.bytes.startIndex
    return SourceLocation(
      file: file, start: file.position(ofByteAt: offset + prefix.utf8.count),
      end: file.position(ofByteAt: offset + wanted.count))
  }
}
