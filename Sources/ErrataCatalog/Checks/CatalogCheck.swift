import ErrataDiagnostics
import ErrataYAML

/// A check of a decoded catalogue.
protocol CatalogCheck: Sendable {
  /// The rules that it can report.
  static var rules: [Rule] { get }

  /// The violations of its rules in `catalog`.
  static func problems(in catalog: Catalog) -> [Diagnostic]

  /// Whether a value that could not be decoded, which has been reported, would mislead it.
  static var needsEverything: Bool { get }
}

extension CatalogCheck {
  static var needsEverything: Bool { false }
}

/// All checks, in the order of the documentation.
private let checks: [any CatalogCheck.Type] = [
  CodeCheck.self,
  NameCheck.self,
  PlaceCheck.self,
  StatusCheck.self,
  GapCheck.self,
  RecoveryStatusCheck.self,
  URLCheck.self,
  PatternCheck.self,
  ExampleCheck.self,
  TextCheck.self,
  CategoryReferenceCheck.self,
  UnusedCategoryCheck.self,
  ReplacementCheck.self,
  EndpointCheck.self,
  SurfaceShapeCheck.self,
  IdentifierCollisionCheck.self,
  RetiredCodeCheck.self,
  FutureVersionCheck.self,
  VersionOrderCheck.self,
  SizeCheck.self,
]

/// The problems that the checks find in `catalog`, without the warnings that it allows.
/// - Parameters:
///   - isComplete: whether everything in the files could be decoded.
///   - limit: the maximum number of errors, and of warnings, which must not hide an error.
func problems(
  in catalog: Catalog, isComplete: Bool, _ allowed: inout AllowedWarnings, limit: Int
) -> [Diagnostic] {
  var problems: [Diagnostic] = []
  var counts: [Severity: Int] = [:]
  for check in checks where counts[.error, default: 0] < limit && (isComplete || !check.needsEverything) {
    for problem in allowed.filter(check.problems(in: catalog)) where counts[problem.severity, default: 0] < limit {
      counts[problem.severity, default: 0] += 1
      problems.append(problem)
    }
  }
  return problems
}

extension Rule {
  /// Every rule that reading a catalogue can report, in the order of the documentation.
  public static let catalogRules: [Rule] = {
    let readingRules = yamlRules + decodingRules
    return readingRules + checks.flatMap { $0.rules }.filter { !readingRules.contains($0) } + [.unusedAllowance]
  }()
}
