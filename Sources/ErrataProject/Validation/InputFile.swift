import ErrataDiagnostics
import ErrataText
import ErrataValidation
import Foundation

/// An input file of a validation, read in chunks.
final class InputFile {
  let descriptor: FileDescriptor
  /// The first bytes, which were read to detect the format.
  private var prefix: ArraySlice<UInt8> = []

  /// Opens the file at `path`.
  /// - Throws: `Failure` if the file cannot be read or has an unsupported format; `CancellationError` if the run is interrupted.
  init(_ path: String, kind: InputKind) throws {
    descriptor = try FileDescriptor(reading: path, folderHint: "name the files in it, as in \(path)/*.ndjson")
    try rejectUnsupportedFormat(kind)
  }

  /// Appends bytes to `output`, up to its free capacity; appends none at the end of the file.
  func read(into output: inout OutputSpan<UInt8>) throws {
    if prefix.isEmpty { return try descriptor.read(into: &output) }
    let part = prefix.prefix(output.freeCapacity)
    for byte in part { output.append(byte) }
    prefix = prefix.dropFirst(part.count)
  }

  /// Checks the first bytes for compressed formats and UTF-16.
  private func rejectUnsupportedFormat(_ kind: InputKind) throws {
    let name = descriptor.name
    var bytes: [UInt8] = []
    _ = try bytes.append(upTo: 4, from: read)
    prefix = bytes[...]
    let path = name == "<stdin>" ? "FILE" : name
    let programs: [([UInt8], String, String)] = [
      ([0x1F, 0x8B], "gzip", "gunzip -c"), ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard", "zstd -dc"),
      ([0x42, 0x5A, 0x68], "bzip2", "bunzip2 -c"), ([0xFD, 0x37, 0x7A, 0x58], "xz", "xz -dc"),
      ([0x50, 0x4B, 0x03, 0x04], "a zip archive", "unzip -p"),
    ]
    for (magic, format, program) in programs where prefix.starts(with: magic) {
      throw Failure.cannotRead(
        name, reason: "the file is compressed (\(format))",
        hint: "decompress it first: \(program) \(path) | errata validate --input \(kind.rawValue) -")
    }
    // A single body is read in any encoding, but lines cannot be split in UTF-16.
    if kind != .body, prefix.starts(with: [0xFF, 0xFE]) || prefix.starts(with: [0xFE, 0xFF]) {
      throw Failure.cannotRead(
        name, reason: "expected UTF-8, found UTF-16",
        hint: "convert it first: iconv -f UTF-16 -t UTF-8 \(path) | errata validate --input \(kind.rawValue) -")
    }
  }
}
