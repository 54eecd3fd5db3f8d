import ErrataDiagnostics

/// One thing that must hold in a catalogue whose form is right.
protocol CatalogCheck: Sendable {
  static func problems(in catalog: Catalog) -> [Diagnostic]
}

/// All checks, in the order of the documentation.
private let checks: [any CatalogCheck.Type] = [
  CodeCheck.self,
  NameCheck.self,
  StatusCheck.self,
  URLCheck.self,
  PatternCheck.self,
  CategoryReferenceCheck.self,
  ReplacementCheck.self,
  EndpointCheck.self,
  IdentifierCollisionCheck.self,
  RetiredCodeCheck.self,
]

/// What the checks find in `catalog`.
func problems(in catalog: Catalog) -> [Diagnostic] {
  checks.flatMap { $0.problems(in: catalog) }
}

extension Rule {
  /// Every rule that reading a catalogue can report, in the order of the documentation.
  public static let catalogRules: [Rule] =
    yamlRules + [
      .invalidCode, .invalidName, .invalidStatus, .invalidVersion, .invalidURL, .invalidPattern, .unknownCategory,
      .unknownReplacement, .unknownEndpoint, .identifierCollision, .retiredCodeInUse, .statusOnQuery,
    ]
}
