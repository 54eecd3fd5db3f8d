/// A part of an input that contains one response: a line, an entry of a recording, or a whole file.
struct InputPart {
  /// The maximum size of a part in bytes.
  static let sizeLimit = 8 << 20

  /// The text of the part; empty if it exceeds `sizeLimit`.
  var text = Bytes([])
  /// The position of the text in the input.
  var start: Position = (1, 1)
}
