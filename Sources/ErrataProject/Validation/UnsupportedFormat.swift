import ErrataValidation

/// A format that the validator does not read, and the command that converts it.
struct UnsupportedFormat {
  /// Why the file cannot be read.
  let reason: String
  /// Writes the converted file to standard output, if the file's name follows.
  private let command: String
  private let advice: String

  /// The format of a file.
  /// - Parameters:
  ///   - prefix: the first four bytes, or fewer if they tell that it begins with no signature.
  ///   - kind: what the file should contain.
  init?(of prefix: [UInt8], as kind: InputKind) {
    if let (_, format, command) = Self.compressed.first(where: { prefix.starts(with: $0.signature) }) {
      reason = "the file is compressed (\(format))"
      self.command = command
      advice = "decompress it first"
    } else if kind != .body, Self.wideMarks.contains(where: { prefix.starts(with: $0) }) {
      // A single body is read in any encoding, but lines cannot be split in UTF-16.
      reason = "expected UTF-8, found UTF-16"
      command = "iconv -f UTF-16 -t UTF-8"
      advice = "convert it first"
    } else {
      return nil
    }
  }

  /// How to convert the file called `name`, and pipe it to the command `reader`.
  func hint(_ name: String, for reader: String) -> String {
    "\(advice): \(command) \(name == "<stdin>" ? "FILE" : name) | \(reader)"
  }

  /// Whether `bytes` are the beginning of a signature, but not all of it.
  static func mayBegin(with bytes: [UInt8]) -> Bool {
    (compressed.map(\.signature) + wideMarks).contains { bytes.count < $0.count && $0.starts(with: bytes) }
  }

  private static let compressed: [(signature: [UInt8], name: String, command: String)] =
    [
      ([0x1F, 0x8B], "gzip", "gunzip -c"), ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard", "zstd -dc"),
      ([0x42, 0x5A, 0x68], "bzip2", "bunzip2 -c"), ([0xFD, 0x37, 0x7A, 0x58], "xz", "xz -dc"),
      ([0x04, 0x22, 0x4D, 0x18], "LZ4", "lz4 -dc"), ([0x50, 0x4B, 0x03, 0x04], "a zip archive", "unzip -p"),
    ]
    // A file of Zstandard may begin with a frame that is skipped (RFC 8878, section 3.1.2), as those of pzstd do.
    + (0x50...0x5F).map { ([$0, 0x2A, 0x4D, 0x18], "Zstandard", "zstd -dc") }

  /// The byte order marks of UTF-16.
  private static let wideMarks: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF]]
}
