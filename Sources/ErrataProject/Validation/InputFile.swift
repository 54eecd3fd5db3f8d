import ErrataDiagnostics
import ErrataText
import ErrataValidation
import Foundation

/// An input of a validation, read piece by piece.
final class InputFile {
  let descriptor: FileDescriptor
  /// What was read to see what the file is.
  private var start: ArraySlice<UInt8> = []

  /// - Throws: `Failure` when it cannot be read or is clearly something else; `CancellationError` when the run is asked to
  ///   stop meanwhile.
  init(_ path: String, kind: InputKind) throws {
    descriptor = try FileDescriptor(reading: path, folderHint: "name the files in it, as in \(path)/*.ndjson")
    try look(kind)
  }

  /// Appends bytes to `output`, as many as there is room for or fewer; none at the end.
  func read(into output: inout OutputSpan<UInt8>) throws {
    if start.isEmpty { return try descriptor.read(into: &output) }
    let part = start.prefix(output.freeCapacity)
    for byte in part { output.append(byte) }
    start = start.dropFirst(part.count)
  }

  /// Refuses what is compressed or not in UTF-8, by its first bytes.
  private func look(_ kind: InputKind) throws {
    let name = descriptor.name
    var bytes: [UInt8] = []
    _ = try bytes.append(upTo: 4, from: read)
    start = bytes[...]
    let shown = name == "<stdin>" ? "FILE" : name
    let programs: [([UInt8], String, String)] = [
      ([0x1F, 0x8B], "gzip", "gunzip -c"), ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard", "zstd -dc"),
      ([0x42, 0x5A, 0x68], "bzip2", "bunzip2 -c"), ([0xFD, 0x37, 0x7A, 0x58], "xz", "xz -dc"),
      ([0x50, 0x4B, 0x03, 0x04], "a zip archive", "unzip -p"),
    ]
    for (magic, format, program) in programs where start.starts(with: magic) {
      throw Failure.cannotRead(
        name, reason: "it is compressed (\(format))",
        hint: "unpack it first: \(program) \(shown) | errata validate --input \(kind.rawValue) -")
    }
    // One body is read in any encoding, but where lines end in UTF-16 cannot be told.
    if kind != .body, start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
      throw Failure.cannotRead(
        name, reason: "it is UTF-16 and not UTF-8",
        hint: "convert it first: iconv -f UTF-16 -t UTF-8 \(shown) | errata validate --input \(kind.rawValue) -")
    }
  }
}
