import ErrataDiagnostics
import ErrataText
import TestSupport
import Testing

struct SourceFileTests {
  private let file = SourceFile(path: "x", bytes: Array("one\ntwo\r\nthree\rfour\u{85}five\u{2028}six\u{2029}".utf8))

  @Test(arguments: zip(UInt32(1)...8, ["one", "two", "three", "four", "five", "six", "", nil]))
  func splitsLinesAsYAMLDoes(_ number: UInt32, _ text: String?) {
    #expect(file.line(number) == text)
  }

  @Test func countsColumnsInScalars() throws {
    let text = MarkedText("1️⃣é\n日本2️⃣x\r\ny\u{2028}3️⃣z4️⃣")
    let file = SourceFile(path: "x", bytes: text.bytes)
    for marker: Character in ["1️⃣", "2️⃣", "3️⃣", "4️⃣"] {
      let place = try #require(text[marker])
      #expect(file.position(ofByteAt: place.offset) == place.position)
    }
    #expect(file.position(ofByteAt: 0) == .start)
    #expect(file.position(ofByteAt: 1000) == text["4️⃣"]?.position)
  }

  /// Scanning a file of this size from the start for each position would take minutes.
  @Test func findsAThousandPositionsInALargeFile() {
    let line = String(repeating: "é日本", count: 1_000) + "\r\n"
    let file = SourceFile(path: "x", bytes: Array(String(repeating: line, count: 2_000).utf8))
    for number in stride(from: UInt32(2), to: 2_001, by: 2) {
      #expect(file.line(number)?.utf8.count == line.utf8.count - 2)
    }
    #expect(file.position(ofByteAt: line.utf8.count * 1_999 + 2) == SourcePosition(line: 2_000, column: 2))
    #expect(file.line(2_001)?.isEmpty == true && file.line(2_002) == nil)
  }

  @Test func findsTextInALocation() {
    let file = SourceFile(path: "x", bytes: Array("é [a](b)\n日 [a](b), [a](b) ](".utf8))
    func position(_ line: UInt32, _ column: UInt32) -> SourcePosition { SourcePosition(line: line, column: column) }
    let location = SourceLocation(file: file, start: position(2, 8), end: position(2, 18))
    let found = location.range(of: "b", after: "](", number: 0)
    #expect(found?.start == position(2, 15) && found?.end == position(2, 16))
    let second = SourceLocation(file: file, start: .start, end: position(2, 18)).range(of: "b", after: "](", number: 2)
    #expect(second?.start == position(2, 15))
    #expect(location.range(of: "b", after: "](", number: 1) == nil)
    #expect(location.range(of: "c", after: "](", number: 0) == nil)
    #expect(location.range(of: " ](", after: ")", number: 0) == nil, "it ends outside of the location")
    #expect(SourceLocation(file: file, start: .start).range(of: "b", after: "](", number: 0) == nil)
  }

  @Test func dropsAByteOrderMark() {
    #expect(SourceFile(path: "x", bytes: [0xEF, 0xBB, 0xBF, 0x61]).line(1) == "a")
  }
}

struct NearestNameTests {
  private let names = ["category", "status", "description", "retry_later"]

  @Test(arguments: [
    ("categry", "category"), ("Category", "category"), ("statsu", "status"), ("describtion", "description"),
    ("retry", "retry_later"), ("colour", nil), ("", nil), ("re", nil), (String(repeating: "x", count: 100), nil),
  ])
  func findsTheIntendedName(_ name: String, _ nearest: String?) {
    #expect(nearestName(to: name, among: names) == nearest)
  }
}
