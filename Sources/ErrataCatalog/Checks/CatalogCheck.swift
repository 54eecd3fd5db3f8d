import ErrataDiagnostics
import ErrataYAML

/// One thing that must hold in a catalogue whose form is right.
protocol CatalogCheck: Sendable {
  /// What it can report.
  static var rules: [Rule] { get }

  static func problems(in catalog: Catalog) -> [Diagnostic]
}

/// All checks, in the order of the documentation.
private let checks: [any CatalogCheck.Type] = [
  CodeCheck.self,
  NameCheck.self,
  StatusCheck.self,
  URLCheck.self,
  PatternCheck.self,
  ExampleCheck.self,
  CategoryReferenceCheck.self,
  ReplacementCheck.self,
  EndpointCheck.self,
  IdentifierCollisionCheck.self,
  RetiredCodeCheck.self,
  FutureVersionCheck.self,
  SizeCheck.self,
]

/// What the checks find in `catalog`: at most as much as a person could read.
/// - Parameter limit: how many diagnostics to look for.
func problems(in catalog: Catalog, limit: Int) -> [Diagnostic] {
  checks.reduce(into: []) { found, check in
    if found.count < limit { found += check.problems(in: catalog).prefix(limit - found.count) }
  }
}

extension Rule {
  /// Every rule that reading a catalogue can report, in the order of the documentation.
  public static let catalogRules: [Rule] = {
    let readingRules = yamlRules + decodingRules
    return readingRules + checks.flatMap { $0.rules }.filter { !readingRules.contains($0) }
  }()
}
