import Testing

@testable import ErrataValidation

/// The scanner against the grammar of RFC 8259: for each production, what it accepts and what it rejects, with the offset.
struct GrammarTests {
  private struct ScanResult {
    let fault: JSONFault?
    let index: Int
    let kind: JSONKind?
    let invalidUTF8: Int?
    let tooDeep: Int?
  }

  /// Scans one value with white space around it and nothing after it.
  private func scan(_ bytes: [UInt8]) -> ScanResult {
    let text = bytes.span
    var scanner = JSONScanner()
    scanner.skipWhiteSpace(text)
    var kind: JSONKind?
    var fault: JSONFault?
    do {
      kind = try scanner.value(text, depth: 0)
      scanner.skipWhiteSpace(text)
    } catch {
      fault = error
    }
    let isWhole = scanner.index == text.count
    return ScanResult(
      fault: fault, index: scanner.index, kind: isWhole ? kind : nil, invalidUTF8: scanner.invalidUTF8,
      tooDeep: scanner.tooDeep)
  }

  @Test(arguments: [
    // Section 2: white space around every structural character.
    "\u{20}\t\n\r{ \t\n\r\"a\"\r\n\t :\t1\n,\r\"b\" : 2 } \t\n\r", " [ 1 , 2 ] ", "[]", "[ ]", "{}", "{ }",
    // Section 3: values and the three names.
    "true", "false", "null", "[true,false,null]", "\"\"", "0",
    // Section 4: objects; names need not be unique.
    #"{"a":1,"a":2}"#, #"{"":""}"#, #"{"a":{"b":{"c":[{"d":[]}]}}}"#, #"{"\u0061":1}"#,
    // Section 5: arrays.
    "[[],[[]],[[],[]]]", "[1,\"2\",null,{},[]]",
    // Section 6: numbers.
    "-0", "-1", "10", "1234567890123456789012345678901234567890", "0.0", "-0.0", "1.5", "1e1", "1E1", "1e+1", "1e-1",
    "0e0", "1.25e-10", "1e999999", "-1.0E+00",
    // Section 7: strings.
    #""\"\\\/\b\f\n\r\t""#, #""\u0000\uABCD\uabcd""#, "\"\u{7F}\"", "\"/\"", #""\ud83d\ude00""#, #""\ud83d""#,
    #""\ude00""#, #""\ud83dx""#, #""\ud83d\n""#, #""\ud83d\ud83d""#, "\"é€😀\u{10FFFF}\"", "\"\u{2028}\u{2029}\"",
    #""12345678""#, #""1234567\n""#, #""12345678\n""#, "\"1234567é\"", "\"12345678é12345678\"",
  ])
  func accepts(_ text: String) {
    let result = scan(Array(text.utf8))
    #expect(result.kind != nil && result.fault == nil && result.invalidUTF8 == nil, "\(result)")
  }

