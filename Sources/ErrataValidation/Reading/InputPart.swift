/// A part of an input that holds one response: a line, an entry of a recording, all of a file.
struct InputPart {
  /// How many bytes a part may have.
  static let sizeLimit = 8 << 20

  /// Empty where it is too large to keep.
  var text = Bytes([])
  /// Where the text begins in the input.
  var start: Position = (1, 1)
}
