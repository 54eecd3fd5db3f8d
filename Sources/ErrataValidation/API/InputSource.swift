/// A named stream of bytes, such as a file that is read in chunks.
public struct InputSource {
  /// The name that findings show.
  public let name: String
  /// Appends bytes, up to the free capacity; appends none at the end of the stream. An error that it throws ends the validation.
  public let read: (inout OutputSpan<UInt8>) throws -> Void

  /// - Parameters:
  ///   - name: the name that findings show.
  ///   - read: appends bytes, up to the free capacity; appends none at the end of the stream. It is called from several threads,
  ///     but never concurrently.
  public init(name: String, read: @escaping (inout OutputSpan<UInt8>) throws -> Void) {
    self.name = name
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
