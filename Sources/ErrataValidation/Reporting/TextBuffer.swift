import ErrataDiagnostics

/// Bytes of a text that is put together piece by piece: findings come by the million, and strings would take too long.
struct TextBuffer: ~Copyable {
  private var memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 10)
  private(set) var count = 0

  deinit { memory.deallocate() }

  /// What was written.
  var bytes: ByteView { ByteView(rebasing: memory[..<count]) }

  var isEmpty: Bool { count == 0 }

  mutating func removeAll() { count = 0 }

  @inline(__always)
  private mutating func makeRoom(for more: Int) {
    if count + more > memory.count { grow(by: more) }
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(memory.count * 2, count + more))
    _ = larger.update(fromContentsOf: bytes)
    memory.deallocate()
    memory = larger
  }

  @inline(__always)
  mutating func write(_ text: ByteView) {
    guard let start = text.baseAddress else { return }
    makeRoom(for: text.count)
    (memory.baseAddress! + count).update(from: start, count: text.count)
    count += text.count
  }

  @inline(__always)
  mutating func write(_ text: StaticString) {
    write(ByteView(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func write(string text: String) {
    var text = text
    text.withUTF8 { write($0) }
  }

  mutating func write(_ text: [UInt8]) {
    text.withUnsafeBufferPointer { write($0) }
  }

  @inline(__always)
  mutating func write(byte: UInt8) {
    makeRoom(for: 1)
    memory[count] = byte
    count += 1
  }

  /// Writes `byte` so many times.
  mutating func write(byte: UInt8, times: Int) {
    makeRoom(for: times)
    (memory.baseAddress! + count).update(repeating: byte, count: times)
    count += times
  }

  mutating func write(_ number: Int) {
    if number < 0 { return write(string: String(number)) }
    makeRoom(for: 20)
    let start = count
    var rest = number
    repeat {
      memory[count] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      count += 1
      rest /= 10
    } while rest > 0
    memory[start..<count].reverse()
  }

  /// Writes `text` as a JSON string with its quotes. What is not UTF-8 in it becomes U+FFFD.
  mutating func writeJSON(_ text: ByteView) {
    write(byte: UInt8(ascii: "\""))
    var index = 0
    var plain = 0
    while index < text.count {
      if index + 8 <= text.count, WordScan.stringSpecials(WordScan.load(text.baseAddress!, at: index)) == 0 {
        index += 8
        continue
      }
      let byte = text[index]
      if byte >= 0x80 {
        let length = utf8SequenceLength(text.baseAddress!, at: index, count: text.count)
        if length == 0 {
          return writeJSONRest(String(decoding: text[plain...], as: UTF8.self))
        }
        index += length
        continue
      }
      if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
        index += 1
        continue
      }
      write(ByteView(rebasing: text[plain..<index]))
      writeEscape(byte)
      index += 1
      plain = index
    }
    write(ByteView(rebasing: text[plain...]))
    write(byte: UInt8(ascii: "\""))
  }

  mutating func writeJSON(_ text: String) {
    var text = text
    text.withUTF8 { writeJSON($0) }
  }

  private mutating func writeJSONRest(_ text: String) {
    var buffer = TextBuffer()
    buffer.writeJSON(text)
    write(ByteView(rebasing: buffer.bytes.dropFirst()))
  }

  private mutating func writeEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): write("\\\"")
    case UInt8(ascii: "\\"): write("\\\\")
    case 0x0A: write("\\n")
    case 0x0D: write("\\r")
    case 0x09: write("\\t")
    default:
      let digits = Array("0123456789abcdef".utf8)
      write("\\u00")
      write(byte: digits[Int(byte >> 4)])
      write(byte: digits[Int(byte & 15)])
    }
  }

  /// Writes a text of a response in backticks: cut where it is long, and without what a terminal would obey.
  mutating func writeQuoted(_ text: ByteView) {
    write(byte: UInt8(ascii: "`"))
    if text.count <= 64, text.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      write(text)
    } else {
      writeQuotedRest(String(decoding: text.prefix(512), as: UTF8.self))
    }
    write(byte: UInt8(ascii: "`"))
  }

  mutating func writeQuoted(_ text: String) {
    var text = text
    text.withUTF8 { writeQuoted($0) }
  }

  private mutating func writeQuotedRest(_ text: String) {
    let scalars = text.unicodeScalars
    var shown = String.UnicodeScalarView()
    shown.append(contentsOf: scalars.prefix(64))
    if scalars.count > 64 { shown.append("…") }
    write(string: visible(String(shown)))
  }
}

/// A character as people call it: itself, or its number where it cannot be shown.
func characterName(_ scalar: Unicode.Scalar) -> String {
  let text = String(scalar)
  return visible(text) == text && scalar != " " ? "`\(text)`" : codePointName(scalar.value)
}
