import ErrataDiagnostics
import ErrataMustache
import Foundation
import Testing
import TestSupport

@testable import ErrataOutputs

/// The tables of names in `docs/templates.md` are generated from the views; the rest is written by hand.
struct TemplatesPageTests {
  @Test func listsAllNames() throws {
    var page = try Repository.text("docs/templates.md")
    func replace(after start: String, before end: String, with text: String) throws {
      let first = try #require(page.range(of: start)).upperBound
      let last = end.isEmpty ? page.endIndex : try #require(page[first...].range(of: end)).lowerBound
      page.replaceSubrange(first..<last, with: "\n\n\(text)\n" + (end.isEmpty ? "" : "\n"))
    }
    try replace(
      after: "It determines how `{{name}}` is escaped:", before: "2. **",
      with: table(
        ["Language", "Escaped text is safe"], TemplateLanguage.allCases.map { ["`\($0.rawValue)`", $0.summary] },
        indent: 3))
    try replace(
      after: "may contain these placeholders:", before: "   With a placeholder",
      with: table(
        ["Placeholder", "Value"], FileNamePattern.placeholders.map { ["`{\($0.name)}`", $0.summary] }, indent: 3))
    try replace(
      after: "--template typescript=web/src\n```", before: "The templates of",
      with: table(["Name", "Output"], BuiltInTemplate.allCases.map { ["`\($0.rawValue)`", $0.summary] }))
    let views = [section("The catalogue", CatalogView.names)] + sections(in: CatalogView.self)
    try replace(
      after: "## Names in all templates", before: "## Additional names in Swift templates",
      with: views.joined(separator: "\n\n"))
    for (title, view, end) in Self.languages {
      let additional = Self.additionalNames(of: view).map { section($0.title, $0.names) }
      try replace(
        after: "## Additional names in \(title) templates", before: end, with: additional.joined(separator: "\n\n"))
    }
    try expectGolden(page, "../../docs/templates.md")
  }

  private static let languages: [(title: String, view: any TemplateView.Type, end: String)] = [
    ("Swift", SwiftCatalogView.self, "## Additional names in Python templates"),
    ("Python", PythonCatalogView.self, "## Additional names in TypeScript templates"),
    ("TypeScript", TypeScriptCatalogView.self, "## Additional names in Markdown templates"),
    ("Markdown", MarkdownCatalogView.self, "## Additional names in HTML templates"),
    ("HTML", HTMLCatalogView.self, "## Additional names in Kotlin templates"),
    ("Kotlin", KotlinCatalogView.self, "## Additional names in Go templates"),
    ("Go", GoCatalogView.self, ""),
  ]

  /// The names that a language adds to those of all templates, by view.
  private static func additionalNames(of root: any TemplateView.Type) -> [(title: String, names: [TemplateName])] {
    let base = Dictionary(
      uniqueKeysWithValues: [("The catalogue", CatalogView.names)] + inner(of: CatalogView.self))
    return ([("The catalogue", root.names)] + inner(of: root)).compactMap { title, names in
      let baseKinds = Dictionary(uniqueKeysWithValues: (base[title] ?? []).map { ($0.text, "\($0.kind)") })
      // A list of a language's extended views isn't a new name by itself.
      let additional = names.filter { name in
        guard let kind = baseKinds[name.text] else { return true }
        return name.kind.view == nil && kind != "\(name.kind)"
      }
      return additional.isEmpty ? nil : (title, additional)
    }
  }

  /// The views inside `view`, each once, with their titles on the page.
  private static func inner(of view: any TemplateView.Type) -> [(title: String, names: [TemplateName])] {
    var views: [(title: String, view: any TemplateView.Type)] = []
    func add(_ view: any TemplateView.Type) {
      // Breadth first: a language's own form of a view comes before the inherited one.
      let count = views.count
      for name in view.names {
        guard let inner = name.kind.view, !views.contains(where: { $0.view == inner }) else { continue }
        let title = "In `\(name.text)`"
        if !views.contains(where: { $0.title == title }) { views.append((title, inner)) }
      }
      for (_, view) in views[count...] { add(view) }
    }
    add(view)
    return views.map { ($0.title, $0.view.names) }
  }

  private func sections(in view: any TemplateView.Type) -> [String] {
    Self.inner(of: view).map { section($0.title, $0.names) }
  }

  private func table(_ head: [String], _ rows: [[String]], indent: Int = 0) -> String {
    ([head, head.map { _ in "---" }] + rows).map {
      String(repeating: " ", count: indent) + "| " + $0.joined(separator: " | ") + " |"
    }.joined(separator: "\n")
  }

  private func section(_ title: String, _ names: [TemplateName]) -> String {
    let rows = names.map { name in
      let kind =
        switch name.kind {
        case .text: "text"
        case .prose: "prose"
        case .code: "code"
        case .comment: "comment"
        case .formatted: "formatted"
        case .flag: "flag"
        case .section: "section"
        case .list: "list"
        }
      return ["`\(name.text)`", kind, name.summary]
    }
    return "### \(title)\n\n" + table(["Name", "Kind", "Value"], rows)
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

  /// Every name has a summary, without a full stop.
  @Test func describesEveryName() throws {
    let roots: [any TemplateView.Type] = [CatalogView.self] + Self.languages.map(\.view)
    for root in roots {
      let views = [("The catalogue", root.names)] + Self.inner(of: root)
      for (title, names) in views {
        #expect(!names.isEmpty, "\(title)")
        for name in names { #expect(!name.summary.isEmpty && !name.summary.hasSuffix("."), "\(title): \(name.text)") }
      }
    }
  }

  /// Names that were once documented must stay, since users' templates have them.
  @Test func keepsDocumentedNames() throws {
    let documented = try Repository.text("Tests/Fixtures/template-names.txt").split(separator: "\n").map(String.init)
    #expect(documented.count > 70)
    let roots: [any TemplateView.Type] = [CatalogView.self] + Self.languages.map(\.view)
    for root in roots {
      let names = Set(
        ([("The catalogue", root.names)] + Self.inner(of: root)).flatMap { title, names in
          names.map { "\(title): \($0.text)" }
        })
      for name in documented { #expect(names.contains(name), "\(root)") }
    }
  }
}
