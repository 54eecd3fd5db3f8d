import ErrataCatalog
import ErrataDiagnostics
import ErrataYAML
import Foundation
import Testing
import TestSupport

@testable import ErrataOutputs

/// The pages as GitHub's renderer shows them.
@Suite(.enabled(if: RequiredTool.cmarkGFM.isExpected, "needs cmark-gfm: run Scripts/bootstrap"))
struct RenderedMarkdownTests {
  private func html(_ markdown: String) async throws -> String {
    let result = try await runTool(
      RequiredTool.cmarkGFM.path, ["--extension", "table", "--extension", "strikethrough", "--unsafe"], input: markdown)
    #expect(result.status == 0, "\(result.error)")
    return result.output
  }

  /// What a reader sees of a piece of HTML.
  private func visible(_ html: Substring) -> String {
    var text = html.replacing(/<[^>]*>/, with: "")
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      text = text.replacing(entity, with: character)
    }
    return String(text)
  }

  @Test(arguments: [TestCatalogue.bankID, .nasty, .minimal])
  func showsEveryDescriptionLetterForLetter(_ catalogue: TestCatalogue) async throws {
    let catalog = try catalogue.read()
    let files = MarkdownOutput().files(for: catalog)
    for surface in catalog.surfaces {
      let page = try await html(try #require(files.first { $0.path == surface.fileName + ".md" }).contents)
      for error in surface.errors {
        let description = replacingHidden(singleLine(error.description))
        let section = try #require(
          page.range(of: "<a id=\"\(surface.anchor(for: error.code))\"></a>").map { page[$0.upperBound...] })
        let heading = try #require(section.firstMatch(of: /<h3><code>(.*?)<\/code><\/h3>\n/))
        #expect(String(heading.output.1) == error.code)
        if description.isEmpty { continue }
        let paragraph = try #require(section[heading.range.upperBound...].prefixMatch(of: /<p>(.*?)<\/p>/))
        #expect(visible(paragraph.output.1) == description)
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
        "a", "h1", "h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "code", "pre", "ul", "li", "!--",
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
      // Beside that it is the page as it always is.
      let plain = try #require(MarkdownOutput().files(for: catalog).first { $0.path == file.path }).contents
      #expect(plain.hasSuffix("-->\n" + parts.dropFirst(2).joined(separator: "---\n")))
    }
  }
}
