import ErrataCatalog
import ErrataText
import ErrataValidation
import Foundation
import TestSupport
import Testing

/// Each `response` block of `docs/shapes.md` fits the response above it.
struct ShapesPageTests {
  @Test(arguments: try sections())
  func theBlockReadsTheResponse(_ section: Section) throws {
    let catalog = try catalogue(section.catalogue, path: section.title)
    var findings = ""
    let (summary, failure) = Validator(catalog, strict: true).validate(
      InputSource(name: section.title, bytes: Array(section.exchange.utf8)), as: .exchanges,
      ValidationOptions(format: .text)
    ) { batch, _ in findings += String(decoding: batch.bytes, as: UTF8.self) }
    #expect(failure == nil)
    #expect(findings.isEmpty)
    #expect(summary.checked == 1)
    #expect(summary.codes.map(\.code) == [section.code])
  }

  @Test func everyStyleHasABlock() throws {
    #expect(try Self.sections().count == 16)
  }

  /// A heading with a response, the block for it, and the code of the response.
  struct Section: Sendable, CustomTestStringConvertible {
    let title: String
    let response: String
    let block: String
    let code: String

    var testDescription: String { title }

    /// A catalogue with the block and the one code.
    var catalogue: String {
      let indented = block.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
      let status = isRedirect ? "" : "status: \(status), "
      return """
        errata: 1
        name: Shape
        title: Shape
        version: 1.0.0
        surfaces:
          api:
            title: API
            endpoints: [/*]
        \(indented)
            errors:
              \(code): {\(status)description: The error}

        """
    }

    /// The response as an exchange on one line.
    var exchange: String {
      let headers = head.dropFirst().map { line in
        let name = line.prefix { $0 != ":" }
        return (String(name), JSONValue.string(String(line.dropFirst(name.count + 2))))
      }
      return JSONValue.object([
        ("path", .string("/x")), ("status", .number(status)), ("headers", .object(headers)), ("body", .string(body)),
      ]).line
    }

    private var head: [Substring] { response[..<headEnd].split(separator: "\n") }
    private var body: String { String(response[headEnd...].drop { $0 == "\n" }) }
    private var headEnd: String.Index { response.firstRange(of: "\n\n")?.lowerBound ?? response.endIndex }
    private var status: Int { Int(head[0].split(separator: " ")[1]) ?? 0 }
    private var isRedirect: Bool { block.contains("carrier: query") }
  }

  private static func sections() throws -> [Section] {
    let section =
      /\n## (?<title>[^\n]+)\n(?:(?!\n## )[\s\S])*?\n```http\n(?<response>[\s\S]*?)\n```\n\n```yaml\n(?<block>[\s\S]*?)\n```\n\nThe code is `(?<code>[^`]+)`\./
    return try Repository.text("docs/shapes.md").matches(of: section).map {
      Section(
        title: String($0.output.title), response: String($0.output.response), block: String($0.output.block),
        code: String($0.output.code))
    }
  }
}
