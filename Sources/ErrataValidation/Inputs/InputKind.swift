/// How answers are kept in an input.
public enum InputKind: String, Sendable, CaseIterable {
  /// One body.
  case body
  /// A body a line.
  case lines
  /// An exchange a line: `{"path": …, "status": …, "headers": {…}, "body": text or object}`.
  case exchanges
  /// A recording of a browser or a proxy (HTTP Archive 1.2).
  case har
  /// The URL of a redirect.
  case url
}

/// A stream of bytes with a name, such as a file that is read piece by piece.
public struct InputSource {
  /// What findings call it.
  public let name: String
  /// Appends bytes, as many as there is room for or fewer; none at the end. Throws what the caller of the validation shall get.
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
