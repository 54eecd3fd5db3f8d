import ErrataDiagnostics
import ErrataYAML
import TestSupport
import Testing

private func read(
  _ text: String, limits: ReadingLimits = ReadingLimits()
) -> (root: Node?, diagnostics: [Diagnostic]) {
  readYAML(SourceFile(path: "x.yaml", bytes: Array(text.utf8)), limits: limits)
}

private func outline(_ node: Node?) -> String {
  guard let node else { return "nothing" }
  return switch node.content {
  case .scalar(let text, let isPlain): isPlain ? text : "'\(text)'"
  case .sequence(let items): "[" + items.map(outline).joined(separator: ", ") + "]"
  case .mapping(let entries): "{" + entries.map { "\($0.key): \(outline($0.value))" }.joined(separator: ", ") + "}"
  case .invalid: "invalid"
  }
}

struct TreeTests {
  @Test(arguments: [
    ("a: 1\nb: [x, y]\nc: {d: e}", "{a: 1, b: [x, y], c: {d: e}}"),
    ("- no\n- null\n- ~\n- 0123\n- 1e3\n- true\n-", "[no, null, ~, 0123, 1e3, true, ]"),
    ("a: 'b'\nc: \"d\\n\\0e\"", "{a: 'b', c: 'd\n\0e'}"),
    ("a: |\n  one\n  two\nb: >-\n  one\n  two", "{a: 'one\ntwo\n', b: 'one two'}"),
    ("%YAML 1.1\n---\na: 1\n...\n", "{a: 1}"),
    ("\u{FEFF}a: 1", "{a: 1}"),
    ("# 1\n\n%YAML 1.2\n# 2\n---\na: 1\n", "{a: 1}"),
    ("a: \"x\n%y\"", "{a: 'x %y'}"),
    ("é: 1\ne\u{301}: 2", "{é: 1, e\u{301}: 2}"),
    ("a: 1\r\nb: 2\r\n", "{a: 1, b: 2}"),
    ("# nothing but a comment", "nothing"),
    ("", "nothing"),
    ("größe: 日本 🙂", "{größe: 日本 🙂}"),
  ])
  func readsWithoutResolving(_ text: String, _ expected: String) {
    let (root, diagnostics) = read(text)
    #expect(diagnostics.isEmpty)
    #expect(outline(root) == expected)
  }

