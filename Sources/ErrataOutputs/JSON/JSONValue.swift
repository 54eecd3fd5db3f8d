/// JSON whose objects keep the order of their members, so that what is written reads as it was meant.
public indirect enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(Int)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  /// The value as text (RFC 8259), indented by two spaces a level; arrays of numbers and short words stay on a line.
  public var text: String { render(isOneLine: false) }

  /// The value on one line.
  public var line: String { render(isOneLine: true) }

  private func render(isOneLine: Bool) -> String {
    var writer = JSONWriter(isOneLine: isOneLine)
    writer.write(self, indent: 0)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

private struct JSONWriter {
  let isOneLine: Bool
  var bytes: [UInt8] = []

  mutating func write(_ value: JSONValue, indent: Int) {
    switch value {
    case .null: append("null")
    case .bool(let flag): append(flag ? "true" : "false")
    case .number(let number): append("\(number)")
    case .string(let text): write(text)
    case .array(let items): write(items, indent: indent)
    case .object(let members): write(members, indent: indent)
    }
  }

  private mutating func write(_ items: [JSONValue], indent: Int) {
    let isShort = items.count <= 8 && items.allSatisfy(\.isShort)
    append("[")
    for (index, item) in items.enumerated() {
      if isShort { append(index == 0 ? "" : ", ") } else { separate(index, indent + 1) }
      write(item, indent: indent + 1)
    }
    if !isShort { newLine(indent) }
    append("]")
  }

  private mutating func write(_ members: [(String, JSONValue)], indent: Int) {
    append("{")
    for (index, member) in members.enumerated() {
      separate(index, indent + 1)
      write(member.0)
      append(": ")
      write(member.1, indent: indent + 1)
    }
    if !members.isEmpty { newLine(indent) }
    append("}")
  }

  /// Control characters must be escaped (RFC 8259, section 7); characters that nobody sees are escaped for the reader's sake.
  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    if hasByte(text, where: { !isPlain($0) }) {
      for scalar in text.unicodeScalars { write(scalar) }
    } else {
      append(text)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": append("\\\"")
    case "\\": append("\\\\")
    case "\n": append("\\n")
    case "\r": append("\\r")
    case "\t": append("\\t")
    case _ where scalar.isASCII && scalar.value >= 0x20 && scalar.value < 0x7F: bytes.append(UInt8(scalar.value))
    case _ where isHidden(scalar): escape(scalar)
    default: for byte in UTF8.encode(scalar)! { bytes.append(byte) }
    }
  }

  private func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    for unit in UTF16.encode(scalar)! {
      let hex = String(unit, radix: 16)
      append("\\u" + String(repeating: "0", count: 4 - hex.count) + hex)
    }
  }

  private mutating func separate(_ index: Int, _ indent: Int) {
    if index > 0 { append(isOneLine ? ", " : ",") }
    newLine(indent)
  }

  private mutating func newLine(_ indent: Int) {
    if isOneLine { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent * 2))
  }

  private mutating func append(_ text: String) {
    withBytes(of: text) { bytes.append(contentsOf: $0) }
  }
}

extension JSONValue {
  fileprivate var isShort: Bool {
    switch self {
    case .null, .bool, .number: true
    case .string(let text): text.utf8.count <= 20
    case .array, .object: false
    }
  }
}