  @Test(arguments: [
    // No value.
    ("", JSONFault.unexpectedEnd, 0), (" ", .unexpectedEnd, 1), ("x", .expectedValue, 0),
    ("\u{A0}1", .expectedValue, 0),
    ("\u{0B}1", .expectedValue, 0), ("\u{FEFF}1", .expectedValue, 0), ("'a'", .expectedValue, 0),
    // Literals are lowercase and complete.
    ("True", .expectedValue, 0), ("tru", .unexpectedEnd, 3), ("trux", .expectedValue, 0), ("nul", .unexpectedEnd, 3),
    ("NaN", .expectedValue, 0), ("Infinity", .expectedValue, 0), ("-Infinity", .invalidNumber, 1),
    // Objects.
    ("{", .unexpectedEnd, 1), ("{\"a\"", .unexpectedEnd, 4), ("{\"a\":", .unexpectedEnd, 5),
    ("{\"a\":1", .unexpectedEnd, 6), ("{\"a\":1,", .unexpectedEnd, 7), ("{\"a\":1,}", .expectedKey, 7),
    ("{,}", .expectedKey, 1), ("{a:1}", .expectedKey, 1), ("{1:1}", .expectedKey, 1), ("{null:1}", .expectedKey, 1),
    ("{\"a\" 1}", .expectedColon, 5), ("{\"a\"}", .expectedColon, 4), ("{\"a\":}", .expectedValue, 5),
    ("{\"a\":1 \"b\":2}", .expectedBrace, 7), ("{\"a\":1]", .expectedBrace, 6), ("{\"a\":1;}", .expectedBrace, 6),
    ("{\"a\"::1}", .expectedValue, 5),
    // Arrays.
    ("[", .unexpectedEnd, 1), ("[1", .unexpectedEnd, 2), ("[1,", .unexpectedEnd, 3), ("[1,]", .expectedValue, 3),
    ("[,1]", .expectedValue, 1), ("[1 2]", .expectedBracket, 3), ("[1}", .expectedBracket, 2), ("]", .expectedValue, 0),
    ("[[1]", .unexpectedEnd, 4),
    // Numbers.
    ("-", .unexpectedEnd, 1), ("+1", .expectedValue, 0), (".5", .expectedValue, 0), ("1.", .unexpectedEnd, 2),
    ("[1.]", .invalidNumber, 3), ("[1.e1]", .invalidNumber, 3), ("01", .leadingZero, 1), ("-01", .leadingZero, 2),
    ("00", .leadingZero, 1), ("1e", .unexpectedEnd, 2), ("[1e]", .invalidNumber, 3), ("[1e+]", .invalidNumber, 4),
    ("[--1]", .invalidNumber, 2), ("[-]", .invalidNumber, 2), ("[0x1]", .expectedBracket, 2),
    ("[1_000]", .expectedBracket, 2),
    ("[1.5.5]", .expectedBracket, 4), ("[1e1.5]", .expectedBracket, 4), ("٣", .expectedValue, 0),
    // Strings.
    ("\"", .unterminatedString, 1), ("\"a", .unterminatedString, 2), ("\"a\\", .unterminatedString, 3),
    ("\"\\u12", .unterminatedString, 5), ("\"a\nb\"", .controlCharacter, 2), ("\"\t\"", .controlCharacter, 1),
    ("\"\u{0}\"", .controlCharacter, 1), ("\"\u{1F}\"", .controlCharacter, 1),
    ("\"1234567\u{1F}\"", .controlCharacter, 8),
    ("\"12345678\u{1F}\"", .controlCharacter, 9), ("\"\\x41\"", .invalidEscape, 1), ("\"\\'\"", .invalidEscape, 1),
    ("\"\\\n\"", .invalidEscape, 1), ("\"\\U0041\"", .invalidEscape, 1), ("\"\\u12G4\"", .invalidUnicodeEscape, 1),
    ("\"\\u{41}\"", .invalidUnicodeEscape, 1), ("\"\\u 041\"", .invalidUnicodeEscape, 1),
    ("\"\\é\"", .invalidEscape, 1),
    // JSON has no comments.
    ("/**/1", .expectedValue, 0), ("[1//\n]", .expectedBracket, 2),
  ])
  func rejects(_ text: String, _ fault: JSONFault, _ index: Int) {
    let result = scan(Array(text.utf8))
    #expect(result.kind == nil && result.fault == fault && result.index == index, "\(result)")
  }

  @Test(arguments: ["1 1", "{}{}", "[] x", "null,", "\"a\"\"b\"", "1\u{0}", "{}]"])
  func stopsBeforeTrailingContent(_ text: String) {
    let result = scan(Array(text.utf8))
    #expect(result.kind == nil && result.fault == nil, "\(result)")
  }

