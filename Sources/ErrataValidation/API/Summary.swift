import ErrataDiagnostics

/// What a validation found, in numbers.
public struct Summary: Sendable {
  /// A name with how often it came.
  public struct Count: Hashable, Sendable {
    /// The key of a surface, a code or the name of a rule.
    public let name: String
    /// At least one.
    public let count: Int

    /// - Parameters:
    ///   - name: the key of a surface, a code or the name of a rule.
    ///   - count: how often it came.
    public init(name: String, count: Int) {
      self.name = name
      self.count = count
    }
  }

  /// How often a code came.
  public struct CodeCount: Hashable, Sendable {
    /// The key of the surface.
    public let surface: String
    /// nil for all codes that the catalogue does not have.
    public let code: String?
    /// At least one.
    public let count: Int
  }

  /// Responses that were checked.
  public let checked: Int
  /// Responses that name no error and have a status of success or of a redirect: they are not checked.
  public let successes: Int
  /// Responses of endpoints that no surface has: they are not checked.
  public let outside: Int
  /// Checked responses by surface, in the order of the catalogue.
  public let surfaces: [Count]
  /// Codes that came, in the order of the catalogue.
  public let codes: [CodeCount]
  /// Findings by rule, in the order of the rules.
  public let rules: [Count]
  /// Findings that are errors.
  public let errors: Int
  /// Findings that are warnings.
  public let warnings: Int

  private let counts: Counts
  private let catalog: CompiledCatalog
  private let strict: Bool

  /// The summary of a validation of nothing by `validator`.
  public init(emptyFor validator: Validator) {
    self.init(Counts(validator.compiled), of: validator.compiled, strict: validator.strict)
  }

  init(_ counts: Counts, of catalog: CompiledCatalog, strict: Bool) {
    self.counts = counts
    self.catalog = catalog
    self.strict = strict
    checked = counts.checked.reduce(0, +)
    successes = counts.successes
    outside = counts.outside
    surfaces = zip(catalog.surfaces, counts.checked).map { Count(name: $0.key, count: $1) }.filter { $0.count > 0 }
    codes = catalog.surfaces.flatMap { surface -> [CodeCount] in
      let known = zip(surface.codeNames, counts.codes[surface.index])
        .map { CodeCount(surface: surface.key, code: $0, count: $1) }
      return known + [CodeCount(surface: surface.key, code: nil, count: counts.unknownCodes[surface.index])]
    }.filter { $0.count > 0 }
    let found = FindingRule.allCases.map { ($0, counts.findings[$0.rawValue]) }.filter { $1 > 0 }
    rules = found.map { Count(name: $0.name, count: $1) }
    func sum(_ severity: Severity) -> Int {
      found.reduce(0) { $0 + ($1.0.severity(strict: strict) == severity ? $1.1 : 0) }
    }
    errors = sum(.error)
    warnings = sum(.warning)
  }

  /// The summary of several validations together.
  public static func + (left: Self, right: Self) -> Self {
    Self(left.counts + right.counts, of: left.catalog, strict: left.strict)
  }
}
