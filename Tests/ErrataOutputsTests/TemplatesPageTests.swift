import ErrataDiagnostics
import ErrataMustache
import Foundation
import Testing
import TestSupport

@testable import ErrataOutputs

/// What `docs/templates.md` says of names is made from the views. Its other parts are written there.
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
      with: table(
        ["Language", "Text is safe"], TemplateLanguage.allCases.map { ["`\($0.rawValue)`", $0.summary] }, indent: 3))
    try replace(
      after: "\n   it can stand", before: "   With a name",
      with: table(["Name", "What it is"], FileNamePattern.names.map { ["`{\($0.name)}`", $0.summary] }, indent: 3))
    try replace(
      after: "--template typescript=web/src\n```", before: "The templates of",
      with: table(["Name", "What it makes"], BuiltInTemplate.allCases.map { ["`\($0.rawValue)`", $0.summary] }))
    let views = [section("The catalogue", CatalogView.names)] + sections(in: CatalogView.self)
    try replace(after: "## What every template sees", before: "## What Swift", with: views.joined(separator: "\n\n"))
    for (title, view, end) in Self.languages {
      let own = Self.own(of: view).map { section($0.title, $0.names) }
      try replace(after: "## What \(title) templates see beside that", before: end, with: own.joined(separator: "\n\n"))
    }
    try expectGolden(page, "../../docs/templates.md")
  }

  private static let languages: [(title: String, view: any TemplateView.Type, end: String)] = [
    ("Swift", SwiftCatalogView.self, "## What Markdown"), ("Markdown", MarkdownCatalogView.self, "## What HTML"),
    ("HTML", HTMLCatalogView.self, ""),
  ]

  /// The names that a language adds to those of every template, by view.
  private static func own(of root: any TemplateView.Type) -> [(title: String, names: [TemplateName])] {
    let base = Dictionary(
      uniqueKeysWithValues: [("The catalogue", CatalogView.names)] + inner(of: CatalogView.self))
    return ([("The catalogue", root.names)] + inner(of: root)).compactMap { title, names in
      let known = Dictionary(uniqueKeysWithValues: (base[title] ?? []).map { ($0.text, "\($0.kind)") })
      // Views that a language extends are lists of other types, and no news by themselves.
      let own = names.filter { name in
        guard let kind = known[name.text] else { return true }
        return name.kind.view == nil && kind != "\(name.kind)"
      }
      return own.isEmpty ? nil : (title, own)
    }
  }

  /// The views inside `view`, each once, with what the page calls them.
  private static func inner(of view: any TemplateView.Type) -> [(title: String, names: [TemplateName])] {
    var found: [(title: String, view: any TemplateView.Type)] = []
    func add(_ view: any TemplateView.Type) {
      // Those nearest first: a language's own form of a view is nearer than what it inherits.
      let known = found.count
      for name in view.names {
        guard let inner = name.kind.view, !found.contains(where: { $0.view == inner }) else { continue }
        let title = "In `\(name.text)`"
        if !found.contains(where: { $0.title == title }) { found.append((title, inner)) }
      }
      for (_, view) in found[known...] { add(view) }
    }
    add(view)
    return found.map { ($0.title, $0.view.names) }
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
        case .flag: "yes or no"
        case .section: "section"
        case .list: "list"
        }
      return ["`\(name.text)`", kind, name.summary]
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

  /// Two views that have one name on the page are one view, or that language's own form of it.
  @Test func saysOfEveryNameWhatItIs() throws {
    let roots: [any TemplateView.Type] = [CatalogView.self] + Self.languages.map(\.view)
    for root in roots {
      let views = [("The catalogue", root.names)] + Self.inner(of: root)
      for (title, names) in views {
        #expect(!names.isEmpty, "\(title)")
        for name in names { #expect(!name.summary.isEmpty && !name.summary.hasSuffix("."), "\(title): \(name.text)") }
      }
    }
  }

  /// Every name that was ever documented: templates of users have them.
  @Test func keepsTheNamesThatItHasPromised() throws {
    let promised = try Repository.text("Tests/Fixtures/template-names.txt").split(separator: "\n").map(String.init)
    #expect(promised.count > 70)
    let roots: [any TemplateView.Type] = [CatalogView.self] + Self.languages.map(\.view)
    for root in roots {
      let names = Set(
        ([("The catalogue", root.names)] + Self.inner(of: root)).flatMap { title, names in
          names.map { "\(title): \($0.text)" }
        })
      for name in promised { #expect(names.contains(name), "\(root)") }
    }
  }
}
