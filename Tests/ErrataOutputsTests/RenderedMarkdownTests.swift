@testable import ErrataOutputs

import ErrataCatalog
import ErrataDiagnostics
import ErrataText
import ErrataYAML
import Foundation
import TestSupport
import Testing

/// `markdown` rendered by GitHub's renderer.
private func html(_ markdown: String) async throws -> String {
  let result = try await runTool(
    RequiredTool.cmarkGFM.path,
    ["table", "strikethrough", "autolink", "tasklist"].flatMap { ["--extension", $0] } + ["--unsafe"], input: markdown
  )
  #expect(result.status == 0, "\(result.error)")
  return result.output
}

/// The visible text of HTML.
private func visibleText(_ html: Substring) -> String {
  var text = html.replacing(/<[^>]*>/, with: "")
  for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
    text = text.replacing(entity, with: character)
  }
  return String(text)
}

/// The pages rendered by GitHub's renderer.
@Suite(.enabled(if: RequiredTool.cmarkGFM.isExpected, "needs cmark-gfm: run Scripts/bootstrap"))
struct RenderedMarkdownTests {
  @Test(arguments: [TestCatalogue.bankID, .nasty, .minimal])
  func showsEveryDescriptionVerbatim(_ catalogue: TestCatalogue) async throws {
    let catalog = try catalogue.read()
    let files = MarkdownOutput().files(for: catalog)
    for surface in catalog.surfaces {
      let page = try await html(try #require(files.first { $0.path == surface.fileName + ".md" }).contents)
      for error in surface.errors {
        let description = visible(singleLine(error.description))
        let section = try #require(
          page.range(of: "<a id=\"\(surface.anchor(for: error.code))\"></a>").map { page[$0.upperBound...] })
        let heading = try #require(section.firstMatch(of: /<h3><code>(.*?)<\/code><\/h3>\n/))
        #expect(String(heading.output.1) == error.code)
        if description.isEmpty { continue }
        let paragraph = try #require(section[heading.range.upperBound...].prefixMatch(of: /<p>(.*?)<\/p>/))
        #expect(visibleText(paragraph.output.1) == description)
      }
    }
  }

  @Test(arguments: [TestCatalogue.bankID, .nasty, .minimal])
  func hasOneRowForEveryCode(_ catalogue: TestCatalogue) async throws {
    let catalog = try catalogue.read()
    let files = MarkdownOutput().files(for: catalog)
    let index = try await html(try #require(files.first { $0.path == "index.md" }).contents)
    #expect(index.matches(of: /<td><a id=/).count == catalog.codeCount)
    for surface in catalog.surfaces {
      let page = try await html(try #require(files.first { $0.path == surface.fileName + ".md" }).contents)
      #expect(
        page.matches(of: /<td><a href="#[^"]*"><code>/).count == surface.errors.count
          + surface.retired.filter { $0.replacement != nil }.count)
      #expect(page.matches(of: /<pre><code class="language-/).count == surface.errors.count)
      #expect(page.matches(of: /<h3>/).count == surface.errors.count)
    }
  }

  @Test(arguments: [TestCatalogue.bankID, .nasty, .minimal])
  func letsNoTextOfTheCatalogueBecomeMarkup(_ catalogue: TestCatalogue) async throws {
    for file in MarkdownOutput().files(for: try catalogue.read()) {
      let page = try await html(file.contents)
      let allowed = [
        "a", "h1", "h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "code", "pre", "ul", "li", "wbr",
        "!--",
      ]
      let tags = Set(page.matches(of: /<\/?([a-z0-9]+|!--)/).map { String($0.output.1) })
      #expect(tags.isSubset(of: allowed), "\(file.path)")
      #expect(!page.contains("javascript:") || !page.contains("href=\"javascript:"))
      #expect(page.matches(of: /<!--/).count == 1)
    }
  }

  @Test(arguments: [TestCatalogue.bankID, .nasty, .minimal])
  func linksOnlyToAnchorsThatExist(_ catalogue: TestCatalogue) async throws {
    let files = MarkdownOutput().files(for: try catalogue.read())
    var pages: [String: String] = [:]
    for file in files { pages[file.path] = try await html(file.contents) }
    for (path, page) in pages {
      for link in page.matches(of: /href="([^"#]*)#?([^"]*)"/) {
        if link.output.1.hasPrefix("http") { continue }
        let target = link.output.1.isEmpty ? path : String(link.output.1)
        let anchor = link.output.2.removingPercentEncoding ?? ""
        #expect(pages[target] != nil, "\(path) links to \(target)")
        if !anchor.isEmpty {
          #expect(pages[target]?.contains("<a id=\"\(anchor)\"></a>") == true, "\(path) links to \(target)#\(anchor)")
        }
      }
    }
  }
}

/// Lists, links and code in prose, rendered by GitHub's renderer.
@Suite(.enabled(if: RequiredTool.cmarkGFM.isExpected, "needs cmark-gfm: run Scripts/bootstrap --tests"))
struct RenderedProseTests {
  private static let hostile = [
    "# x", "1. x", "1) x", "- x", "+ x", "> x", "---", "===", "[ ] x", "[x] y", "| a | b |", "<b>", "import x",
    "{{x}} {% y %}",
    "www.x.example https://x.example", "a */ \"\"\" </script> -->", "*a* _b_ ~~c~~ &lt; \\",
    "![a](https://x.example/y.png)", "`{{z}}` `|`",
  ]
  private static let urls = [
    "https://x.example", "http://x.example:80/a_(b)_(c)?d=e&f;g=1&copy;=2#h",
    "https://x.example/*a*_b_~c~%7B%22'@!$,;=",
    "https://x.example/((((((((((((((((((((((((((((((((((((a))))))))))))))))))))))))))))))))))))",
    "HTTPS://www.x.example/&lt;",
  ]

