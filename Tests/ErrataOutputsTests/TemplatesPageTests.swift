import ErrataDiagnostics
import Foundation
import Testing
import TestSupport

@testable import ErrataOutputs

/// What `docs/templates.md` says of names is made from what answers to them. Its other parts are written there.
struct TemplatesPageTests {
  @Test func listsWhateverATemplateSees() throws {
    var page = try Repository.text("docs/templates.md")
    func replace(after start: String, before end: String, with text: String) throws {
      let first = try #require(page.range(of: start)).upperBound
      let last = end.isEmpty ? page.endIndex : try #require(page[first...].range(of: end)).lowerBound
      page.replaceSubrange(first..<last, with: "\n\n\(text)\n" + (end.isEmpty ? "" : "\n"))
    }
    try replace(
      after: "which says how `{{name}}` is made safe:", before: "2. **",
      with: table(["Language", "Text is safe"], Escaper.allCases.map { ["`\($0.rawValue)`", $0.summary] }, indent: 3))
    try replace(
      after: "\n   it can stand", before: "   With a name",
      with: table(["Name", "What it is"], FileNamePattern.names.map { ["`{\($0.name)}`", $0.summary] }, indent: 3))
    let views = [
      section("The catalogue", CatalogView.fields), section("In `surfaces`", SurfaceView.fields),
      section("In `groups`", GroupView.fields),
      section("In `endpoints`", EndpointView.fields), section("In `errors`", ErrorView.fields),
      section("In `statuses`", StatusView.fields), section("In `deprecated`", DeprecationView.fields),
      section("In `comment`", CommentLine.fields), section("In `retired`", RetiredView.fields),
      section("In `categories`", CategoryView.fields), section("In `recoveries`", RecoveryView.fields),
    ]
    try replace(after: "## What a template sees", before: "", with: views.joined(separator: "\n\n"))
    try expectGolden(page, "../../docs/templates.md")
  }

  private func table(_ head: [String], _ rows: [[String]], indent: Int = 0) -> String {
    ([head, head.map { _ in "---" }] + rows).map {
      String(repeating: " ", count: indent) + "| " + $0.joined(separator: " | ") + " |"
    }.joined(separator: "\n")
  }

  private func section<Context>(_ title: String, _ fields: TemplateFields<Context>) -> String {
    let rows = fields.ordered.map { field in
      let kind =
        switch field.shape {
        case .text: "text"
        case .flag: "yes or no"
        case .section: "section"
        case .list: "list"
        }
      return ["`\(field.name)`", kind, field.summary]
    }
    return "### \(title)\n\n" + table(["Name", "Kind", "What it is"], rows)
  }

  @Test func itsFirstTemplateWorks() throws {
    let page = try Repository.text("docs/templates.md")
    let start = try #require(page.range(of: "```mustache\n")).upperBound
    let text = page[start..<(try #require(page[start...].range(of: "```")).lowerBound)]
    let (template, diagnostics) = readTemplate(SourceFile(path: "x.mustache", bytes: Array(text.utf8)))
    #expect(diagnostics.isEmpty)
    let files = TemplateOutput(try #require(template)).files(for: try TestCatalogue.minimal.read())
    #expect(files.map(\.path) == ["minimal_codes.py"])
    #expect(files.first?.contents.contains("Api = [\n    \"") == true)
  }

  /// Every name has its words, and every context its section.
  @Test func documentsEveryName() throws {
    let page = try Repository.text("docs/templates.md")
    func check(_ shapes: [String: TemplateShape]) {
      for (name, shape) in shapes {
        #expect(page.contains("| `\(name)` |"), "\(name)")
        switch shape {
        case .section(let inner), .list(let inner):
          #expect(page.contains("### In `\(name)`"), "\(name)")
          check(inner())
        case .text, .flag: continue
        }
      }
    }
    check(CatalogView.fields.shapes)
    #expect(!page.contains("|  |") && !page.contains("@"))
  }

  /// Mustache takes a name that is missing from what is around; so what may be missing has a name of its own.
  @Test func noNameThatMayBeMissingIsOneOfWhatIsAround() throws {
    let catalog = try TestCatalogue.minimal.read()
    let surface = try #require(catalog.surfaces.first)
    let around: [(outer: Set<String>, inner: Set<String>)] = [
      (names(CatalogView.fields), mayBeMissing(SurfaceView.fields)),
      (names(CatalogView.fields).union(names(SurfaceView.fields)), mayBeMissing(ErrorView.fields)),
      (names(CatalogView.fields).union(names(SurfaceView.fields)), mayBeMissing(RetiredView.fields)),
      (
        names(CatalogView.fields).union(names(SurfaceView.fields)).union(names(ErrorView.fields)),
        mayBeMissing(DeprecationView.fields).union(mayBeMissing(CommentLine.fields))
      ),
      (names(CatalogView.fields), mayBeMissing(CategoryView.fields)),
    ]
    for (outer, inner) in around { #expect(outer.isDisjoint(with: inner)) }
    #expect(!mayBeMissing(ErrorView.fields).isEmpty && !surface.errors.isEmpty)
  }

  private func names<Context>(_ fields: TemplateFields<Context>) -> Set<String> { Set(fields.ordered.map(\.name)) }

  private func mayBeMissing<Context>(_ fields: TemplateFields<Context>) -> Set<String> {
    Set(fields.ordered.filter { $0.summary.contains("missing") || $0.summary.hasPrefix("where") }.map(\.name))
  }
}
