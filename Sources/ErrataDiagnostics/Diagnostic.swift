/// One problem, said to a person: what, where, why, and how to mend it.
public struct Diagnostic: Sendable {
  /// Another place that has to do with the problem, such as the first of two equal keys.
  public struct Related: Sendable {
    /// What the place has to do with it, in one clause.
    public let message: String
    /// Where it is.
    public let location: SourceLocation

    /// - Parameters:
    ///   - message: what the place has to do with the problem.
    ///   - location: the place.
    public init(_ message: String, at location: SourceLocation) {
      self.message = message
      self.location = location
    }
  }

  /// The rule that is broken.
  public let rule: Rule
  /// What is wrong, in one clause without a full stop.
  public let message: String
  /// Where; nil where the problem is not in a file that was read.
  public let location: SourceLocation?
  /// Other places that have to do with it.
  public let related: [Related]
  /// Lines that show the problem, such as a difference; often none.
  public let details: [String]
  /// How to mend it.
  public let hint: String?

  /// How much the problem weighs: as much as its rule.
  public var severity: Severity { rule.severity }

  /// - Parameters:
  ///   - rule: the rule that is broken.
  ///   - message: what is wrong, in one clause.
  ///   - location: where.
  ///   - related: other places that have to do with it.
  ///   - details: lines that show the problem.
  ///   - hint: how to mend it.
  public init(
    _ rule: Rule, _ message: String, at location: SourceLocation? = nil, related: [Related] = [],
    details: [String] = [], hint: String? = nil
  ) {
    self.rule = rule
    self.message = message
    self.location = location
    self.related = related
    self.details = details
    self.hint = hint
  }
}

extension Sequence<Diagnostic> {
  /// Whether any of them is an error.
  public var hasErrors: Bool { contains { $0.severity == .error } }

  /// In the order of the text: by file, line and column; those without a place first.
  public func inSourceOrder() -> [Diagnostic] {
    func key(_ diagnostic: Diagnostic) -> (String, SourcePosition) {
      (diagnostic.location?.file.path ?? "", diagnostic.location?.start ?? .start)
    }
    return enumerated()
      .sorted { (key($0.element), $0.offset) < (key($1.element), $1.offset) }
      .map(\.element)
  }
}

private func < (
  left: ((String, SourcePosition), Int), right: ((String, SourcePosition), Int)
) -> Bool {
  left.0 == right.0 ? left.1 < right.1 : left.0 < right.0
}
