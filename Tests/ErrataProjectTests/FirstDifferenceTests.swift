@testable import ErrataProject

import Testing

@testable import ErrataOutputs

struct FirstDifferenceTests {
  @Test(
    arguments: [
      ("a\nb\nc\n", "a\nx\nc\n", 2, ["b"], ["x"]), ("a\n", "a\nb\n", 2, [""], ["b", ""]),
      ("a\nb\n", "a\n", 2, ["b", ""], [""]),
      ("", "a", 1, [""], ["a"]), ("a\r\nb\r\n", "a\nb\r\n", 1, ["a\r"], ["a"]),
      ("a\n1\n2\n3\n4\nz", "a\n5\n6\n7\n8\nz", 2, ["1", "2", "3"], ["5", "6", "7"]),
    ] as [(String, String, Int, [String], [String])])
  func showsTheFirstLinesThatDiffer(
    _ existing: String, _ expected: String, _ line: Int, _ removed: [String], _ added: [String]
  ) {
    let difference = FirstDifference(Array(existing.utf8), Array(expected.utf8))
    #expect(difference.line == line && difference.existing == removed && difference.expected == added)
  }

  @Test(
    arguments: [
      ("", "a", 1, 1), ("ab\ncd", "ab\nce", 2, 2), ("ab\n", "ab", 1, 3), ("\u{E9}\u{E9}", "\u{E9}\u{E8}", 1, 2),
      ("\u{1F600}", "\u{1F601}", 1, 1),
    ] as [(String, String, Int, Int)])
  func countsCharacters(_ existing: String, _ expected: String, _ line: Int, _ column: Int) {
    let difference = FirstDifference(Array(existing.utf8), Array(expected.utf8))
    #expect(difference.line == line && difference.column == column)
  }

  @Test(arguments: ["x", "\u{E9}", "\u{1F600}"])
  func shortensLongLinesAroundTheDifference(_ character: String) {
    let long = String(repeating: character, count: 1_000_000)
    let difference = FirstDifference(Array((long + "old" + long).utf8), Array((long + "new" + long).utf8))
    let before = "\u{2026}" + String(repeating: character, count: 32)
    let after = String(repeating: character, count: 61) + "\u{2026}"
    #expect(difference.column == 1_000_001)
    #expect(difference.existing == [before + "old" + after] && difference.expected == [before + "new" + after])
  }

  @Test func showsInvalidUTF8() {
    let bytes = [UInt8](repeating: 0x80, count: 1_000_000)
    let difference = FirstDifference(bytes, Array("a".utf8))
    #expect(difference.line == 1 && difference.expected == ["a"])
    #expect(difference.existing.joined().unicodeScalars.count <= 400)
  }
}
