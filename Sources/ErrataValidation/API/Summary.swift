import ErrataDiagnostics

/// The counts of a validation.
public struct Summary: Sendable {
  /// A name with its number of occurrences.
  public struct Count: Hashable, Sendable {
    /// The key of a surface, a code or the name of a rule.
    public let name: String
    /// At least one.
    public let count: Int

    /// - Parameters:
    ///   - name: the key of a surface, a code or the name of a rule.
    ///   - count: the number of occurrences.
    public init(name: String, count: Int) {
      self.name = name
      self.count = count
    }
  }

  /// A code with its number of occurrences.
  public struct CodeCount: Hashable, Sendable {
    /// The key of the surface.
    public let surface: String
    /// The code; nil for all codes that are not in the catalogue.
    public let code: String?
    /// At least one.
    public let count: Int
  }

  /// The number of responses that were checked.
  public let checked: Int
  /// The number of responses with a success or redirect status and no error code. They are not checked.
  public let successes: Int
  /// The number of responses from endpoints outside all surfaces. They are not checked.
  public let outside: Int
  /// The checked responses by surface, in catalogue order.
  public let surfaces: [Count]
  /// The codes found, in catalogue order.
  public let codes: [CodeCount]
  /// The findings by rule, in the order of `FindingRule.allCases`.
  public let rules: [Count]
  /// The number of findings that are errors.
  public let errors: Int
  /// The number of findings that are warnings.
  public let warnings: Int

  private let counts: Counts
  private let catalog: CompiledCatalog
  private let strict: Bool

  /// The summary of `validator` before any validation: all counts are zero.
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
      let documented = zip(surface.codeNames, counts.codes[surface.index])
        .map { CodeCount(surface: surface.key, code: $0, count: $1) }
      return documented + [CodeCount(surface: surface.key, code: nil, count: counts.unknownCodes[surface.index])]
    }.filter { $0.count > 0 }
    let findings = FindingRule.allCases.map { ($0, counts.findings[$0.rawValue]) }.filter { $1 > 0 }
    rules = findings.map { Count(name: $0.name, count: $1) }
    func sum(_ severity: Severity) -> Int {
      findings.reduce(0) { $0 + ($1.0.severity(strict: strict) == severity ? $1.1 : 0) }
    }
    errors = sum(.error)
    warnings = sum(.warning)
  }

  /// The sum of two summaries of the same validator.
  public static func + (left: Self, right: Self) -> Self {
    Self(left.counts + right.counts, of: left.catalog, strict: left.strict)
  }
}
