@testable import ErrataOutputs

import ErrataCatalog
import ErrataDiagnostics
import ErrataText
import TestSupport
import Testing

struct ExplanationTests {
  private static let questions: [(TestCatalogue, String)] = [
    (.bankID, "token_already_used"), (.bankID, "invalid_request"), (.nasty, "own"), (.nasty, "old"), (.nasty, "gone"),
    (.nasty, "long_word"), (.nasty, "エラー"), (.nasty, "controls"), (.nasty, "access_denied"),
  ]

  @Test(arguments: [60, 120])
  func saysExactly(_ width: Int) throws {
    let answers = try Self.questions.map { catalogue, code in
      "$ errata explain \(code)\n"
        + (try #require(explain(code, in: try catalogue.read()).explanation)).text(width: width, color: false)
    }
    try expectGolden(answers.joined(separator: "\n\n") + "\n", "goldens/explanation-\(width).txt")
  }

  @Test func saysTheSameToPrograms() throws {
    let answers = try Self.questions.map { catalogue, code in
      (try #require(explain(code, in: try catalogue.read()).explanation)).json.text(width: 100)
    }
    try expectGolden(answers.joined(separator: "\n") + "\n", "goldens/explanation.json.txt")
  }

  /// Every line but those of the example, which must stay whole.
  @Test(arguments: [1, 20, 33, 80, 500])
  func keepsToTheWidth(_ width: Int) throws {
    let catalog = try TestCatalogue.nasty.read()
    for error in catalog.surfaces.flatMap(\.errors) {
      let explanation = try #require(explain(error.code, in: catalog).explanation)
      for line in explanation.text(width: width, color: false).split(separator: "\n") {
        if line.hasPrefix("How it comes") { break }
        // The names of facts and of the surface need some room.
        let isHeading = line.hasPrefix(error.code)
        #expect(isHeading || displayWidth(String(line)) <= max(min(width, 120), 24), "\(error.code)")
      }
    }
  }

  @Test func coloursOnlyNamesAndTitles() throws {
    let explanation = try #require(explain("internal_error", in: try TestCatalogue.bankID.read()).explanation)
    let colored = explanation.text(width: 80, color: true)
    #expect(colored.contains("\u{1B}[1minternal_error\u{1B}[0m"))
    #expect(
      colored.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == explanation.text(width: 80, color: false),
      "colour adds nothing but colour")
  }

  @Test(
    arguments: [
      ("token_alredy_used", nil, "BankIDCSC has no code `token_alredy_used`", "did you mean `token_already_used`?"),
      ("TOKEN_ALREADY_USED", nil, "BankIDCSC has no code `TOKEN_ALREADY_USED`", "did you mean `token_already_used`?"),
      ("zzz", nil, "BankIDCSC has no code `zzz`", "write the code as it is on the wire, letter for letter"),
      ("invalid_sad", "oauth_token", "the surface `oauth_token` has no code `invalid_sad`", "it is a code of `csc`"),
      ("invalid_sad", "oauth_tokn", "BankIDCSC has no surface `oauth_tokn`", "did you mean `oauth_token`?"),
    ] as [(String, String?, String, String)])
  func suggestsWhatWasMeant(_ code: String, _ surface: String?, _ message: String, _ hint: String) throws {
    let (explanation, diagnostics) = explain(code, on: surface, in: try TestCatalogue.bankID.read())
    #expect(explanation == nil && diagnostics.map(\.message) == [message] && diagnostics.map(\.hint) == [hint])
  }
}
