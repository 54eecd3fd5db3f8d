/// A stream of bytes with a name, such as a file that is read piece by piece.
public struct InputSource {
  /// What findings call it.
  public let name: String
  /// Appends bytes, as many as there is room for or fewer; none at the end. What it throws ends the validation.
  public let read: (inout OutputSpan<UInt8>) throws -> Void

  /// - Parameters:
  ///   - name: what findings call it.
  ///   - read: appends bytes, as many as there is room for or fewer; none at the end. It is called from several threads, but
  ///     never from two at once.
  public init(name: String, read: @escaping (inout OutputSpan<UInt8>) throws -> Void) {
    self.name = name
    self.read = read
  }

  /// An input that is in memory already.
  public init(name: String, bytes: [UInt8]) {
    var rest = bytes[...]
    self.init(name: name) { output in
      let part = rest.prefix(output.freeCapacity)
      for byte in part { output.append(byte) }
      rest = rest.dropFirst(part.count)
    }
  }
}
