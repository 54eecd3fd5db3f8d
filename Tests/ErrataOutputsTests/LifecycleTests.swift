import ErrataCatalog
import ErrataText
import TestSupport
import Testing

@testable import ErrataOutputs

/// Since when a code exists, is deprecated or is retired, in every output.
struct LifecycleTests {
  private static let text = """
    errata: 1
    name: Shop
    title: Shop API
    version: 3.0.0
    surfaces:
      api:
        title: API
        endpoints: [/orders/*]
        response: {carrier: json, fields: {code: code, description: message}}
        errors:
          sold_out: {status: 409, since: 1.3.0, description: Nothing is left}
          out_of_stock:
            status: 409
            description: Out of stock
            deprecated: {since: 2.1.0, replacement: sold_out, note: Renamed.}
        retired:
          no_stock: {since: 2.2.0, replacement: sold_out, note: It was "ambiguous".}
          gone: {since: 1.4.0}
    """

  private static func contents(_ kind: OutputKind) throws -> String {
    // Comments are wrapped, and each line of them has a sign.
    let files = kind.output.files(for: try catalogue(text)).map(\.contents).joined(separator: "\n")
    return spaceSeparated(files.replacing(#/\n *(?:///|//|#:?|\*)(?= |\n)/#, with: " ")).joined(separator: " ")
  }

  /// What each output says of a code that is new, deprecated, and retired.
  @Test(
    arguments: [
      (
        .swift,
        [
          "Since version 1.3.0.", "Deprecated since version 2.1.0: use `sold_out` instead. Renamed.",
          #"@available(*, deprecated, renamed: "soldOut", message: "since version 2.1.0: Renamed.")"#,
          #"`no_stock` was retired in version 2.2.0: use `sold_out` instead. It was "ambiguous"."#,
          "`gone` was retired in version 1.4.0. public nonisolated enum",
        ]
      ),
      (
        .kotlin,
        [
          "Since version 1.3.0.", "Deprecated since version 2.1.0: use `sold_out` instead. Renamed.", "@Deprecated(",
          #"A code of API. `no_stock` was retired in version 2.2.0: use `sold_out` instead. It was "ambiguous"."#,
          "`gone` was retired in version 1.4.0.",
        ]
      ),
      (
        .python,
        [
          "Since version 1.3.0.", "Deprecated since version 2.1.0: use `sold_out` instead. Renamed.",
          #"`no_stock` was retired in version 2.2.0: use `sold_out` instead. It was \"ambiguous\"."#,
          "`gone` was retired in version 1.4.0.",
        ]
      ),
      (
        .typescript,
        [
          "Since version 1.3.0.", "@deprecated Deprecated since version 2.1.0: use `sold_out` instead. Renamed.",
          #"The codes of API. `no_stock` was retired in version 2.2.0: use `sold_out` instead. It was "ambiguous"."#,
          "`gone` was retired in version 1.4.0.",
        ]
      ),
      (
        .go,
        [
          "Since version 1.3.0.", "Deprecated since version 2.1.0: use `sold_out` instead. Renamed.",
          "Deprecated: since version 2.1.0.",
          #"errors.Is. `no_stock` was retired in version 2.2.0: use `sold_out` instead. It was "ambiguous"."#,
          "`gone` was retired in version 1.4.0.",
        ]
      ),
      (
        .markdown,
        [
          "- Since: version 1.3.0",
          "- Deprecated: since version 2.1.0; use [`sold_out`](#api-sold_out) instead. Renamed.",
          "[`out_of_stock`](#api-out_of_stock) (deprecated) |",
          "[`out_of_stock`](api.md#api-out_of_stock) (deprecated) |",
          #"`no_stock` | 2.2.0 | [`sold_out`](#api-sold_out) | It was "ambiguous". |"#, "`gone` | 1.4.0 | | |",
        ]
      ),
      (
        .html,
        [
          "<dt>Since</dt><dd>version 1.3.0</dd>", "<code>out_of_stock</code> <span class=\"badge\">deprecated</span>",
          "<dt>Deprecated</dt><dd>since version 2.1.0; use",
          "<code>no_stock</code></td><td>2.2.0</td><td>", "<code>gone</code></td><td>1.4.0</td><td></td>",
        ]
      ),
      (
        .jsonSchema,
        [
          "Since version 1.3.0.", "Deprecated since version 2.1.0: use `sold_out` instead. Renamed.",
          #""const": "no_stock", "description": "`no_stock` was retired in version 2.2.0: use `sold_out` instead. It was \"ambiguous\".", "deprecated": true"#,
          "`gone` was retired in version 1.4.0.",
        ]
      ),
    ] as [(OutputKind, [String])])
  func isInTheOutput(_ kind: OutputKind, _ expected: [String]) throws {
    let contents = try Self.contents(kind)
    for text in expected { #expect(contents.contains(text), "\(kind) lacks \(text)") }
  }

  @Test func isTestedForEveryOutput() {
    #expect(OutputKind.allCases.count == 8)
  }

  @Test(arguments: [
    ("sold_out", "version 1.3.0"), ("out_of_stock", "since version 2.1.0; use sold_out instead. Renamed."),
    ("no_stock", #"in version 2.2.0; use sold_out instead. It was "ambiguous"."#), ("gone", "in version 1.4.0"),
  ])
  func isExplained(_ code: String, _ expected: String) throws {
    let explanation = try #require(explain(code, on: nil, in: try catalogue(Self.text)).explanation)
    #expect(explanation.text(width: 120, color: false).contains(expected))
  }
}
