@testable import ErrataOutputs

import ErrataText
import Testing

struct EscapingTests {
  @Test(arguments: [
    ("plain", "plain"), (#"say "hi""#, #"say \"hi\""#), (#"\(x)"#, #"\\(x)"#), ("a\nb\r\tc", #"a\nb\r\tc"#),
    ("\0\u{7F}\u{202E}\u{2028}", #"\u{0}\u{7F}\u{202E}\u{2028}"#), ("größe 🙂 👩\u{200D}💻", "größe 🙂 👩\u{200D}💻"),
    ("\"\"\" #\"", "\\\"\\\"\\\" #\\\""),
  ])
  func swiftLiterals(_ text: String, _ literal: String) {
    #expect(SwiftLanguage().text(text) == literal)
  }

  @Test(arguments: [
    ("plain text, (with) some: punctuation.", "plain text, (with) some: punctuation."),
    ("<b>&amp;</b>", #"\<b>\&amp;\</b>"#), ("a|b", #"a\|b"#), ("*a* _b_ `c` [d](e)", #"\*a\* \_b\_ \`c\` \[d\](e)"#),
    ("snake_case_word", "snake_case_word"), ("# x", "\\# x"), ("- x", #"\- x"#), ("+ x", #"\+ x"#), ("> x", #"\> x"#),
    ("1. x", #"1\. x"#), ("12) x", #"12\) x"#), ("1.0.0", "1.0.0"), ("---", #"\---"#), ("===", #"\==="#),
    ("a - b", "a - b"),
    ("AT&T & co", #"AT\&T & co"#), ("  a\n b\t", "a b"), ("\u{0}\u{202E}", "\u{FFFD}\u{FFFD}"), (#"\"#, #"\\"#),
    ("~~x~~", #"\~\~x\~\~"#),
    ("see https://x.y/z.", "see https:/<wbr/>/x.y/z."), ("//x.y", "/<wbr/>/x.y"), ("a // b", "a // b"),
    ("and/or", "and/or"),
    ("(www.x.y)", "(www<wbr/>.x.y)"), ("WWW.x.y", "WWW<wbr/>.x.y"), ("www. x", "www. x"), ("w.x", "w.x"),
    ("mailto:a@b.c", "mailto:a<wbr/>@b.c"), ("@user a @ b", "@user a @ b"),
    ("{0}", "&#123;0}"), ("{{x}} {% y %}", "&#123;<wbr/>&#123;x}} &#123;% y %}"), ("${a}", "$&#123;a}"),
    ("import x", "&#105;mport x"), ("export x", "&#101;xport x"), ("imports are", "imports are"), ("", ""),
  ])
  func markdown(_ text: String, _ escaped: String) {
    #expect(markdownEscaped(text) == escaped)
  }

  @Test(arguments: [
    ("plain é 🙂", "plain é 🙂"), ("<b a='1'>&amp;\"</b>", "&lt;b a=&#39;1&#39;&gt;&amp;amp;&quot;&lt;/b&gt;"),
    ("a\n\tb", "a\n\tb"), ("\0\r\u{202E}", "\u{FFFD}\u{FFFD}\u{FFFD}"), ("<\u{301}", "&lt;\u{301}"),
  ])
  func html(_ text: String, _ escaped: String) {
    #expect(htmlEscaped(text) == escaped)
  }

  @Test(arguments: [
    ("a", "`a`"), ("a`b", "``a`b``"), ("`a`", "`` `a` ``"), ("a|b", "`a|b`"), ("`\u{301}|", "`` `\u{301}| ``"),
    ("a``b`c", "```a``b`c```"), ("{0}", "`{0}`"), ("{{0}}", "<code>&#123;<wbr/>&#123;0}}</code>"),
    ("{%|%}", #"<code>&#123;%\|%}</code>"#), ("https://x.y", "`https://x.y`"),
  ])
  func markdownCodeSpans(_ text: String, _ code: String) {
    #expect(markdownCode(text) == code)
  }

  @Test(arguments: [("a|b", #"`a\|b`"#), ("|\u{301}", "`\\|\u{301}`"), ("a", "`a`")])
  func markdownCodeSpansInTables(_ text: String, _ code: String) {
    #expect(markdownCode(text, isInTable: true) == code)
  }
}

struct TemplateTagTests {
  @Test(arguments: [
    (#"{"a": {"b": "{0}"}}"#, #"{"a": {"b": "{0}"}}"#), (#""{{x}}""#, #""{\u007bx}}""#),
    (#""{{{""#, #""{\u007b\u007b""#),
    (#""{% x %}{# y #}""#, #""{\u0025 x %}{\u0023 y #}""#),
  ])
  func areEscapedInJSON(_ json: String, _ escaped: String) {
    #expect(withoutTemplateTags(json) == escaped)
  }
}

/// Prose in each language.
struct ProseFormattingTests {
  private let prose = Prose(
    """
    One `<two>`
    three.
    - # a
    - */ [b `c`|*](https://x.y/(z)?a&b)

    & ``four`` \"\"\" see [https://x.y/*/'''](https://x.y/*/''')
    """)

  @Test func becomesHTML() {
    #expect(
      HTMLLanguage().prose(prose) == """
        <p>One <code>&lt;two&gt;</code> three.</p>
        <ul>
        <li># a</li>
        <li>*/ <a href="https://x.y/(z)?a&amp;b" rel="noreferrer">b <code>c</code>|*</a></li>
        </ul>
        <p>&amp; ``four`` &quot;&quot;&quot; see \
        <a href="https://x.y/*/&#39;&#39;&#39;" rel="noreferrer">https://x.y/*/&#39;&#39;&#39;</a></p>
        """)
    #expect(
      HTMLLanguage().comment(prose, indent: 2) == """
        One &lt;two&gt; three.
          - # a
          - */ b c|* (https://x.y/(z)?a&amp;b)
          &amp; ``four`` &quot;&quot;&quot; see https://x.y/*/&#39;&#39;&#39;
        """)
  }

  @Test func becomesMarkdown() {
    let markdown = ##"""
      One `<two>` three.

      - \# a
      - \*/ [b `c`\|\*](https://x.y/%28z%29?a&amp;b)

      & \`\`four\`\` """ see [https:/<wbr/>/x.y/\*/'''](https://x.y/*/''')
      """##
    #expect(MarkdownLanguage().prose(prose) == markdown)
    #expect(MarkdownLanguage().comment(prose, indent: 2) == markdown.replacing(#/\n(?=.)/#, with: "\n  "))
  }

  @Test func becomesASwiftComment() {
    #expect(
      SwiftLanguage().comment(prose, indent: 2) == #"""
        /// One `<two>` three.
          ///
          /// - # a
          /// - */ [b `c`|*](https://x.y/(z)?a&b)
          ///
          /// & ``four`` """ see [https://x.y/*/'''](https://x.y/%2A/%27%27%27)
        """#)
  }

  /// Links are Markdown in KDoc and TSDoc. A URL remains whole.
  @Test(arguments: [TemplateLanguage.kotlin, .typescript])
  func becomesACommentWithLinks(_ language: TemplateLanguage) {
    #expect(
      language.language.comment(prose, indent: 1) == #"""
        * One `<two>` three.
         *
         * - # a
         * - * / [b `c`|*](https://x.y/(z)?a&b)
         *
         * & ``four`` "" " see [https://x.y/ * /'' '](https://x.y/%2A/%27%27%27)
        """#)
  }

  @Test(arguments: [(TemplateLanguage.python, "#:", ""), (.go, "//", "  ")])
  func becomesACommentWithPlainLinks(_ language: TemplateLanguage, _ sign: String, _ margin: String) {
    #expect(
      language.language.comment(prose, indent: 0) == """
        \(sign) One `<two>` three.
        \(sign)
        \(sign) \(margin)- # a
        \(sign) \(margin)- * / b `c`|* (https://x.y/(z)?a&b)
        \(sign)
        \(sign) & ``four`` "" " see https://x.y/ * /'' '
        """)
  }

  /// Long items are aligned.
  @Test func alignsTheLinesOfItems() {
    let item = Prose("- " + Array(repeating: "word", count: 24).joined(separator: " "))
    #expect(
      PythonLanguage().comment(item, indent: 0).split(separator: "\n").map { $0.prefix(8) } == ["#: - wor", "#:   wor"])
    #expect(
      GoLanguage().comment(item, indent: 0).split(separator: "\n").map { $0.prefix(10) } == [
        "//   - wor", "//     wor",
      ])
  }

  @Test func isTextInStrings() {
    #expect(SwiftLanguage().prose(Prose("a\n- [b](https://c)")) == #"a\n\n- b (https://c)"#)
    #expect(PythonLanguage().prose(Prose("a\n- [b](https://c)")) == #"a\n\n- b (https://c)"#)
  }
}
