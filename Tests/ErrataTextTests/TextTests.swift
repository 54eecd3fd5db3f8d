import ErrataText
import Testing

struct LineTests {
  @Test(
    arguments: [
      ("", []), ("one", ["one"]), ("one two", ["one two"]), ("one two three", ["one two", "three"]),
      ("abcdefghijklmnop x", ["abcdefghijklmnop", "x"]), ("a abcdefghijklmnop", ["a", "abcdefghijklmnop"]),
      ("ééééé éé é", ["ééééé éé", "é"]), ("12345678 x", ["12345678", "x"]), ("1234567 x", ["1234567", "x"]),
      ("123456 x", ["123456 x"]),
    ] as [(String, [String])])
  func wrapsAtEightCharacters(_ text: String, _ lines: [String]) {
    #expect(wrapped(text, width: 8).map(String.init) == lines)
  }

  @Test(arguments: [("a b", "a b"), (" a", "a"), ("a ", "a"), ("a  b", "a b"), ("a\nb", "a b"), ("", ""), (" ", "")])
  func putsTextOnOneLine(_ text: String, _ line: String) {
    #expect(singleLine(text) == line)
  }
}

struct JSONValueTests {
  @Test func keepsOrderAndEscapes() {
    let value = JSONValue.object([
      ("z", .string("\"\\\n\u{0}\u{2028}é🙂\u{E000}")), ("a", .array([.number(1), .bool(true), .null])),
      ("o", .object([])), ("long", .array([.object([("k", .number(1))]), .string("x")])),
    ])
    #expect(
      value.text(width: 0) == """
        {
          "z": "\\"\\\\\\n\\u0000\\u2028é🙂\\ue000",
          "a": [
            1,
            true,
            null
          ],
          "o": {},
          "long": [
            {
              "k": 1
            },
            "x"
          ]
        }
        """)
    #expect(
      value.text(width: 48) == """
        {
          "z": "\\"\\\\\\n\\u0000\\u2028é🙂\\ue000",
          "a": [1, true, null],
          "o": {},
          "long": [{"k": 1}, "x"]
        }
        """)
    #expect(
      value.line == #"{"z": "\"\\\n\u0000\u2028é🙂\ue000", "a": [1, true, null], "o": {}, "long": [{"k": 1}, "x"]}"#)
  }
}
