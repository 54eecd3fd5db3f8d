import ErrataDiagnostics
import ErrataMustache
import ErrataText
import Testing

/// A language that marks each kind of value.
private struct MarkingLanguage: Language {
  func text(_ value: String) -> String { "<\(value)>" }
  func prose(_ value: Prose) -> String { "¶" + value.lines { runs, _ in [marked(runs)[...]] }.joined(separator: "¶") }
  func code(_ value: String) -> String { "`\(value)`" }
  func comment(_ prose: Prose, indent: Int) -> String {
    prose.lines { runs, _ in [marked(runs)[...]] }.map { "// \($0)" }
      .joined(separator: "\n" + String(repeating: " ", count: indent))
  }

  private func marked(_ runs: [Prose.Run]) -> String {
    runs.map { run in
      switch run {
      case .text(let text): text
      case .code(let code): "`\(code)`"
      case .link(let text, let url): "\(marked(text))→\(url)"
      }
    }.joined()
  }
}

private struct Shop: TemplateView {
  var name = "shop"
  var slogan: String?
  var isOpen = true
  var items: [Item] = []
  var owner: Owner?

  static let fields = TemplateFields<Self>(
    .text("name", is: "a text", \.name),
    .text("slogan", is: "a text that may be missing", \.slogan),
    .prose("about", is: "prose") { _ in Prose("one `two`.\n- [three](a:b).") },
    .prose("nothing", is: "empty prose") { _ in Prose(" \n") },
    .code("code", is: "code") { _ in "a_b" },
    .comment("documentation", is: "a comment") { _ in Prose("One\n- Two") },
    .formatted("markup", is: "text in the language") { _ in "<b>" },
    .flag("isOpen", is: "a flag", \.isOpen),
    .list("items", is: "a list", \.items),
    .section("owner", is: "a section", \.owner))
}

private struct Item: TemplateView {
  var label: String
  var price: String?

  static let fields = TemplateFields<Self>(
    .text("label", is: "a text", \.label), .text("price", is: "a text that may be missing", \.price))
}

private struct Owner: TemplateView {
  static let fields = TemplateFields<Self>(
    .text("person", is: "a text") { _ in "Ann" },
    .text("slogan", is: "the same name as outside, and missing") { _ in nil })
}

private struct NamedShop: TemplateView {
  let base: Shop

  static let fields = TemplateFields<Self>(
    extending: \.base, with: .text("name", is: "another") { _ in "named" }, .text("extra", is: "more") { _ in "extra" })
}

private func read<View: TemplateView>(_ text: String, for view: View.Type) -> (
  template: Template<View>?, diagnostics: [Diagnostic]
) {
  let file = SourceFile(path: "x.mustache", bytes: Array(text.utf8))
  return Template<View>.read(file, tags(of: file))
}

private func render<View: TemplateView>(_ text: String, _ view: View) throws -> String {
  let (template, diagnostics) = read(text, for: View.self)
  #expect(diagnostics.map(\.message) == [])
  return try #require(template).render(view, in: MarkingLanguage())
}

struct TemplateTests {
  private static let shop = Shop(
    slogan: "Buy!", items: [Item(label: "a", price: "1"), Item(label: "b"), Item(label: "c", price: "3")],
    owner: Owner())

