import ErrataDiagnostics
import ErrataValidation
import Foundation

/// A file or standard input, read piece by piece.
final class InputFile {
  /// What findings call it.
  let name: String
  /// In bytes; nil where it is not known before the end.
  let size: Int?
  private let descriptor: Int32
  /// What was read to see what the file is.
  private var start: ArraySlice<UInt8> = []

  /// - Throws: `Failure` when it cannot be read or is clearly something else; `CancellationError` when the run is asked to
  ///   stop meanwhile.
  init(_ path: String, kind: InputKind) throws {
    let isStandardInput = path == "-"
    name = isStandardInput ? "<stdin>" : path
    descriptor = isStandardInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw cannotRead(name, reason: String(cString: strerror(errno))) }
    var status = stat()
    let isKnown = fstat(descriptor, &status) == 0
    if isKnown, status.st_mode & S_IFMT == S_IFDIR {
      throw cannotRead(name, reason: "it is a folder", hint: "name the files in it, as in \(path)/*.ndjson")
    }
    size = isKnown && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    try look(kind)
  }

  func close() {
    if descriptor != STDIN_FILENO { Foundation.close(descriptor) }
  }

  /// Fills `buffer` from its start. 0 is the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if !start.isEmpty {
      let part = start.prefix(buffer.count)
      buffer.copyBytes(from: part)
      start = start.dropFirst(part.count)
      return part.count
    }
    while true {
      try waitForInput(descriptor)
      let count = Foundation.read(descriptor, buffer.baseAddress!, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw cannotRead(name, reason: String(cString: strerror(errno))) }
    }
  }

  /// Refuses what is compressed or not in UTF-8, by its first bytes.
  private func look(_ kind: InputKind) throws {
    var bytes = [UInt8](repeating: 0, count: 4)
    var count = 0
    while count < 4 {
      let more = try bytes.withUnsafeMutableBytes {
        try read(into: UnsafeMutableRawBufferPointer(rebasing: $0[count...]))
      }
      if more == 0 { break }
      count += more
    }
    start = bytes[..<count]
    let shown = name == "<stdin>" ? "FILE" : name
    let programs: [([UInt8], String, String)] = [
      ([0x1F, 0x8B], "gzip", "gunzip -c"), ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard", "zstd -dc"),
      ([0x42, 0x5A, 0x68], "bzip2", "bunzip2 -c"), ([0xFD, 0x37, 0x7A, 0x58], "xz", "xz -dc"),
      ([0x50, 0x4B, 0x03, 0x04], "a zip archive", "unzip -p"),
    ]
    for (magic, format, program) in programs where start.starts(with: magic) {
      throw cannotRead(
        name, reason: "it is compressed (\(format))",
        hint: "unpack it first: \(program) \(shown) | errata validate --input \(kind.rawValue) -")
    }
    // One body is judged in any encoding; among lines there is no telling where one of UTF-16 ends.
    if kind != .body, start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
      throw cannotRead(
        name, reason: "it is UTF-16 and not UTF-8",
        hint: "convert it first: iconv -f UTF-16 -t UTF-8 \(shown) | errata validate --input \(kind.rawValue) -")
    }
  }
}
