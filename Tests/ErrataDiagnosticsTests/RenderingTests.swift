import ErrataDiagnostics
import ErrataText
import Foundation
import TestSupport
import Testing

private let rule = makeRule("some-rule", .error)
private let warning = makeRule("some-warning", .warning)

private func makeRule(_ name: String, _ severity: Severity) -> Rule {
  Rule(
    name, severity, "Something is wrong.", explanation: "It is wrong.", reason: "It matters.",
    example: .commands("errata check"), remedy: "Correct it.")
}

/// The location of `1️⃣`, up to `2️⃣` if there is one.
private func location(_ marked: String) -> ErrataDiagnostics.SourceLocation {
  let text = MarkedText(marked)
  return ErrataDiagnostics.SourceLocation(
    file: SourceFile(path: "a file.yaml", bytes: text.bytes), start: text["1️⃣"]!.position, end: text["2️⃣"]?.position)
}

struct TextRenderingTests {
  @Test func showsLocationMessageExcerptAndHint() {
    let diagnostic = Diagnostic(
      rule, "`b` is wrong", at: location("a: 1\n1️⃣b2️⃣: 2\n"),
      related: [.init("`a` is here", at: location("1️⃣a: 1\nb: 2\n"))], details: ["- old", "+ new"],
      hint: "write `c`")
    #expect(
      DiagnosticFormat.text.render(diagnostic) == """
        a file.yaml:2:1: error: `b` is wrong [some-rule]
            2 | b: 2
              | ^
              | - old
              | + new
        a file.yaml:1:1: note: `a` is here
            1 | a: 1
              | ^
              = help: write `c`

        """)
  }

  @Test func usesColorsOnlyOnRequest() {
    let diagnostic = Diagnostic(warning, "odd", at: location("1️⃣x"))
    #expect(DiagnosticFormat.text.render(diagnostic, color: true).contains("\u{1B}[1;33mwarning: odd"))
    #expect(!DiagnosticFormat.text.render(diagnostic).contains("\u{1B}"))
  }

  @Test func alignsCaretsWithWideAndCombiningCharacters() {
    let diagnostic = Diagnostic(rule, "wide", at: location("キー: e\u{301}\t1️⃣値2️⃣"))
    let lines = DiagnosticFormat.text.render(diagnostic).split(separator: "\n")
    #expect(lines[1] == "    1 | キー: e\u{301} 値")
    #expect(lines[2] == "      |         ^^")
  }

  /// Rendering doesn't scan the whole line for each problem.
  @Test func showsAThousandProblemsOfOneLongLine() {
    let file = SourceFile(path: "a file.yaml", bytes: Array(String(repeating: "é", count: 1_000_000).utf8))
    for column in stride(from: UInt32(1_000), to: 1_000_000, by: 1_000) {
      let position = ErrataDiagnostics.SourceLocation(
        file: file, start: SourcePosition(line: 1, column: column),
        end: SourcePosition(line: 1, column: column + 5))
      let lines = DiagnosticFormat.text.render(Diagnostic(rule, "long", at: position)).split(separator: "\n")
      #expect(lines[1].hasPrefix("    1 | …éé") && lines[1].hasSuffix("é…") && lines[2].hasSuffix(" ^^^^^"))
    }
  }

  @Test func truncatesALongLineAroundTheProblem() {
    let text = String(repeating: "x", count: 500) + "1️⃣HERE2️⃣" + String(repeating: "y", count: 500)
    let lines = DiagnosticFormat.text.render(
      Diagnostic(rule, "long", at: location(text))
    )
    .split(separator: "\n")
    #expect(lines[1].hasPrefix("    1 | …xxx") && lines[1].hasSuffix("yyy…") && lines[1].contains("HERE"))
    let caret = lines[2].firstIndex(of: "^").map { lines[2].distance(from: lines[2].startIndex, to: $0) }
    let word = lines[1].range(of: "HERE").map { lines[1].distance(from: lines[1].startIndex, to: $0.lowerBound) }
    #expect(caret == word)
  }

  @Test func replacesTerminalControlCharacters() {
    let text = "1️⃣a\u{1B}[31mb\u{202E}c\u{7}d\u{9B}e"
    let shown = DiagnosticFormat.text.render(
      Diagnostic(rule, "bad \u{1B}]0;title\u{7}", at: location(text), hint: "\u{1B}c"))
    #expect(
      shown.unicodeScalars.allSatisfy {
        $0 == "\n" || !(0x00...0x1F).contains($0.value) && !(0x7F...0x9F).contains($0.value)
      })
    #expect(!shown.contains("\u{202E}"))
  }

  @Test func omitsAMissingLocation() {
    #expect(DiagnosticFormat.text.render(Diagnostic(rule, "cannot read x")) == "error: cannot read x [some-rule]\n")
  }
}