  /// A template, and its output for the shop.
  static let cases: [(template: String, output: String)] = [
    // Values
    ("", ""), ("text", "text"), ("{{name}}", "<shop>"), ("{{ name }}", "<shop>"), ("a{{name}}b", "a<shop>b"),
    ("{{{name}}}", "shop"), ("{{&name}}", "shop"), ("{{& name }}", "shop"), ("{{{ name }}}", "shop"),
    ("{{about}}", "¶one `two`.¶¶- three→a:b."), ("{{{about}}}", "one two.\n\n- three (a:b)."), ("{{nothing}}", ""),
    ("{{code}}", "`a_b`"), ("{{{code}}}", "a_b"), ("{{markup}}", "<b>"), ("{{{markup}}}", "<b>"),
    ("{ {name} } }} {{name}}", "{ {name} } }} <shop>"), ("{{{name}}} }", "shop }"),
    // Comments in the language
    ("{{documentation}}", "// One\n// \n// - Two"), ("  {{documentation}}\n", "  // One\n  // \n  // - Two\n"),
    ("x {{documentation}}", "x // One\n// \n// - Two"),
    ("{{#documentation}}\n    {{.}}\n{{/documentation}}", "    // One\n    // \n    // - Two\n"),
    ("{{{documentation}}}", "One\n\n- Two"),
    // Functions
    ("{{uppercased(name)}}", "<SHOP>"), ("{{capitalized(name)}}", "<Shop>"), ("{{lowercased(slogan)}}", "<buy!>"),
    ("{{#slogan}}{{uppercased(.)}}{{/slogan}}", "<BUY!>"), ("{{{uppercased(code)}}}", "A_B"),
    ("{{uppercased(about)}}", "¶ONE `TWO`.¶¶- THREE→a:b."), ("{{uppercased(markup)}}", "<B>"),
    ("{{capitalized(about)}}", "¶One `two`.¶¶- three→a:b."),
    // Flags and texts
    ("{{#isOpen}}open{{/isOpen}}{{^isOpen}}shut{{/isOpen}}", "open"),
    ("{{#slogan}}{{.}}{{/slogan}}{{^slogan}}none{{/slogan}}", "<Buy!>"),
    ("{{#nothing}}some{{/nothing}}{{^nothing}}none{{/nothing}}", "none"),
    ("{{#slogan}}{{#name}}{{.}}{{/name}}{{.}}{{/slogan}}", "<shop><Buy!>"),
    ("{{#slogan}}{{#isOpen}}{{.}}{{/isOpen}}{{^owner}}{{.}}{{/owner}}{{/slogan}}", "<Buy!>"),
    // Lists
    ("{{#items}}{{label}}{{/items}}", "<a><b><c>"), ("{{^items}}none{{/items}}", ""),
    ("{{#items}}{{label}}{{^last()}}, {{/last()}}{{/items}}", "<a>, <b>, <c>"),
    ("{{#items}}{{#first()}}[{{/first()}}{{{label}}}{{#last()}}]{{/last()}}{{/items}}", "[abc]"),
    ("{{#items}}{{#odd()}}o{{/odd()}}{{#even()}}e{{/even()}}{{/items}}", "oeo"),
    ("{{#items}}{{{label}}}{{#price}}={{{.}}}{{/price}}{{^price}}-{{/price}}{{/items}}", "a=1b-c=3"),
    ("{{#items}}{{#price}}{{^last()}}{{{.}}},{{/last()}}{{/price}}{{/items}}", "1,"),
    ("{{#items}}{{name}}{{/items}}", "<shop><shop><shop>"),
    ("{{#items}}{{#items}}{{{label}}}{{#last()}};{{/last()}}{{/items}}{{/items}}", "abc;abc;abc;"),
    // Sections
    ("{{#owner}}{{person}} of {{name}}{{/owner}}", "<Ann> of <shop>"), ("{{owner.person}}", "<Ann>"),
    ("{{#owner}}{{slogan}}{{/owner}}", ""), ("{{owner.slogan}}{{#owner.slogan}}x{{/owner.slogan}}", ""),
    ("{{#owner.person}}{{.}}{{/owner.person}}", "<Ann>"),
    // Comments and pragmas
    ("a{{! one }}b", "ab"), ("a{{! one\ntwo }}b", "ab"), ("{{% CONTENT_TYPE:TEXT}}\na", "a"),
    // Standalone tags
    ("a\n{{#isOpen}}\nb\n{{/isOpen}}\nc\n", "a\nb\nc\n"), ("a\n  {{#isOpen}}  \nb\n\t{{/isOpen}}\nc", "a\nb\nc"),
    ("{{#isOpen}}\r\nb\r\n{{/isOpen}}\r\nc", "b\r\nc"), ("{{#isOpen}}\n{{/isOpen}}", ""),
    ("{{! one }}\na", "a"), ("a\n{{! one\n two }}\nb", "a\nb"), ("{{#isOpen}} {{/isOpen}}\n", " \n"),
    ("{{#isOpen}}{{name}}\n{{/isOpen}}\n", "<shop>\n"), (" {{name}}\n", " <shop>\n"),
    ("{{#isOpen}}\n\n{{/isOpen}}", "\n"),
    ("a {{#isOpen}}\nb\n{{/isOpen}}", "a \nb\n"), ("{{#items}}\n{{/items}}\n", ""),
    ("{{#items}}\n- {{{label}}}\n{{/items}}\nend", "- a\n- b\n- c\nend"),
    ("{{^isOpen}}\nx\n{{/isOpen}}\ny", "y"),
  ]

  @Test(arguments: cases)
  func renders(_ template: String, _ output: String) throws {
    #expect(try render(template, Self.shop) == output)
  }

  @Test func rendersMissingValuesAsEmpty() throws {
    let shop = Shop(isOpen: false)
    #expect(try render("[{{slogan}}{{#slogan}}x{{/slogan}}{{#items}}x{{/items}}{{#owner}}x{{/owner}}]", shop) == "[]")
    #expect(try render("{{^slogan}}a{{/slogan}}{{^items}}b{{/items}}{{^owner}}c{{/owner}}", shop) == "abc")
    #expect(try render("{{owner.person}}{{^isOpen}}shut{{/isOpen}}{{uppercased(slogan)}}", shop) == "shut")
  }