  /// HTML as cmark-gfm writes it, without optional line breaks and character references that don't matter.
  private func normalized(_ html: String) -> String {
    html.replacing("<wbr/>", with: "").replacing("<wbr />", with: "").replacing(" rel=\"noreferrer\"", with: "")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&#x27;", with: "'").replacing(
        "%28", with: "("
      )
      .replacing("%29", with: ")").trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func expectSameStructure(_ text: String) async throws {
    let prose = Prose(text)
    let rendered = try await html(MarkdownLanguage().prose(prose))
    #expect(normalized(rendered) == normalized(HTMLLanguage().prose(prose)))
  }

  @Test func isTheSameAsInHTML() async throws {
    let links = Self.urls.enumerated().map { "[\(Self.hostile[$0].replacing("[", with: "("))](\($1))" }
    try await expectSameStructure(
      (Self.hostile + links + Self.hostile.map { "- \($0)" } + links.map { "- \($0), \($0)" }
        + Self.hostile.map { "\n\($0)" })
        .joined(separator: "\n"))
    try await expectSameStructure("a\n- b\n- c\n\nd\n\n- e\n\n- f `g`\n  [h `i` [j] k](https://l)!\n")
  }

  /// What follows a list isn't part of it.
  @Test func listsDoNotRunIntoEachOther() async throws {
    let catalog = try catalogue(
      """
      errata: 1
      name: Shop
      title: Shop
      version: 1.0.0
      categories:
        stock: {title: Stock, recovery: retry_later, guidance: "- Wait\\n- Ask"}
      surfaces:
        api:
          title: API
          endpoints: [/]
          response: {carrier: json, fields: {code: code}}
          errors:
            sold_out: {status: 409, category: stock, description: Sold out, causes: [Popular, Rare]}
            late: {status: 409, category: stock, description: Late}
      """)
    let pages = MarkdownOutput().files(for: catalog)
    let index = try await html(try #require(pages.first { $0.path == "index.md" }).contents)
    #expect(
      index.contains(
        "<li>Recovery: retry later</li>\n</ul>\n<p>What to do:</p>\n<ul>\n<li>Wait</li>\n<li>Ask</li>\n</ul>"))
    let page = try await html(try #require(pages.first { $0.path == "api.md" }).contents)
    let facts = "<li>Recovery: retry later</li>\n</ul>\n"
    let guidance = "<p>What to do:</p>\n<ul>\n<li>Wait</li>\n<li>Ask</li>\n</ul>\n<pre>"
    #expect(
      page.contains(
        facts + "<p>Why it may happen:</p>\n<ul>\n<li>Popular</li>\n<li>Rare</li>\n</ul>\n" + guidance))
    #expect(page.contains(facts + guidance))
  }
}

/// Text of the catalogue that GitHub would turn into a link, or MDX, Liquid and Vue would evaluate.
@Suite(.enabled(if: RequiredTool.cmarkGFM.isExpected, "needs cmark-gfm: run Scripts/bootstrap --tests"))
struct LiteralMarkdownTests {
  private static let texts = [
    "See http://x.example, https://x.example/a_(b)?c=d&e=f or ftp://x.example.",
    "www.x.example (www.x.example) WWW.X.EXAMPLE",
    "Ask a.b-c_d+e@x.example or mailto:a@x.example, xmpp:a@x.example/b.", "http://a@x.example:80//www.x.example/{id}",
    "{0} of {{total}}, {{{raw}}}, {% if x %} {# note #} ${price} {{ '{{' }} }} %} {",
    "<Tag> {props.name} <Tag/> </Tag> {/* x */}",
    "import x from 'y'", "export const x = {}", "{{< shortcode >}} {:.class} {{constructor.constructor('alert(1)')()}}",
  ]

  /// Every text in every place for text.
  private func catalog() throws -> Catalog {
    func quoted(_ text: String) -> String { JSONValue.string(text).line }
    let all = quoted(
      Self.texts.joined(separator: "\n\n") + "\n\n`{{code}}` and `{%x%}`, `{0}`, `http://x.example`\n\n- "
        + Self.texts.joined(separator: "\n- "))
    return try catalogue(
      """
      errata: 1
      name: Literal
      title: \(quoted(Self.texts.joined(separator: " ")))
      version: 1.0.0
      description: \(all)
      support: \(all)
      categories:
        some: {title: \(quoted(Self.texts[4])), recovery: retry_later, guidance: \(all)}
      surfaces:
        api:
          title: \(quoted(Self.texts.reversed().joined(separator: " ")))
          type: Api
          endpoints: ["/{{id}}/{x}/{%y%}"]
          response:
            carrier: json
            fields: {code: code, "description": {name: "{{d}}", example: "{{x}} {% y %} {# z #} http://x.example"}}
          errors:
      \(Self.texts.enumerated().map { index, text in
            "      e\(index): {status: 400, description: \(quoted(text)), category: some, guidance: \(all), deprecated: {since: 1.0.0, note: \(quoted(text))}}"
          }.joined(separator: "\n"))
          retired:
            gone: {since: 1.0.0, note: \(quoted(Self.texts[4]))}
      """)
  }

  @Test func linksNothingAndShowsTextVerbatim() async throws {
    for file in MarkdownOutput().files(for: try catalog()) {
      let page = try await html(file.contents)
      let links = page.matches(of: /href="([^"]*)"/).map { String($0.output.1) }
      #expect(links.allSatisfy { $0.hasPrefix("#") || $0 == "index.md" || $0.hasPrefix("api.md") }, "\(links)")
      let paragraphs = page.matches(of: /<p>(.*?)<\/p>/).map { visibleText($0.output.1) }
      for text in Self.texts { #expect(paragraphs.contains(text), "\(file.path): \(text)") }
    }
  }

  /// Vue evaluates tags in the HTML: in VitePress and VuePress everywhere except in fenced code.
  @Test(arguments: [false, true])
  func isNotCodeInVue(_ hasFrontMatter: Bool) async throws {
    for file in MarkdownOutput(hasFrontMatter: hasFrontMatter).files(for: try catalog()) {
      let page = try await html(file.contents).replacing(/(?s)<pre>.*?<\/pre>/, with: "")
      #expect(!page.contains("{{"), "\(file.path)")
    }
  }

  /// In MDX, braces outside of code are expressions, and paragraphs that begin with `import` or `export` are JavaScript.
  @Test func isNotCodeInMDX() throws {
    for file in MarkdownOutput(hasFrontMatter: true).files(for: try catalog()) {
      let page = file.contents.replacing(/(?s)^---\n.*?\n---\n/, with: "").replacing(/(?ms)^```.*?^```/, with: "")
      let text = page.replacing(/`[^`\n]*`/, with: "")
      #expect(!text.contains("{") && !text.contains("<!--"), "\(file.path)")
      #expect(page.matches(of: #/(?m)^(import|export)[ ]/#).isEmpty, "\(file.path)")
      #expect(text.matches(of: #/(?:^|[^\\])<(?!/?a[ >]|/?code>|wbr/>)/#).isEmpty, "\(file.path)")
    }
  }

  /// Liquid evaluates tags on the whole page, even in fenced code.
  @Test(
    .enabled(if: RequiredTool.python.isExpected, "needs python-liquid: run Scripts/bootstrap --tests"),
    arguments: [false, true])
  func isNotCodeInLiquid(_ hasFrontMatter: Bool) async throws {
    let script = "import sys, liquid; sys.stdout.write(liquid.render(sys.stdin.read()))"
    for file in MarkdownOutput(hasFrontMatter: hasFrontMatter).files(for: try catalog()) {
      let result = try await runTool(RequiredTool.python.path, ["-c", script], input: file.contents)
      #expect(result.status == 0 && result.output == file.contents, "\(file.path): \(result.error.suffix(500))")
    }
  }
}

struct FrontMatterTests {
  @Test(arguments: [TestCatalogue.bankID, .nasty, .minimal])
  func isYAMLWithTheTitleAndTheMark(_ catalogue: TestCatalogue) throws {
    let catalog = try catalogue.read()
    let titles = [catalog.title] + catalog.surfaces.map(\.title)
    for (file, title) in zip(MarkdownOutput(hasFrontMatter: true).files(for: catalog), titles) {
      let parts = file.contents.components(separatedBy: "---\n")
      #expect(parts.count >= 3 && parts[0].isEmpty, "\(file.path) begins with it")
      let (root, diagnostics) = readYAML(SourceFile(path: file.path, bytes: Array(parts[1].utf8)))
      #expect(diagnostics.isEmpty && root?.entries.map(\.key) == ["title", "description"])
      guard case .scalar(let text, _)? = root?["title"]?.content else { throw CancellationError() }
      #expect(text == singleLine(title))
      #expect(file.form.mark(in: Array(file.contents.utf8))?.catalogName == catalog.name)
      // The rest of the page is the same as without front matter.
      let plain = try #require(MarkdownOutput().files(for: catalog).first { $0.path == file.path }).contents
      #expect(plain.hasSuffix("-->\n" + parts.dropFirst(2).joined(separator: "---\n")))
    }
  }
}
