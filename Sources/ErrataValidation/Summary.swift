import ErrataDiagnostics

/// What a validation came to, in numbers.
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

  /// Answers that were judged.
  public let judged: Int
  /// Answers that name no error and have a status of success or of a redirect: they are not judged.
  public let successes: Int
  /// Answers of endpoints that no surface has: they are not judged.
  public let outside: Int
  /// Judged answers by surface, in the order of the catalogue.
  public let surfaces: [Count]
  /// Codes that came, in the order of the catalogue.
  public let codes: [CodeCount]
  /// Findings by rule, in the order of the rules.
  public let rules: [Count]
  /// Findings that are errors.
  public let errors: Int
  /// Findings that are warnings.
  public let warnings: Int

  /// What several validations came to together.
  public static func + (left: Self, right: Self) -> Self { Self(left.tally.adding(right.tally), left.validator) }

  private let tally: Tally
  private let validator: Validator

  /// What a validation of nothing comes to.
  public static func nothing(judgedBy validator: Validator) -> Self { Self(Tally(validator.compiled), validator) }

  init(_ tally: Tally, _ validator: Validator) {
    self.tally = tally
    self.validator = validator
    let surfaces = validator.compiled.surfaces
    judged = tally.judged.reduce(0, +)
    successes = tally.successes
    outside = tally.outside
    self.surfaces = zip(surfaces, tally.judged).map { Count(name: $0.key, count: $1) }.filter { $0.count > 0 }
    codes = surfaces.indices.flatMap { index -> [CodeCount] in
      let surface = surfaces[index]
      let known = zip(surface.codeNames, tally.codes[index])
        .map { CodeCount(surface: surface.key, code: $0, count: $1) }
      return known + [CodeCount(surface: surface.key, code: nil, count: tally.unknownCodes[index])]
    }.filter { $0.count > 0 }
    let found = FindingRule.allCases.map { ($0, tally.findings[$0.rawValue]) }.filter { $1 > 0 }
    rules = found.map { Count(name: $0.name, count: $1) }
    func sum(_ severity: Severity) -> Int {
      found.reduce(0) { $0 + ($1.0.severity(strict: validator.strict) == severity ? $1.1 : 0) }
    }
    errors = sum(.error)
    warnings = sum(.warning)
  }
}
