import ErrataDiagnostics
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