struct MachineRenderingTests {
  @Test func writesJSONOnOneLineWithAllMembers() throws {
    let diagnostic = Diagnostic(
      rule, "line\nbreak \"quoted\"", at: location("1️⃣a2️⃣: 1"),
      related: [.init("other", at: location("a: 1️⃣1"))], hint: "fix it")
    let line = DiagnosticFormat.json.render(diagnostic)
    #expect(line.hasSuffix("}\n") && line.dropLast().allSatisfy { $0 != "\n" })
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(object["rule"] as? String == "some-rule")
    #expect(object["severity"] as? String == "error")
    #expect(object["message"] as? String == "line\nbreak \"quoted\"")
    #expect(object["file"] as? String == "a file.yaml")
    #expect([object["line"], object["column"], object["endLine"], object["endColumn"]] as? [Int] == [1, 1, 1, 2])
    #expect(object["hint"] as? String == "fix it")
    let related = try #require((object["related"] as? [[String: Any]])?.first)
    #expect(related["message"] as? String == "other" && related["column"] as? Int == 4)
  }

  @Test func escapesGitHubCommands() {
    let file = SourceFile(path: "a,b:c%.yaml", bytes: Array("x: y".utf8))
    let diagnostic = Diagnostic(
      warning, "100 %\nsecond ::error::", at: .init(file: file, start: .start, end: SourcePosition(line: 1, column: 2)),
      hint: "fix it")
    #expect(
      DiagnosticFormat.github.render(diagnostic)
        == "::warning file=a%2Cb%3Ac%25.yaml,line=1,col=1,endColumn=2,title=some-warning::100 %25%0Asecond ::error::%0Afix it\n"
    )
  }
}

struct HiddenCharacterTests {
  /// C0, DEL, C1, soft hyphen, Arabic letter mark, fillers, zero-width characters, directional marks and overrides, line
  /// separators, invisible operators, isolates, private use, byte order mark, annotations, a tag, a noncharacter.
  private static let hidden: [Unicode.Scalar] = [
    "\0", "\t", "\n", "\r", "\u{1B}", "\u{7F}", "\u{80}", "\u{9B}", "\u{AD}", "\u{34F}", "\u{61C}", "\u{115F}",
    "\u{180E}",
    "\u{200B}", "\u{200E}", "\u{200F}", "\u{2028}", "\u{2029}", "\u{202A}", "\u{202E}", "\u{2060}", "\u{2066}",
    "\u{2069}",
    "\u{206F}", "\u{3164}", "\u{E000}", "\u{FEFF}", "\u{FFA0}", "\u{FFF9}", "\u{E0001}", "\u{E0041}", "\u{10FFFF}",
  ]
  private static let text = String(String.UnicodeScalarView(hidden.flatMap { ["x", $0] }))

  @Test(arguments: hidden)
  func areHidden(_ scalar: Unicode.Scalar) {
    #expect(isHidden(scalar) && visible("a\(scalar)b").unicodeScalars.elementsEqual("a\u{FFFD}b".unicodeScalars))
  }

  /// Visible characters, and characters that scripts and emoji need.
  @Test(arguments: [
    "a b~", "größe", "e\u{301}", "می\u{200C}خواهم", "👩\u{200D}💻", "❤\u{FE0F}", "葛\u{E0100}", "\u{A0}", "\u{3000}",
  ])
  func areNotVisibleCharacters(_ text: String) {
    #expect(visible(text).unicodeScalars.elementsEqual(text.unicodeScalars) && jsonEscaped(text) == text)
  }

  @Test func areEscapedInJSON() throws {
    let path = SourceFile(path: "f" + Self.text, bytes: Array("x: y".utf8))
    let diagnostic = Diagnostic(
      rule, "m" + Self.text, at: .init(file: path, start: .start),
      related: [.init("r" + Self.text, at: .init(file: path, start: .start))],
      details: ["d" + Self.text], hint: "h" + Self.text)
    let line = DiagnosticFormat.json.render(diagnostic)
    #expect(line.hasSuffix("\n") && !line.dropLast().unicodeScalars.contains(where: isHidden))
    #expect(line.contains(#"x\u007fx\u0080x\u009bx\u00ad"#) && line.contains(#"x\udb40\udc41x"#))
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let related = try #require((object["related"] as? [[String: Any]])?.first)
    let texts = [
      object["file"], object["message"], object["hint"], related["message"], (object["details"] as? [Any])?.first,
    ]
    #expect(texts.map { $0 as? String } == ["f", "m", "h", "r", "d"].map { $0 + Self.text })
  }

  @Test(arguments: [DiagnosticFormat.text, .github])
  func areNeverShown(_ format: DiagnosticFormat) {
    let file = SourceFile(path: "f" + Self.text, bytes: Array(Self.text.utf8))
    let diagnostic = Diagnostic(
      rule, Self.text, at: .init(file: file, start: .start),
      related: [.init(Self.text, at: .init(file: file, start: .start))],
      details: [Self.text], hint: Self.text)
    #expect(!format.render(diagnostic).unicodeScalars.contains { $0 != "\n" && isHidden($0) })
  }
}

struct OrderTests {
  @Test func sortsByLocationAndIsStable() {
    let diagnostics = [
      Diagnostic(rule, "third", at: location("a\n1️⃣b\n")),
      Diagnostic(rule, "first"),
      Diagnostic(rule, "fourth", at: location("a\n1️⃣b\n")),
      Diagnostic(rule, "second", at: location("1️⃣a\nb\n")),
    ]
    #expect(diagnostics.inSourceOrder().map(\.message) == ["first", "second", "third", "fourth"])
  }
}
