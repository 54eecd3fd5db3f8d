/// The place of a value in a JSON document (RFC 6901).
public struct JSONPointer: Hashable, Sendable, CustomStringConvertible {
  /// The member names and list indexes that lead to the value, from the outside in; empty for the whole document.
  public let tokens: [String]

  /// - Parameter tokens: the member names and list indexes, unescaped.
  public init(tokens: [String]) {
    self.tokens = tokens
  }

  /// Reads a pointer (RFC 6901, sections 3 and 4); nil if it neither is empty nor begins with `/`, or if a `~` is followed by
  /// anything but `0` or `1`.
  public init?(_ text: String) {
    var tokens: [String] = []
    var scalars = text.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      if scalar == "/" {
        tokens.append("")
        continue
      }
      guard !tokens.isEmpty else { return nil }
      guard scalar == "~" else {
        tokens[tokens.count - 1].unicodeScalars.append(scalar)
        continue
      }
      switch scalars.next() {
      case "0": tokens[tokens.count - 1] += "~"
      case "1": tokens[tokens.count - 1] += "/"
      default: return nil
      }
    }
    self.tokens = tokens
  }

  /// The pointer as text, with `~` and `/` escaped in names.
  public var description: String {
    tokens.reduce(into: "") { $0 += "/" + Self.escaped($1) }
  }

  /// The index of an item that `token` can be (RFC 6901, section 4); nil for one that can only name a member.
  package static func index(of token: String) -> Int? {
    exactInteger(token).flatMap { $0 < 0 ? nil : $0 }
  }

  private static func escaped(_ token: String) -> String {
    var text = ""
    for scalar in token.unicodeScalars {
      switch scalar {
      case "~": text += "~0"
      case "/": text += "~1"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// Compares the tokens scalar by scalar.
  public static func == (left: Self, right: Self) -> Bool {
    left.tokens.elementsEqual(right.tokens) { $0.utf8.elementsEqual($1.utf8) }
  }

  /// Hashes the tokens.
  public func hash(into hasher: inout Hasher) {
    for token in tokens {
      for byte in token.utf8 { hasher.combine(byte) }
      hasher.combine(UInt8.max)
    }
  }
}
