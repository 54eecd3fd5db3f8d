import ErrataDiagnostics
import ErrataText
import Testing

struct SourceFileTests {
  private let file = SourceFile(path: "x", bytes: Array("one\ntwo\r\nthree\rfour\u{85}five\u{2028}six\u{2029}".utf8))

  @Test(arguments: zip(UInt32(1)...8, ["one", "two", "three", "four", "five", "six", "", nil]))
  func endsLinesWhereYAMLDoes(_ number: UInt32, _ text: String?) {
    #expect(file.line(number) == text)
  }

  @Test func countsColumnsInScalars() {
    let text = "é\n日本x"
    let file = SourceFile(path: "x", bytes: Array(text.utf8))
    #expect(file.position(ofByteAt: text.utf8.count - 1) == SourcePosition(line: 2, column: 3))
    #expect(file.position(ofByteAt: 0) == .start)
    #expect(file.position(ofByteAt: 1000) == SourcePosition(line: 2, column: 4))
  }

  /// Long before the last problems, a file of this size would be read for minutes.
  @Test func findsAThousandPlacesInALargeFile() {
    let line = String(repeating: "é日本", count: 1_000) + "\r\n"
    let file = SourceFile(path: "x", bytes: Array(String(repeating: line, count: 2_000).utf8))
    for number in stride(from: UInt32(2), to: 2_001, by: 2) {
      #expect(file.line(number)?.utf8.count == line.utf8.count - 2)
    }
    #expect(file.position(ofByteAt: line.utf8.count * 1_999 + 2) == SourcePosition(line: 2_000, column: 2))
    #expect(file.line(2_001)?.isEmpty == true && file.line(2_002) == nil)
  }

  @Test func leavesOffAByteOrderMark() {
    #expect(SourceFile(path: "x", bytes: [0xEF, 0xBB, 0xBF, 0x61]).line(1) == "a")
  }
}

struct NearestNameTests {
  private let names = ["category", "status", "description", "retry_later"]

  @Test(arguments: [
    ("categry", "category"), ("Category", "category"), ("statsu", "status"), ("describtion", "description"),
    ("retry", "retry_later"), ("colour", nil), ("", nil), ("re", nil), (String(repeating: "x", count: 100), nil),
  ])
  func findsWhatWasMeant(_ name: String, _ nearest: String?) {
    #expect(nearestName(to: name, among: names) == nearest)
  }
}
