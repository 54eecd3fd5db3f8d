import ErrataCatalog
import ErrataText
import Testing
import TestSupport

@testable import ErrataOutputs

/// The facts of one error in the format of each output. The goldens have whole files.
struct FactTests {
  private static let catalogue = """
    errata: 1
    name: Shop
    title: Shop
    version: 2.0.0
    documentation: https://docs.example.com/errors
    categories:
      stock: {title: 'Stock | <level>', recovery: retry_later, guidance: 'Ask `again` later.'}
    surfaces:
      api:
        title: API
        endpoints: [/orders/*, POST /carts/*, DELETE /carts/*]
        response: {carrier: json, fields: {code: code, description: message}}
        errors:
          plain: {description: Nothing more}
          sold_out:
            status: [409, 422]
            category: stock
            description: No *more*
            causes: ['The [stock](https://example.com/stock) is empty.', 'It is `reserved`.']
            endpoints: [POST /orders/*, DELETE /carts/*]
            since: 1.1.0
            deprecated: {since: 2.0.0, replacement: plain, note: Too *vague*}
    """

  private func errors() throws -> (plain: ErrorView, full: ErrorView) {
    let catalog = try TestSupport.catalogue(Self.catalogue)
    let views = SurfaceView(try #require(catalog.surfaces.first), of: catalog).errors
    return (views[0], views[1])
  }

  @Test func resolvesReferences() throws {
    let (plain, full) = try errors()
    #expect(full.error.recovery == .retryLater && full.error.category?.key == "stock")
    #expect(full.error.guidance == Prose("Ask `again` later."))
    #expect(full.error.causes == Prose("- The [stock](https://example.com/stock) is empty.\n- It is `reserved`."))
    #expect(full.error.documentationLink == "https://docs.example.com/errors#api-sold_out")
    #expect(plain.error.recovery == nil && plain.error.category == nil && plain.error.guidance == nil)
    #expect(plain.error.causes == nil)
  }

  @Test func areInOrder() throws {
    let (plain, full) = try errors()
    #expect(full.error.facts.map(\.key) == FactKey.allCases)
    #expect(plain.error.facts.isEmpty)
    #expect(plain.error.allFacts.map(\.label) == ["Status", "At"])
  }

  @Test func inMarkdown() throws {
    let error = try errors().full.error
    #expect(
      error.facts.map { "\($0.label): \($0.value.markdown(on: error.surface))" } == [
        "Status: 409 Conflict, 422 Unprocessable Content", "Category: Stock \\| \\<level>", "Recovery: retry later",
        "Only at: `POST /orders/*`, `DELETE /carts/*`", "Since: version 1.1.0",
        "Deprecated: since version 2.0.0; use [`plain`](#api-plain) instead. Too \\*vague\\*",
      ])
    #expect(
      error.facts.filter(\.key.isSummary).map(\.value.markdownCell) == [
        "409, 422", "Stock \\| \\<level>", "retry later",
      ])
  }

  @Test func inHTML() throws {
    let error = try errors().full.error
    #expect(
      error.facts.map { $0.value.html(on: error.surface) } == [
        nil, "Stock | &lt;level&gt;", nil, "<code>POST /orders/*</code> <code>DELETE /carts/*</code>", "version 1.1.0",
        "since version 2.0.0; use <a href=\"#api-plain\"><code>plain</code></a> instead. Too *vague*",
      ])
  }

  @Test func inComments() throws {
    let (plain, full) = try errors()
    #expect(
      GoLanguage().comment(full.error.documentation, indent: 0) == """
        // No *more*
        //
        // HTTP 409, 422 · Stock | <level> · retry later
        //
        // Only at POST /orders/ *, DELETE /carts/ *.
        //
        // Since version 1.1.0.
        //
        // Deprecated since version 2.0.0: use `plain` instead. Too *vague*
        //
        // Why it may happen:
        //
        //   - The stock (https://example.com/stock) is empty.
        //   - It is `reserved`.
        //
        // What to do:
        //
        // Ask `again` later.
        """)
    #expect(PlainText().comment(plain.error.documentation, indent: 0) == "# Nothing more")
  }

  @Test func inJSON() throws {
    let (explanation, _) = explain("sold_out", in: try TestSupport.catalogue(Self.catalogue))
    let json = try #require(explanation).json.line
    for member in [
      #""statuses": [409, 422], "category": "stock", "recovery": "retry_later", "#
        + #""causes": ["The [stock](https://example.com/stock) is empty.", "It is `reserved`."], "guidance": "Ask `again` later.""#,
      #""endpoints": ["POST /orders/*", "DELETE /carts/*"], "since": "1.1.0", "#
        + #""deprecated": {"since": "2.0.0", "replacement": "plain""#,
    ] {
      #expect(json.contains(member), "\(json)")
    }
  }

  @Test func inSchemas() throws {
    let error = try errors().full.error
    let place = try #require(error.surface.response.field(.code)).place
    #expect(
      documentedCode(error, in: place).line
        == #"{"const": "sold_out", "title": "HTTP 409, 422 · Stock | <level> · retry later", "#
        + #""description": "No *more*\n\nOnly at POST /orders/*, DELETE /carts/*.\n\nSince version 1.1.0.\n\n"#
        + #"Deprecated since version 2.0.0: use `plain` instead. Too *vague*\n\n"#
        + #"https://docs.example.com/errors#api-sold_out", "deprecated": true}"#)
  }

  /// The declaration of a case, and its facts.
  @Test func inSwift() throws {
    let files = SwiftOutput().files(for: try TestSupport.catalogue(Self.catalogue))
    let file = try #require(files.first { $0.path == "ApiError.swift" })
    for snippet in [
      """
        /// No *more*
        ///
        /// HTTP 409, 422 · Stock | <level> · retry later
        ///
        /// Only at POST /orders/*, DELETE /carts/*.
        ///
        /// Since version 1.1.0.
        ///
        /// Deprecated since version 2.0.0: use `plain` instead. Too *vague*
        ///
        /// Why it may happen:
        ///
        /// - The [stock](https://example.com/stock) is empty.
        /// - It is `reserved`.
        ///
        /// What to do:
        ///
        /// Ask `again` later.
        @available(*, deprecated, renamed: "plain", message: "since version 2.0.0: Too *vague*")
        case soldOut
      """,
      """
          case .soldOut:
            Facts("sold_out", 409, .stock,
              "No *more*")
      """,
    ] {
      #expect(file.contents.contains(snippet))
    }
  }
}
