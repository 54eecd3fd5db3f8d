/// A JSON value whose objects keep the order of their members.
package indirect enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(Int)
  case decimal(Double)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  /// The value as text (RFC 8259), indented by two spaces per level.
  /// - Parameter width: the line width; an array or object that fits is written on one line.
  package func text(width: Int) -> String {
    var writer = JSONWriter(width: width)
    writer.write(self, indent: 0, column: 0)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The value on one line.
  package var line: String { text(width: .max) }
}

private struct JSONWriter {
  let width: Int
  var bytes: [UInt8] = []

  mutating func write(_ value: JSONValue, indent: Int, column: Int) {
    switch value {
    case .null: append("null")
    case .bool(let flag): append(flag ? "true" : "false")
    case .number(let number): append("\(number)")
    case .decimal(let number): append(decimalText(number))
    case .string(let text): write(text)
    case .array(let items):
      append("[")
      let isOneLine = width == .max || value.remainingWidth(of: width - column) != nil
      for (index, item) in items.enumerated() {
        separate(index, indent + 2, isOneLine)
        write(item, indent: indent + 2, column: indent + 2)
      }
      if !isOneLine { newLine(indent) }
      append("]")
    case .object(let members):
      append("{")
      let isOneLine = width == .max || members.isEmpty || value.remainingWidth(of: width - column) != nil
      for (index, (name, member)) in members.enumerated() {
        separate(index, indent + 2, isOneLine)
        write(name)
        append(": ")
        write(member, indent: indent + 2, column: indent + 4 + name.utf8.count)
      }
      if !isOneLine { newLine(indent) }
      append("}")
    }
  }

  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    append(jsonEscaped(text))
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func separate(_ index: Int, _ indent: Int, _ isOneLine: Bool) {
    if index > 0 { append(isOneLine ? ", " : ",") }
    if !isOneLine { newLine(indent) }
  }

  private mutating func newLine(_ indent: Int) {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }
}

extension JSONValue {
  /// How many of `width` characters remain after the value is written on one line; nil if it doesn't fit. It stops early if
  /// the value doesn't fit, so the cost is bounded by `width`.
  fileprivate func remainingWidth(of width: Int) -> Int? {
    var space = width
    switch self {
    case .null, .bool: space -= 5
    case .number(let number): space -= String(number).utf8.count
    case .decimal(let number): space -= decimalText(number).utf8.count
    case .string(let text): space -= text.utf8.count + 2
    case .array(let items):
      space -= 2
      for item in items {
        guard space >= 0, let rest = item.remainingWidth(of: space - 2) else { return nil }
        space = rest
      }
    case .object(let members):
      space -= 2
      for (name, member) in members {
        guard space >= 0, let rest = member.remainingWidth(of: space - name.utf8.count - 6) else { return nil }
        space = rest
      }
    }
    return space >= 0 ? space : nil
  }
}

/// `number` in the syntax of JSON, without a fraction if it has none.
private func decimalText(_ number: Double) -> String {
  Int(exactly: number).map(String.init) ?? "\(number)"
}