  /// The limits of the ranges in the Unicode Standard, table 3-7.
  @Test func validatesUTF8() {
    func bad(_ bytes: [UInt8]) -> Int? { scan([0x22] + bytes + [0x22]).invalidUTF8 }
    let good: [[UInt8]] = [
      [0xC2, 0x80], [0xDF, 0xBF], [0xE0, 0xA0, 0x80], [0xE1, 0x80, 0x80], [0xED, 0x9F, 0xBF], [0xEE, 0x80, 0x80],
      [0xEF, 0xBF, 0xBF], [0xF0, 0x90, 0x80, 0x80], [0xF3, 0xBF, 0xBF, 0xBF], [0xF4, 0x8F, 0xBF, 0xBF],
    ]
    for bytes in good { #expect(bad(bytes) == nil, "\(bytes)") }
    let wrong: [[UInt8]] = [
      [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xDF, 0xC0], [0xE0, 0x9F, 0xBF], [0xE0, 0xA0],
      [0xE1, 0x80], [0xE1, 0x80, 0x41], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF],
      [0xF0, 0x90, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFE], [0xFF],
    ]
    for bytes in wrong { #expect(bad(bytes) == 1, "\(bytes)") }
    #expect(bad([0x61, 0xC3, 0xA6, 0xFF, 0xFE]) == 4)
  }

  @Test func validatesUTF8AsTheStandardLibraryDoes() {
    for first in UInt8(0x80)...0xFF {
      for second in UInt8(0x80)...0xFF {
        for rest: [UInt8] in [[], [0x80], [0x80, 0x80]] {
          let bytes = [first, second] + rest
          let isText = String(validating: bytes, as: UTF8.self) != nil
          #expect((scan([0x22] + bytes + [0x22]).invalidUTF8 == nil) == isText, "\(bytes)")
        }
      }
    }
  }

  @Test func countsDepth() {
    func nested(_ depth: Int) -> ScanResult {
      scan(Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8))
    }
    #expect(nested(128).tooDeep == nil && nested(128).kind == .array)
    #expect(nested(129).tooDeep == 128 && nested(129).kind == .array)
    #expect(nested(512).kind == .array)
    #expect(nested(513).fault == .tooDeep && nested(513).index == 512)
    #expect(nested(1_000_000).fault == .tooDeep)
    let objects = String(repeating: "{\"a\":[", count: 64) + "1" + String(repeating: "]}", count: 64)
    #expect(scan(Array(objects.utf8)).kind == .object && scan(Array(objects.utf8)).tooDeep == nil)
    let mixed = String(repeating: "{\"a\":[", count: 64) + "1" + String(repeating: "}]", count: 64)
    #expect(scan(Array(mixed.utf8)).fault == .expectedBracket)
  }

  /// Strings are scanned in words of eight bytes, so every alignment must be tested.
  @Test func readsStringsAtEveryAlignment() {
    for lead in 0..<17 {
      for length in 0..<33 {
        let text = String(repeating: " ", count: lead) + "\"" + String(repeating: "a", count: length) + "\""
        #expect(scan(Array(text.utf8)).kind == .string)
        #expect(scan(Array(text.utf8).dropLast()).fault == .unterminatedString)
        for bad in ["\u{1}", "\\x"] {
          let broken = text.dropLast() + bad + "aaaaaaaaa\""
          #expect(scan(Array(broken.utf8)).index == lead + 1 + length)
        }
      }
    }
  }

  @Test(arguments: [
    (#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{C}\n\r\t"), (#"\u0041\u00e6\u20AC"#, "Aæ€"), (#"\ud83d\ude00"#, "😀"),
    (#"\ud83d"#, "\u{FFFD}"), (#"\ude00\ud83d"#, "\u{FFFD}\u{FFFD}"), (#"\ud83d\u0041"#, "\u{FFFD}A"),
    (#"\ud83d\ud83d\ude00"#, "\u{FFFD}😀"), (#"\ud83dx"#, "\u{FFFD}x"), (#"\u0000"#, "\0"), ("plain æ", "plain æ"),
  ])
  func unescapes(_ source: String, _ text: String) {
    let bytes = Array(("\"" + source + "\"").utf8)
    let token = JSONToken(start: 1, end: bytes.count - 1, hasEscapes: source.contains("\\"))
    #expect(token.string(bytes.span) == text)
  }

  @Test func mapsOffsetsThroughEscapes() {
    let bytes = Array(#""a\nb\u00e6\ud83d\ude00c""#.utf8)
    let token = JSONToken(start: 1, end: bytes.count - 1, hasEscapes: true)
    // a, line feed, b, two bytes of æ, four of the emoji, c, the end
    let expected = [1, 2, 4, 5, 5, 11, 11, 11, 11, 23, 24]
    var forward = UnescapedOffsets(token)
    #expect((0...10).map { forward.sourceOffset(ofByteAt: $0, in: bytes.span) } == expected)
    var backward = UnescapedOffsets(token)
    #expect((0...10).reversed().map { backward.sourceOffset(ofByteAt: $0, in: bytes.span) } == expected.reversed())
  }
}