  @Test(arguments: ["{{name}}", "{{{name}}}", "{{#items}}", "}}", "\u{F8FF}0:\u{F8FF}", "{{", "\n{{/items}}\n", "\0"])
  func doesNotInterpretValues(_ text: String) throws {
    let shop = Shop(name: text, items: [Item(label: text)])
    #expect(
      try render("{{{name}}}{{#items}}{{{label}}}{{#label}}{{{.}}}{{/label}}{{/items}}", shop) == text + text + text)
  }

  @Test func extendsABaseView() throws {
    let view = NamedShop(base: Self.shop)
    #expect(
      try render("{{name}} {{slogan}} {{extra}} {{#items}}{{{label}}}{{/items}}", view) == "<named> <Buy!> <extra> abc")
    #expect(NamedShop.names.map(\.text).sorted() == (Shop.names.map(\.text) + ["extra"]).sorted())
  }

  /// A template, and the positions, rules and hints of its diagnostics.
  static let mistakes: [(template: String, diagnostics: [String])] = [
    ("{{nam}}", ["1:1 unknown-name did you mean `name`?"]),
    ("a\n  {{#items}}{{lable}}{{/items}}", ["2:13 unknown-name did you mean `label`?"]),
    (
      "{{label}}",
      [
        "1:1 unknown-name the names here are about, code, documentation, isOpen, items, markup, name, nothing, owner, slogan"
      ]
    ),
    ("{{owner.name}}", ["1:1 unknown-name the names here are person, slogan"]),
    ("{{name.x}}", ["1:1 unknown-name remove it: there are no names here"]),
    ("{{items.label}}", ["1:1 unknown-name remove it: there are no names here"]),
    ("{{shout(name)}}", ["1:1 unknown-name the names here are capitalized, lowercased, uppercased"]),
    ("{{#items}}{{#lst()}}{{/lst()}}{{/items}}", ["1:11 unknown-name did you mean `last()`?"]),
    ("{{.}}", ["1:1 template-syntax use it inside a section of a text, `{{#text}}{{.}}{{/text}}`"]),
    (
      "{{#items}}{{.}}{{/items}}", ["1:11 template-syntax use it inside a section of a text, `{{#text}}{{.}}{{/text}}`"]
    ),
    (
      "{{#slogan}}{{#items}}{{.}}{{/items}}{{/slogan}}",
      ["1:22 template-syntax use it inside a section of a text, `{{#text}}{{.}}{{/text}}`"]
    ),
    ("{{items}}", ["1:1 template-syntax write `{{#items}}…{{/items}}`"]),
    ("{{{owner}}}", ["1:1 template-syntax write `{{#owner}}…{{/owner}}`"]),
    ("{{isOpen}}", ["1:1 template-syntax write `{{#isOpen}}…{{/isOpen}}`"]),
    ("{{last()}}", ["1:1 template-syntax move it into a `{{#list}}`"]),
    ("{{#items}}{{last()}}{{/items}}", ["1:11 template-syntax write `{{#last()}}…{{/last()}}`"]),
    ("{{#items}}", ["1:1 template-syntax add `{{/items}}`"]),
    ("{{/items}}", ["1:1 template-syntax remove it, or add `{{#items}}` before it"]),
    (
      "{{#isOpen}}{{/items}}",
      ["1:1 template-syntax add `{{/isOpen}}`", "1:12 template-syntax close `isOpen` first"]
    ),
    (
      "{{#items}}{{#isOpen}}{{/items}}{{/isOpen}}",
      ["1:22 template-syntax close `isOpen` first", "1:32 template-syntax remove it, or add `{{#isOpen}}` before it"]
    ),
    ("{{name", ["1:1 template-syntax add `}}`"]), ("a {{{name", ["1:3 template-syntax add `}}`"]),
    (
      "{{}}",
      [
        "1:1 unknown-name the names here are about, code, documentation, isOpen, items, markup, name, nothing, owner, slogan"
      ]
    ),
    ("{{> other}}", ["1:1 template-syntax write the content inline"]),
    ("{{=<% %>=}}", ["1:1 template-syntax write the content inline"]),
    ("{{#nam}}{{nmae}}{{/nam}}", ["1:1 unknown-name did you mean `name`?", "1:9 unknown-name did you mean `name`?"]),
  ]

  @Test(arguments: mistakes)
  func reportsMistakes(_ template: String, _ expected: [String]) {
    let (read, diagnostics) = read(template, for: Shop.self)
    #expect(read == nil)
    let reports = diagnostics.inSourceOrder().map { diagnostic in
      let position = diagnostic.location.map { "\($0.start.line):\($0.start.column)" } ?? ""
      return "\(position) \(diagnostic.rule.name) \(diagnostic.hint ?? "")"
    }
    #expect(reports == expected)
  }

  @Test func rejectsDeeplyNestedSections() {
    let (template, diagnostics) = read(String(repeating: "{{#items}}", count: 100_000), for: Shop.self)
    #expect(template == nil && diagnostics.map(\.message) == ["sections are nested too deeply: the limit is 32"])
  }

  @Test func reportsAtMostAHundredMistakes() {
    #expect(read(String(repeating: "{{x}}", count: 1_000), for: Shop.self).diagnostics.count == 100)
  }
}