  @Test func recordsRanges() throws {
    let text = MarkedText("1️⃣größe2️⃣: [a,\n  3️⃣\"b c\"4️⃣]\n")
    func range(_ start: Character, _ end: Character) throws -> SourceRange {
      SourceRange(file: 0, start: try #require(text[start]?.position), end: try #require(text[end]?.position))
    }
    let root = try #require(read(text.text).root)
    let entry = try #require(root.entry("größe"))
    #expect(entry.keyRange == (try range("1️⃣", "2️⃣")))
    guard case .sequence(let items) = entry.value.content else { return #expect(Bool(false), "not a list") }
    #expect(items[1].range == (try range("3️⃣", "4️⃣")))
  }

  @Test func countsLinesAsExcerptsDo() throws {
    let text = "a: 1\r\nb: \"x\u{2028}y\"\rc: 3\n"
    let file = SourceFile(path: "x.yaml", bytes: Array(text.utf8))
    let entry = try #require(readYAML(file).root?.entry("c"))
    #expect(file.line(entry.keyRange.start.line) == "c: 3")
  }

  @Test(arguments: [3, 30])
  func keepsTheFirstOfDuplicateKeys(_ count: Int) throws {
    let text = (0..<count).map { "k\($0): \($0)\n" }.joined() + "k1: again\nk1: and again\n"
    let (root, diagnostics) = read(text)
    #expect(root?.entries.count == count)
    #expect(root?["k1"].map(outline) == "1")
    #expect(diagnostics.map(\.rule) == [.duplicateKey, .duplicateKey])
    #expect(diagnostics.map { $0.location?.start.line } == [UInt32(count + 1), UInt32(count + 2)])
    #expect(diagnostics.allSatisfy { $0.related.first?.location.start.line == 2 })
  }
}

struct DirectiveTests {
  @Test(arguments: [
    "1️⃣%TAG ! tag:x,2000:\n---\na: 1", "\n# comment\r\n \n1️⃣%TAG ! tag:x,2000:\n---\na: 1",
    "%YAML 1.1\n1️⃣%TAG ! tag:x,2000:\n---\na: 1", "%YAML 1.1\n1️⃣%YAML 1.1\n---\na: 1", "1️⃣%OTHER\n---\na: 1",
    "\u{FEFF}\u{FEFF}\n1️⃣%TAG ! tag:x,2000:\n---\na: 1", "\u{85}\u{2028}1️⃣%TAG ! tag:x,2000:\n---\na: 1",
    "...\n1️⃣%TAG ! tag:x,2000:\n---\na: 1", "a: 1\n1️⃣%TAG ! tag:x,2000:\n---\nb: 1",
    "a: 1\n...\n\n# c\n...\n1️⃣%TAG ! tag:x,2000:\n---\nb: 1", "a: 1\n...\n1️⃣%YAML 1.1\n---\nb: 1",
    "a:\n  b: [1]\n1️⃣%TAG ! tag:x,2000:\n", "--- [a]\n1️⃣%TAG ! tag:x,2000:\n---\nb", "1️⃣%TAG ! tag:x,2000:",
  ])
  func areReported(_ marked: String) throws {
    let text = MarkedText(marked)
    let (root, diagnostics) = read(text.text)
    #expect(root == nil)
    #expect(diagnostics.map(\.rule) == [.yamlUnsupported])
    #expect(diagnostics.first?.message == "unsupported directive")
    #expect(diagnostics.first?.location?.start == (try #require(text["1️⃣"]).position))
  }

  /// libyaml compares each directive with all others, which would take minutes.
  @Test(arguments: ["", "a: 1\n", "a: 1\n...\n"])
  func areReportedBeforeLibyamlCollectsThem(_ start: String) {
    let text = start + (0..<200_000).map { "%TAG !t\($0)! tag:x,2000:\n" }.joined() + "---\nb: 1\n"
    #expect(read(text).diagnostics.map(\.message) == ["unsupported directive"])
  }

  @Test func areTextInADocument() {
    let (_, diagnostics) = read("a: |\n  %TAG ! tag:x,2000:\nb: '\n%TAG'\n")
    #expect(diagnostics.isEmpty)
  }
}

struct EncodingTests {
  private func diagnostic(_ bytes: [UInt8]) throws -> Diagnostic {
    let (root, diagnostics) = readYAML(SourceFile(path: "x.yaml", bytes: bytes))
    #expect(root == nil)
    #expect(diagnostics.count == 1)
    return try #require(diagnostics.first)
  }

  @Test(arguments: [
    ("Latin-1", [0x61, 0x3A, 0x20, 0xE9, 0x0A] as [UInt8], 1, 4),
    ("truncated", [0x61, 0x3A, 0x20, 0xE2, 0x82], 1, 4),
    ("overlong", [0x61, 0x0A, 0xC0, 0xAF], 2, 1),
    ("a surrogate", [0xED, 0xA0, 0x80], 1, 1),
    ("beyond Unicode", [0xF4, 0x90, 0x80, 0x80], 1, 1),
    ("binary", [0x7F, 0x45, 0x4C, 0x46, 0x02, 0xFF, 0x00], 1, 6),
  ])
  func reportsTheFirstInvalidByte(_ name: String, _ bytes: [UInt8], _ line: Int, _ column: Int) throws {
    let diagnostic = try diagnostic(bytes)
    #expect(diagnostic.rule == .notUTF8)
    #expect(diagnostic.location?.start == SourcePosition(line: UInt32(line), column: UInt32(column)))
  }

  @Test(
    arguments: [
      [0xFF, 0xFE, 0x61, 0x00, 0x3A, 0x00], [0xFE, 0xFF, 0x00, 0x61, 0x00, 0x3A], [0x61, 0x00, 0x3A, 0x00],
      [0x00, 0x61, 0x00, 0x3A],
    ] as [[UInt8]])
  func recognizesUTF16(_ bytes: [UInt8]) throws {
    let diagnostic = try diagnostic(bytes)
    #expect(diagnostic.rule == .notUTF8)
    #expect(diagnostic.message == "expected UTF-8, found UTF-16")
  }

  @Test(arguments: [0x00, 0x07, 0x1B, 0x7F] as [UInt8])
  func refusesControlCharacters(_ byte: UInt8) throws {
    let text = MarkedText("a: 1\nb: x1️⃣")
    let diagnostic = try diagnostic(text.bytes + [byte] + Array("y\n".utf8))
    #expect(diagnostic.rule == .yamlSyntax)
    #expect(diagnostic.location?.start == text["1️⃣"]?.position)
  }
}

struct LimitTests {
  @Test func refusesTooManyBytes() {
    let (root, diagnostics) = read("a: 1\n# and more", limits: ReadingLimits(bytes: 10))
    #expect(root == nil)
    #expect(diagnostics.map(\.rule) == [.tooLarge])
  }

  @Test func refusesTooManyNodes() throws {
    let text = MarkedText("[a, b, c, d, 1️⃣e]")
    let (root, diagnostics) = read(text.text, limits: ReadingLimits(nodes: 4))
    #expect(root == nil)
    #expect(diagnostics.map(\.rule) == [.tooLarge])
    #expect(diagnostics.first?.location?.start == (try #require(text["1️⃣"]).position))
  }

  @Test(arguments: [
    String(repeating: "[", count: 100_000),
    String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000),
    String(repeating: "{a: ", count: 100_000),
    String(repeating: "- ", count: 100_000) + "x",
    (0..<2_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
  ])
  func stopsAtSixtyFourLevels(_ text: String) {
    let (root, diagnostics) = read(text)
    #expect(root == nil)
    #expect(diagnostics.map(\.rule) == [.tooDeep])
  }

  @Test func readsSixtyFourLevels() {
    let text = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(read(text).diagnostics.isEmpty)
  }

  /// Keys are compared byte by byte, since normalizing this one would take hours.
  @Test func readsAKeyOfManyCombiningMarks() {
    let key = "a" + String(repeating: "\u{301}\u{323}", count: 200_000)
    let (root, diagnostics) = read("? \(key)\n: 1\n? \(key)b\n: 2\n")
    #expect(diagnostics.isEmpty)
    #expect(root?.entries.count == 2)
  }

  @Test func refusesAnAliasBombWithoutBuildingIt() {
    let text = "a0: &a0 [x, x]\n" + (1...40).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
    let (root, diagnostics) = read(text)
    #expect(root?.entries.count == 41)
    #expect(diagnostics.count == 41 + 80)
    #expect(diagnostics.allSatisfy { $0.rule == .yamlUnsupported })
  }

  @Test func stopsAfterAThousandProblems() {
    let (root, diagnostics) = read(String(repeating: "- *a\n", count: 5_000))
    #expect(root == nil)
    #expect(diagnostics.count == 1_001)
    #expect(diagnostics.last?.rule == .tooLarge)
  }
}
