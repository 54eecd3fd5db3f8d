/// A named stream of bytes, such as a file that is read in chunks.
public struct InputSource {
  /// The name that findings show.
  public let name: String
  /// Appends bytes, up to the free capacity; appends none at the end of the stream. An error that it throws ends the validation.
  public let read: (inout OutputSpan<UInt8>) throws -> Void

  /// Waits until bytes or the end of the stream can be read without waiting, at most until a deadline. Returns whether they can.
  public let waitForInput: (_ deadline: ContinuousClock.Instant) throws -> Bool

  /// - Parameters:
  ///   - name: the name that findings show.
  ///   - waitForInput: waits until bytes or the end of the stream can be read without waiting, at most until a deadline, and
  ///     returns whether they can. If a live stream pauses, the findings in what it has sent are emitted. By default, a stream
  ///     never pauses. It is called like `read`.
  ///   - read: appends bytes, up to the free capacity; appends none at the end of the stream. It is called from several threads,
  ///     but never concurrently.
  public init(
    name: String, waitForInput: @escaping (_ deadline: ContinuousClock.Instant) throws -> Bool = { _ in true },
    read: @escaping (inout OutputSpan<UInt8>) throws -> Void
  ) {
    self.name = name
    self.waitForInput = waitForInput
    self.read = read
  }

  /// An input in memory.
  public init(name: String, bytes: [UInt8]) {
    var rest = bytes[...]
    self.init(name: name) { output in
      let part = rest.prefix(output.freeCapacity)
      for byte in part { output.append(byte) }
      rest = rest.dropFirst(part.count)
    }
  }
}
