import ErrataCatalog
import ErrataOutputs
import Foundation
import Testing
import TestSupport

/// Every link to the published documentation has the anchor of its code on the first page: the index of the Markdown pages, or the
/// HTML page.
struct DocumentationLinkTests {
  private static let base = "https://docs.example.com/errors?lang=en"

  /// The anchors of all codes on both first pages.
  private func anchors(_ catalog: Catalog) throws -> (markdown: Set<String>, html: Set<String>) {
    let index = try #require(MarkdownOutput().files(for: catalog).first { $0.path == "index.md" }).contents
    let page = try #require(HTMLOutput().files(for: catalog).first).contents
    return (
      Set(index.matches(of: /<a id="([^"]*)">/).map { String($0.output.1) }),
      Set(page.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) })
    )
  }

  private func expectAnchors(_ links: [String], _ catalog: Catalog, _ source: String) throws {
    let (markdown, html) = try anchors(catalog)
    #expect(links.count == catalog.codeCount, "\(source) links each code once")
    for link in links {
      #expect(link.hasPrefix(Self.base + "#") && URL(string: link) != nil, "\(source): \(link)")
      let anchor = link.split(separator: "#").last.flatMap { String($0).removingPercentEncoding } ?? ""
      #expect(markdown.contains(anchor) && html.contains(anchor), "\(source): \(anchor)")
    }
  }

  @Test(.slow) func ofSwift() async throws {
    let catalog = try TestCatalogue.nasty.read()
    let types = catalog.surfaces.map { $0.typePrefix + "ErrorCode" }
    let program = types.map { "for code in \($0).known { print(code.documentationURL!.absoluteString) }" }
    let output = try await withTemporaryFolder { folder in
      for file in SwiftOutput().files(for: catalog) {
        try Data(file.contents.utf8).write(to: folder.appending(path: file.path))
      }
      try Data(program.joined(separator: "\n").utf8).write(to: folder.appending(path: "main.swift"))
      let sources = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
      let compiled = try await runTool("swiftc", ["-Onone", "-wmo", "-o", "program"] + sources.sorted(), in: folder)
      #expect(compiled.status == 0, "\(compiled.error)")
      return try await runTool(folder.appending(path: "program").path(percentEncoded: false), []).output
    }
    try expectAnchors(output.split(separator: "\n").map(String.init), catalog, "Swift")
  }

  @Test func ofSchemas() throws {
    let catalog = try TestCatalogue.nasty.read()
    for kind in ["strict", "tolerant"] {
      let links = JSONSchemaOutput().files(for: catalog).filter { $0.path.contains(".\(kind).") }.flatMap { file in
        file.contents.matches(of: /https:\/\/docs\.example\.com\/errors[^"\\]*/).map { String($0.output) }
      }
      try expectAnchors(links, catalog, kind)
    }
  }

  @Test(arguments: [BuiltInTemplate.kotlin, .go, .python, .typescript])
  func ofTemplates(_ builtIn: BuiltInTemplate) throws {
    let catalog = try TestCatalogue.nasty.read()
    let template = try #require(readTemplate(builtIn.file).template)
    let links = TemplateOutput(template).files(for: catalog).flatMap { file in
      file.contents.matches(of: /https:\/\/docs\.example\.com\/errors[^"]*/).map { String($0.output) }
    }
    try expectAnchors(links, catalog, builtIn.rawValue)
  }

  @Test func ofExplanations() throws {
    let catalog = try TestCatalogue.nasty.read()
    let links = try catalog.surfaces.flatMap { surface in
      try surface.errors.flatMap { error in
        let explanation = try #require(explain(error.code, on: surface.key, in: catalog).explanation).json.line
        return explanation.matches(of: /"documentation": "([^"]*)"/).map { String($0.output.1) }
      }
    }
    try expectAnchors(links, catalog, "errata explain")
  }
}
