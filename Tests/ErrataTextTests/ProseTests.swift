import ErrataText
import Testing

/// Text in a catalogue, and the prose that it becomes.
struct ProseTests {
  private static let paragraphsAndLists: [(String, [Prose.Block])] = [
    ("", []), (" \n\n", []),
    (
      "One `two`\nthree.\n\n \nFour ``five`` six` seven.\n",
      [.paragraph([.text("One "), .code("two"), .text(" three.")]), .paragraph([.text("Four ``five`` six` seven.")])]
    ),
    ("- one", [.list([[.text("one")]])]),
    (
      "Do:\n- one\n- `two`\n\nThen:",
      [.paragraph([.text("Do:")]), .list([[.text("one")], [.code("two")]]), .paragraph([.text("Then:")])]
    ),
    (
      "- one\n  goes on\nand on\n\n- two\n\n\n  - not nested",
      [.list([[.text("one goes on and on")], [.text("two")], [.text("not nested")]])]
    ),
    ("-x\n* x\n+ x\n1. x", [.paragraph([.text("-x * x + x 1. x")])]),
    ("-", []), ("- ", []), ("- \n\n-\n", []),
    ("one\n-\n- two\n- \n", [.paragraph([.text("one")]), .list([[.text("two")]])]),
    ("-\n  one", [.list([[.text("one")]])]),
    ("- - one\n-\t\ttwo\r\n- # three", [.list([[.text("- one")], [.text("two")], [.text("# three")]])]),
    ("-\u{301} one\n\n- \u{301}two", [.paragraph([.text("-\u{301} one")]), .list([[.text("\u{301}two")]])]),
  ]

  private static let links: [(String, [Prose.Run])] = [
    ("[a](https://b.c)", [.link([.text("a")], url: "https://b.c")]),
    (
      "See [the `x` docs](https://b.c/d_(e)?f=g#h), or\n[others](http://i).",
      [
        .text("See "), .link([.text("the "), .code("x"), .text(" docs")], url: "https://b.c/d_(e)?f=g#h"),
        .text(", or "), .link([.text("others")], url: "http://i"), .text("."),
      ]
    ),
    ("[a](/b)[c](/d)", [.link([.text("a")], url: "/b"), .link([.text("c")], url: "/d")]),
    ("[a\nb](/c)", [.link([.text("a b")], url: "/c")]),
    ("[a [b] c](/d)", [.link([.text("a [b] c")], url: "/d")]),
    ("[a [b](/c) d](/e)", [.text("[a "), .link([.text("b")], url: "/c"), .text(" d](/e)")]),
    ("[a [b](/c)", [.text("[a "), .link([.text("b")], url: "/c")]),
    (
      "`[a](/b)` [c `](/d)` e](/f)",
      [.code("[a](/b)"), .text(" "), .link([.text("c "), .code("](/d)"), .text(" e")], url: "/f")]
    ),
    ("[a ``](/b) `", [.link([.text("a ``")], url: "/b"), .text(" `")]),
    ("[a](javascript:alert(1))", [.link([.text("a")], url: "javascript:alert(1)")]),
    ("[a](\u{301}/b)[\u{301}](/c)", [.link([.text("a")], url: "\u{301}/b"), .link([.text("\u{301}")], url: "/c")]),
  ]

  @Test(arguments: paragraphsAndLists)
  func hasParagraphsAndLists(_ text: String, _ blocks: [Prose.Block]) {
    #expect(Prose(text).blocks == blocks)
  }

  @Test(arguments: links)
  func hasLinks(_ text: String, _ runs: [Prose.Run]) {
    #expect(Prose(text).blocks == [.paragraph(runs)])
    #expect(Prose("- x\n- " + text).blocks == [.list([[.text("x")], runs])])
  }

  @Test(arguments: [
    "[a]", "[a](", "[a]()", "[a] (b)", "[a](/b c)", "[a](/b", "[a](/b(c)", "[a](/b[c)", "[a](/b]c)", "[a](/b\u{7F})",
    "[](/b)", "[ ](/b)", "a](/b)", "]]((b))[[", "![a](/b)", "[a][b]", "[a]: b", "<https://a.b>", "https://a.b",
    "*a* _b_ <b> # c | d", "[a `](/b)` c", "f[i](x)", "[a](1)", "[a](b c)", "[\u{301}a]\u{301}(b)",
  ])
  func keepsOtherTextLiteral(_ text: String) {
    let runs = Prose(text).blocks.flatMap { block -> [Prose.Run] in
      if case .paragraph(let runs) = block { runs } else { [] }
    }
    let literal = runs.map { run in
      switch run {
      case .text(let text): text
      case .code(let code): "`\(code)`"
      case .link: "a link"
      }
    }
    #expect(literal.joined() == text)
  }

  @Test func findsOnlyParagraphsInLiteralText() {
    let prose = Prose(literal: "- One `two`\n[a](b)\n\n- c")
    #expect(prose.blocks == [.paragraph([.text("- One `two` [a](b)")]), .paragraph([.text("- c")])])
  }

  /// What was meant to be a link, with the byte that ends its URL, and how many `](` are before its own.
  @Test(arguments: [
    ("[a](https://b)", "https://b 0"), ("f[i](x) [a](/b)\n\n- ![c](d)\n- `](` [e](/f)", "/b 1, /f 4"),
    ("[](https://b)", "https://b no text 0"), ("[a](https://b c)", "https://b 32 0"),
    ("[a](HTTP://b(c", "HTTP://b(c end 0"), ("[a](https://b/[c](https://d)]", "https://b/ 91 0, https://d 1"),
    ("[a](b c) [d](/e(f) [](/g) `[h](https://i j)` ![k](https://l m)", ""),
  ])
  func findsWhatWasMeantAsALink(_ text: String, _ expected: String) {
    let links = Prose.links(in: text).map { link in
      switch link.flaw {
      case nil: "\(link.url) \(link.number)"
      case .noText: "\(link.url) no text \(link.number)"
      case .unclosed(let byte): "\(link.url) \(byte.map(String.init) ?? "end") \(link.number)"
      }
    }
    #expect(links.joined(separator: ", ") == expected)
  }

  @Test func isPlainWithoutMarkup() {
    let prose = Prose("One `two` [three `four`](https://a.b).\n- five\n- [https://a.b](https://a.b)\n\nSix")
    #expect(prose.plain == "One two three four (https://a.b).\n\n- five\n- https://a.b\n\nSix")
    #expect(Prose("").plain == "" && Prose("").isEmpty)
  }

  @Test func indentsTheLinesOfItems() {
    let prose = Prose("one two\n- three four five\n- six")
    let lines = prose.lines(width: 11, bullet: "  * ") { runs, width in wrapped(runs.plain, width: width) }
    #expect(lines == ["one two", "", "  * three", "    four", "    five", "  * six"])
  }

  /// If brackets, backticks or parentheses were looked for again from each other one, this would take hours.
  @Test(arguments: [
    "[", "]", "[]", "[a]", "[a](", "[[a](x]", "[a](b", "](", "![a](b", "`", "` ``", "[`", "[a](`", "[a](b)", "- ",
    "\n- a", "(", "[a](((",
  ])
  func readsLongMarkup(_ text: String) {
    let text = String(repeating: text, count: (text == "[" ? 1 << 20 : 1 << 17) / text.utf8.count)
    #expect(Prose(text).plain.utf8.count >= text.utf8.count / 4)
    #expect(Prose("[[[a](" + text).plain.utf8.count >= text.utf8.count / 4)
    #expect(Prose.links(in: "[a](/b) " + text).first?.url == "/b")
  }
}
