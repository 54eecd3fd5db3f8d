import ErrataCatalog
import ErrataDiagnostics
import Foundation
import Testing

/// Reads the catalogue in `text`. An error fails the test; a warning doesn't, since many catalogues are unusual on purpose.
public func catalogue(
  _ text: String, path: String = "catalogue.yaml", sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws -> Catalog {
  let (catalog, diagnostics) = readCatalog([SourceFile(path: path, bytes: Array(text.utf8))])
  let report = diagnostics.map { DiagnosticFormat.text.render($0) }.joined()
  #expect(!diagnostics.hasErrors, "\(report)", sourceLocation: sourceLocation)
  return try #require(catalog, sourceLocation: sourceLocation)
}

/// The catalogues that outputs are tested with.
public enum TestCatalogue: String, CaseIterable, Sendable {
  /// The built-in catalogue.
  case bankID = "bankid"
  /// Anything that could break an output: keywords, quotes, markup, empty and very long texts.
  case nasty
  /// One code on one surface, without optional keys.
  case minimal
  /// A thousand codes, so that tables are split.
  case thousand

  /// Reads the catalogue. An error fails the test.
  public func read() throws -> Catalog {
    switch self {
    case .bankID: try catalogue(Repository.text("catalog/bankid-csc.yaml"), path: "catalog/bankid-csc.yaml")
    case .nasty, .minimal:
      try catalogue(Repository.text("Tests/Fixtures/catalogues/\(rawValue).yaml"), path: "\(rawValue).yaml")
    case .thousand: try catalogue(thousandCodes, path: "thousand.yaml")
    }
  }
}

private let thousandCodes =
  """
  errata: 1
  name: Thousand
  title: Thousand API
  version: 1.0.0
  categories:
    odd: {title: Odd, recovery: retry_later}
  surfaces:
    api:
      title: API
      type: API
      endpoints: [/v1/*]
      response: {carrier: json, fields: {code: code, description: message}}
      errors:

  """
  + (0..<1000).map { number in
    """
        error_\(number):
          status: \(400 + number % 30)
          description: Error number \(number)
          \(number % 2 == 0 ? "recovery: contact_support" : "category: odd")

    """.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n") + "\n"
  }.joined()
