import ErrataDiagnostics
import ErrataText
import ErrataYAML

/// Names become Swift types, identifiers and file names: `invalid-name`.
enum NameCheck: CatalogCheck {
  static let rules: [Rule] = [.invalidName]

  /// Names become names of files, which may have 255 bytes.
  private static let maximumLength = 64

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    func check(_ fault: String?, _ location: SourceLocation, _ hint: String) {
      if let fault { diagnostics.append(Diagnostic(.invalidName, fault, at: location, hint: hint)) }
    }

    check(
      namespaceFault(catalog.name), catalog.sources.location(catalog.origin.range(of: CatalogKey.name)),
      "write UpperCamelCase, as in `PaymentsAPI`")
    for category in catalog.categories {
      check(
        keyFault(category.key), catalog.sources.location(category.origin.range),
        "write small letters, digits and `_`, as in `rate_limits`")
    }
    for surface in catalog.surfaces {
      check(
        surface.key.isExactly("index")
          ? "`index` is the name of the documentation's first page" : keyFault(surface.key),
        catalog.sources.location(surface.origin.range), "write small letters, digits and `_`, as in `rest_api`")
      check(
        prefixFault(surface.typePrefix), catalog.sources.location(surface.origin.range(of: SurfaceKey.type)),
        "give it a `type` in UpperCamelCase, as in `Payments`")
      for error in surface.errors {
        guard let name = error.name else { continue }
        let length = name.unicodeScalars.count
        let fault =
          length > CodeCheck.maximumLength
          ? "this name has \(length) characters; \(CodeCheck.maximumLength) are allowed"
          : caseName(for: name) == nil ? "`\(name)` has no word in it" : nil
        check(
          fault, catalog.sources.location(error.origin.range(of: ErrorKey.name)), "write words, as in `token_reused`")
      }
      for (index, endpoint) in surface.endpoints.enumerated()
      where endpoint.description.utf8.first != UInt8(ascii: "/") {
        check(
          "the endpoint `\(endpoint)` does not begin with `/`",
          catalog.sources.location(surface.origin.range(of: SurfaceKey.endpoints, item: index)),
          "write the path from its first slash, as in `/orders/*`")
      }
    }
    return diagnostics
  }

  /// Small ASCII letters, digits and `_`, beginning with a letter.
  private static func keyFault(_ key: String) -> String? {
    let isRight =
      key.utf8.count <= maximumLength
      && key.utf8.first.map { (97...122).contains($0) } ?? false
      && key.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
    return isRight ? nil : "`\(key)` is not in snake_case with at most \(maximumLength) letters"
  }

  /// ASCII letters and digits, beginning with a capital.
  private static func formFault(_ name: String) -> String? {
    let isLetter: (UInt8) -> Bool = { (65...90).contains($0) || (97...122).contains($0) }
    guard let first = name.utf8.first, (65...90).contains(first), name.utf8.count <= maximumLength,
      name.utf8.allSatisfy({ isLetter($0) || (48...57).contains($0) })
    else { return "`\(name)` is not in UpperCamelCase with at most \(maximumLength) letters" }
    return nil
  }

  /// The catalogue's name becomes a type, and must not be one that generated code uses.
  private static func namespaceFault(_ name: String) -> String? {
    formFault(name) ?? (typesInUse.contains(name) ? "`\(name)` is a type that the generated Swift uses" : nil)
  }

  /// A prefix is followed by `ErrorCode` and `Error`, which must not make a type of Foundation's.
  private static func prefixFault(_ prefix: String) -> String? {
    formFault(prefix)
      ?? (errorsOfFoundation.contains(prefix) ? "`\(prefix)Error` is a type of Swift's or Foundation's" : nil)
  }

  private static let typesInUse: Set<String> = [
    "Any", "Array", "Bool", "CaseIterable", "Codable", "CustomStringConvertible", "Data", "Date", "Decodable",
    "Decoder",
    "Dictionary", "Encodable", "Encoder", "Equatable", "Error", "Foundation", "Hashable", "Hasher", "Int",
    "LocalizedError", "Never", "Optional", "Protocol", "RawRepresentable", "Self", "Sendable", "Set", "String", "Swift",
    "Type", "URL", "Void",
  ]

  private static let errorsOfFoundation: Set<String> = [
    "Cancellation", "Cocoa", "Decoding", "Encoding", "Localized", "Mach", "POSIX", "Recoverable", "URL", "CustomNS",
    "NS",
  ]
}

extension Rule {
  /// `invalid-name`.
  public static let invalidName = Rule(
    "invalid-name", .error, "A name does not have the required form, or is already used for something else.",
    explanation: """
      The catalogue's `name` and a surface's `type` are in UpperCamelCase and must not hide a type that generated code uses. The \
      keys of categories and surfaces are in snake_case. An error's `name` contains a word, an endpoint begins with `/`, and a \
      field's name is not empty.
      """,
    reason: "Names become types, identifiers, file names and addresses.",
    example: .yaml("name: shop", insteadOf: "name: Shop"),
    remedy: "Write the name in the form that the message asks for.")
}
