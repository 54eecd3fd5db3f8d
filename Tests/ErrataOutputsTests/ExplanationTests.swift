@testable import ErrataOutputs

import ErrataCatalog
import ErrataDiagnostics
import ErrataText
import TestSupport
import Testing

struct ExplanationTests {
  private static let codes: [(TestCatalogue, String)] = [
    (.bankID, "token_already_used"), (.bankID, "invalid_request"), (.nasty, "own"), (.nasty, "old"), (.nasty, "gone"),
    (.nasty, "long_word"), (.nasty, "エラー"), (.nasty, "controls"), (.nasty, "access_denied"),
  ]

  @Test(arguments: [60, 120])
  func explainsInText(_ width: Int) throws {
    let explanations = try Self.codes.map { catalogue, code in
      "$ errata explain \(code)\n"
        + (try #require(explain(code, in: try catalogue.read()).explanation)).text(width: width, color: false)
    }
    try expectGolden(explanations.joined(separator: "\n\n") + "\n", "goldens/explanation-\(width).txt")
  }

  @Test func explainsInJSON() throws {
    let explanations = try Self.codes.map { catalogue, code in
      (try #require(explain(code, in: try catalogue.read()).explanation)).json.text(width: 100)
    }
    try expectGolden(explanations.joined(separator: "\n") + "\n", "goldens/explanation.json.txt")
  }

  /// Examples are not wrapped.
  @Test(arguments: [1, 20, 33, 80, 500])
  func wrapsToTheWidth(_ width: Int) throws {
    let catalog = try TestCatalogue.nasty.read()
    for error in catalog.surfaces.flatMap(\.errors) {
      let explanation = try #require(explain(error.code, in: catalog).explanation)
      for line in explanation.text(width: width, color: false).split(separator: "\n") {
        if line == "Example" { break }
        // Labels and the surface's title are not wrapped.
        let isHeading = line.hasPrefix(error.code)
        #expect(isHeading || displayWidth(String(line)) <= max(min(width, 120), 24), "\(error.code)")
      }
    }
  }

  /// Causes and guidance as lists, with links as text.
  @Test func alignsTheLinesOfItems() throws {
    let catalog = try catalogue(
      """
      errata: 1
      name: Shop
      title: Shop
      version: 1.0.0
      surfaces:
        api:
          title: API
          endpoints: [/]
          response: {carrier: json, fields: {code: code}}
          errors:
            sold_out:
              description: Sold out
              causes: ['The article was in [the catalogue](https://shop.example/catalogue) of last year.', 'It is `rare`.']
              guidance: "Ask, or\\n- wait, or\\n- take something that is just as good and costs less."
      """)
    let text = try #require(explain("sold_out", in: catalog).explanation).text(width: 40, color: false)
    #expect(
      text.contains(
        """
        Why it may happen
          - The article was in the catalogue
            (https://shop.example/catalogue) of
            last year.
          - It is rare.

        What to do
          Ask, or

          - wait, or
          - take something that is just as good
            and costs less.

        Example

        """.dropLast()), "\(text)")
  }

  @Test func colorsOnlyNamesAndTitles() throws {
    let explanation = try #require(explain("internal_error", in: try TestCatalogue.bankID.read()).explanation)
    let colored = explanation.text(width: 80, color: true)
    #expect(colored.contains("\u{1B}[1minternal_error\u{1B}[0m"))
    #expect(
      colored.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == explanation.text(width: 80, color: false),
      "the text is the same without colour")
  }

  @Test(
    arguments: [
      ("token_alredy_used", nil, "BankIDCSC has no code `token_alredy_used`", "did you mean `token_already_used`?"),
      ("TOKEN_ALREADY_USED", nil, "BankIDCSC has no code `TOKEN_ALREADY_USED`", "did you mean `token_already_used`?"),
      ("zzz", nil, "BankIDCSC has no code `zzz`", "write the exact code that the API sends"),
      ("invalid_sad", "oauth_token", "the surface `oauth_token` has no code `invalid_sad`", "it is a code of `csc`"),
      ("invalid_sad", "oauth_tokn", "BankIDCSC has no surface `oauth_tokn`", "did you mean `oauth_token`?"),
    ] as [(String, String?, String, String)])
  func suggestsTheNearestName(_ code: String, _ surface: String?, _ message: String, _ hint: String) throws {
    let (explanation, diagnostics) = explain(code, on: surface, in: try TestCatalogue.bankID.read())
    #expect(explanation == nil && diagnostics.map(\.message) == [message] && diagnostics.map(\.hint) == [hint])
  }
}
