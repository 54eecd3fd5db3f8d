import ErrataCatalog
import Foundation
import Testing
import TestSupport

@testable import ErrataOutputs

/// The generated schemas accept every example in the generated documents.
@Suite(.enabled(if: RequiredTool.python.isExpected, "needs python with jsonschema: run Scripts/bootstrap"))
struct DocumentedExampleTests {
  @Test(arguments: [TestCatalogue.bankID, .nasty, .minimal])
  func matchTheirSchema(_ catalogue: TestCatalogue) async throws {
    try await expectValidExamples(of: try catalogue.read())
  }

  @Test(arguments: ExampleCatalogue.all)
  func matchTheSchemaOfEachStyle(_ catalogue: ExampleCatalogue) async throws {
    try await expectValidExamples(of: try catalogue.read())
  }

  private func expectValidExamples(of catalog: Catalog) async throws {
    let pages = MarkdownOutput().files(for: catalog)
    let html = try #require(HTMLOutput().files(for: catalog).first).contents
    var instances: [String] = []
    for surface in catalog.surfaces {
      let page = try #require(pages.first { $0.path == surface.fileName + ".md" }).contents
      let markdown = page.matches(of: /(?m)^(`{3,})(json|http|text)\n([^\x00]*?)\n\1$/).map { String($0.output.3) }
      let section = try #require(
        html.components(separatedBy: "<section ").first { $0.contains("<h2 id=\"\(surface.key)\"") })
      let htmlExamples = section.matches(of: /<pre[^>]*><code>([^<]*)<\/code>/).map { unescaped(String($0.output.1)) }
      let explained = try surface.errors.map { error in
        try #require(explain(error.code, on: surface.key, in: catalog).explanation).text(width: 80, color: false)
          .components(separatedBy: "Example\n").last ?? ""
      }
      for examples in [markdown, htmlExamples, explained] {
        #expect(examples.count == surface.errors.count, "\(surface.key)")
        instances += try examples.map { try "[\"\(surface.fileName).strict.schema.json\", \(object($0, surface))]" }
      }
    }
    let schemas = JSONSchemaOutput().files(for: catalog).map { "\"\($0.path)\": \($0.contents)" }.joined(separator: ",")
    let result = try await runTool(
      RequiredTool.python.path,
      [Repository.root.appending(path: "Tests/Tools/validate_instances.py").path(percentEncoded: false)],
      input: "{\"schemas\": {\(schemas)}, \"instances\": [\(instances.joined(separator: ","))]}")
    #expect(result.status == 0, "\(result.error)")
    let verdicts = try JSONDecoder().decode([Bool].self, from: Data(result.output.utf8))
    #expect(verdicts.count == 3 * catalog.codeCount)
    for (verdict, instance) in zip(verdicts, instances) { #expect(verdict, "\(instance)") }
  }

  /// The example as JSON: the body, or the parameters of a redirect or a challenge as an object.
  private func object(_ example: String, _ surface: Surface) throws -> String {
    let members: [(String, String)]
    switch surface.response.carrier {
    case .json:
      // The body follows the headers and an empty line.
      return example.split(separator: /\n *\n/, maxSplits: 1).last.map(String.init) ?? ""
    case .query:
      members = example.split(whereSeparator: \.isWhitespace).joined().dropFirst().split(separator: "&").map { part in
        let pair = part.split(separator: "=", maxSplits: 1).map {
          String($0).replacing("+", with: " ").removingPercentEncoding ?? ""
        }
        return (pair[0], pair[1])
      }
    case .challenge:
      members = example.matches(of: /([^\s,=]+)="((?:[^"\\]|\\.)*)"/).map {
        (String($0.output.1), String($0.output.2).replacing(/\\(.)/) { String($0.output.1) })
      }
    }
    let object = Dictionary(members, uniquingKeysWith: { $1 })
    return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
  }

  private func unescaped(_ html: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(html) {
      $0.replacing($1.0, with: $1.1)
    }
  }
}
