import ErrataDiagnostics
import ErrataText
import ErrataValidation

/// An input of a validation: bytes that are read in chunks.
protocol ByteSource {
  /// The name for diagnostics.
  var name: String { get }

  /// Appends bytes to `output`, at most as many as it has room for; none at the end.
  /// - Throws: `Failure` if it cannot be read; `CancellationError` if the run is interrupted.
  func read(into output: inout OutputSpan<UInt8>) throws

  /// Waits until bytes or the end can be read without waiting, at most until `deadline`.
  /// - Returns: whether they can.
  /// - Throws: `CancellationError` if the run is interrupted.
  func waitForInput(until deadline: ContinuousClock.Instant?) throws -> Bool
}

extension FileDescriptor: ByteSource {}

/// An input file of a validation, whose format has been checked.
final class InputFile {
  private let source: any ByteSource
  /// The first bytes, which were read to detect the format.
  private var prefix: ArraySlice<UInt8> = []

  /// Reads the first bytes of `source`.
  /// - Parameter reader: the command to pipe a converted file to.
  /// - Throws: `Failure` if it cannot be read or has an unsupported format; `CancellationError` if the run is interrupted.
  init(_ source: any ByteSource, kind: InputKind, reader: String) throws {
    self.source = source
    var bytes: [UInt8] = []
    // A live log may begin with a line that is shorter than a signature, and pause. No signature contains a line feed.
    while UnsupportedFormat.mayBegin(with: bytes), try !bytes.append(upTo: bytes.count + 1, from: source.read) {}
    prefix = bytes[...]
    if let format = UnsupportedFormat(of: bytes, as: kind) {
      throw Failure.cannotRead(source.name, reason: format.reason, hint: format.hint(source.name, for: reader))
    }
  }

  /// The input for the validator.
  var input: InputSource {
    InputSource(name: source.name, waitForInput: waitForInput, read: read)
  }

  private func waitForInput(until deadline: ContinuousClock.Instant) throws -> Bool {
    try !prefix.isEmpty || source.waitForInput(until: deadline)
  }

  /// Appends bytes to `output`, up to its free capacity; appends none at the end of the file.
  private func read(into output: inout OutputSpan<UInt8>) throws {
    if prefix.isEmpty { return try source.read(into: &output) }
    let part = prefix.prefix(output.freeCapacity)
    for byte in part { output.append(byte) }
    prefix = prefix.dropFirst(part.count)
  }
}
