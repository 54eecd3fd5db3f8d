@testable import ErrataCatalog

import ErrataDiagnostics
import ErrataText
import ErrataYAML
import TestSupport
import Testing

/// The forms for schemas are no stricter than the checks.
struct CatalogFormTests {
  /// A form, and a catalogue whose text `…` must have it.
  struct Place: Sendable, CustomTestStringConvertible {
    let name: String
    let form: TextForm
    let catalogue: String

    init(_ name: String, _ form: TextForm, replacing old: String, with new: String) {
      self.name = name
      self.form = form
      catalogue = CatalogFormTests.catalogue.replacing(old, with: new)
    }

    var testDescription: String { name }
  }

  private static let catalogue = """
    errata: 1
    name: Shop
    title: Shop
    version: 9.0.0
    base: /v1
    documentation: https://shop.example
    categories: {stock: {title: Stock}}
    surfaces:
      api:
        title: API
        type: Orders
        endpoints: [/x]
        response:
          carrier: json
          media_type: application/json
          fields: {code: code}
          details: {more: more}
        statuses: {500: {recovery: retry_later}}
        errors: {gone: {name: gone, description: Gone}}
    """

  static let places = [
    Place("name", .namespace, replacing: "name: Shop", with: "name: …"),
    Place("version", .version, replacing: "9.0.0", with: "…"),
    Place("base", .basePath, replacing: "/v1", with: "…"),
    Place("documentation", .url, replacing: "https://shop.example", with: "…"),
    Place("category", .snakeCase, replacing: "stock:", with: "…:"),
    Place("surface", .surfaceKey, replacing: "api:", with: "…:"),
    Place("type", .typePrefix, replacing: "Orders", with: "…"),
    Place("endpoint", .endpoint, replacing: "/x", with: "…"),
    Place("media type", .mediaType, replacing: "application/json", with: "…"),
    Place("header", .header, replacing: "code: code", with: "code: {header: …}"),
    Place("pointer", .pointer, replacing: "code: code", with: "code: {at: …}"),
    Place("field", .fieldName, replacing: "code: code", with: "code: …"),
    Place("detail", .snakeCase, replacing: "more: more", with: "…: more"),
    Place("status", .statuses, replacing: "500:", with: "…:"),
    Place("code", .code, replacing: "gone: {", with: "…: {"),
    Place("words", .words, replacing: "name: gone", with: "name: …"),
  ]

  @Test(arguments: places)
  func acceptsWhatTheChecksAccept(_ place: Place) throws {
    let pattern = try Regex(place.form.pattern).matchingSemantics(.unicodeScalar)
    var generator = SeededGenerator(seed: 18)
    let parts =
      [
        "a", "Z", "0", "9", "_", "-", ".", "/", ":", "~", "~0", "~1", "*", "?", "#", " ", "+", "é", "e\u{301}", "京",
        "😀",
      ]
      + [
        "GET ", "1.0.0", "a/b", "https://", "HTTP://x", "5xx", "Error", "index", "String", "\u{7F}", "`", "[", "{",
        "\\", "@",
        ",",
      ]
    var accepted = 0
    for _ in 0..<400 {
      let count = Int.random(in: 0...5, using: &generator)
      let text = (0..<count).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
      let yaml = place.catalogue.replacing("…", with: JSONValue.string(text).line)
      let (_, diagnostics) = readCatalog([SourceFile(path: "catalogue.yaml", bytes: Array(yaml.utf8))])
      if diagnostics.hasErrors { continue }
      accepted += 1
      #expect(text.contains(pattern), "\(JSONValue.string(text).line)")
    }
    #expect(accepted > 0)
  }
}
