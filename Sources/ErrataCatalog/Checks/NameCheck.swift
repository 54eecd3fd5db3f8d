import ErrataDiagnostics
import ErrataText
import ErrataYAML

/// Names become Swift types, identifiers and file names: `invalid-name`.
enum NameCheck: CatalogCheck {
  static let rules: [Rule] = [.invalidName]

  /// Keeps file names that are derived from names below the usual limit of 255 bytes.
  private static let maximumLength = 64

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    func check(_ problem: String?, _ location: SourceLocation, _ hint: String) {
      if let problem { diagnostics.append(Diagnostic(.invalidName, problem, at: location, hint: hint)) }
    }

    check(
      namespaceProblem(catalog.name), catalog.sources.location(catalog.origin.range(of: CatalogKey.name)),
      "use UpperCamelCase, as in `PaymentsAPI`")
    if let base = catalog.base {
      check(
        baseProblem(base), catalog.sources.location(catalog.origin.range(of: CatalogKey.base)),
        "write an absolute path without a trailing `/`, as in `/api/v2`")
    }
    for category in catalog.categories {
      check(
        keyProblem(category.key), catalog.sources.location(category.origin.range),
        "use lowercase letters, digits and `_`, as in `rate_limits`")
    }
    for surface in catalog.surfaces {
      check(
        surface.key.isExactly("index")
          ? "`index` is reserved for the first page of the documentation" : keyProblem(surface.key),
        catalog.sources.location(surface.origin.range), "use lowercase letters, digits and `_`, as in `rest_api`")
      check(
        prefixProblem(surface.typePrefix), catalog.sources.location(surface.origin.range(of: SurfaceKey.type)),
        "add a `type` in UpperCamelCase, as in `Payments`")
      for detail in surface.response.details {
        check(
          keyProblem(detail.key), catalog.sources.location(detail.origin.range),
          "use lowercase letters, digits and `_`, as in `decline_code`")
      }
      for error in surface.errors {
        guard let name = error.name else { continue }
        let length = name.unicodeScalars.count
        let problem =
          length > CodeCheck.maximumLength
          ? "this name has \(length) characters; the limit is \(CodeCheck.maximumLength)"
          : caseName(for: name) == nil ? "`\(name)` does not contain a word" : nil
        check(
          problem, catalog.sources.location(error.origin.range(of: ErrorKey.name)), "use words, as in `token_reused`")
      }
    }
    return diagnostics
  }

  /// A base is an absolute path without wildcards.
  private static func baseProblem(_ base: String) -> String? {
    let isPath = base.hasPrefix("/") && !base.hasSuffix("/") && !base.utf8.contains { "*?#".utf8.contains($0) }
    return isPath ? nil : "the base `\(base)` is not an absolute path"
  }

  /// A key has lowercase ASCII letters, digits and `_`, and begins with a letter.
  private static func keyProblem(_ key: String) -> String? {
    let isValid =
      key.utf8.count <= maximumLength
      && key.utf8.first.map { (97...122).contains($0) } ?? false
      && key.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
    return isValid ? nil : "expected snake_case of at most \(maximumLength) characters, found `\(key)`"
  }

  /// A type name has ASCII letters and digits, and begins with a capital.
  private static func caseProblem(_ name: String) -> String? {
    let isLetter: (UInt8) -> Bool = { (65...90).contains($0) || (97...122).contains($0) }
    guard let first = name.utf8.first, (65...90).contains(first), name.utf8.count <= maximumLength,
      name.utf8.allSatisfy({ isLetter($0) || (48...57).contains($0) })
    else { return "expected UpperCamelCase of at most \(maximumLength) characters, found `\(name)`" }
    return nil
  }

  /// The catalogue's name becomes a type, which must not shadow one that generated code uses.
  private static func namespaceProblem(_ name: String) -> String? {
    caseProblem(name) ?? (usedTypes.contains(name) ? "`\(name)` conflicts with a type that generated Swift uses" : nil)
  }

  /// With the suffix `Error`, a prefix must not become the name of a type in Swift or Foundation.
  private static func prefixProblem(_ prefix: String) -> String? {
    caseProblem(prefix)
      ?? (errorPrefixes.contains(prefix) ? "`\(prefix)Error` conflicts with a type in Swift or Foundation" : nil)
  }

  static let usedTypes: Set<String> = [
    "Any", "Array", "Bool", "CaseIterable", "Codable", "CustomStringConvertible", "Data", "Date", "Decodable",
    "Decoder",
    "Dictionary", "Encodable", "Encoder", "Equatable", "Error", "Foundation", "Hashable", "Hasher", "Int",
    "LocalizedError", "Never", "Optional", "Protocol", "RawRepresentable", "Self", "Sendable", "Set", "String", "Swift",
    "Type", "URL", "Void",
  ]

  static let errorPrefixes: Set<String> = [
    "Cancellation", "Cocoa", "Decoding", "Encoding", "Localized", "Mach", "POSIX", "Recoverable", "URL", "CustomNS",
    "NS",
  ]
}

extension Rule {
  /// `invalid-name`.
  public static let invalidName = Rule(
    "invalid-name", .error, "A name does not have the required form, or is reserved.",
    explanation: """
      The catalogue's `name` and a surface's `type` are in UpperCamelCase and must not conflict with types that generated code \
      uses. The keys of categories and surfaces are in snake_case. An error's `name` contains a word. An endpoint is a path that \
      begins with `/`, optionally after a method in capitals and a space. The `base` of the catalogue begins with `/`. A field's \
      name is not empty, and that of a detail is in snake_case.
      """,
    reason: "Names are used for types, identifiers, files and URLs.",
    example: .yaml("name: shop", insteadOf: "name: Shop"),
    remedy: "Write the name in the form that the message describes.")
}
