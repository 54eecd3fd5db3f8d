import ErrataDiagnostics

/// What a response is held to. The raw value is the rule's place among all rules.
public enum FindingRule: Int, Sendable, CaseIterable {
  case brokenInput
  case tooLarge

  case emptyBody
  case notJSON
  case notUTF8
  case byteOrderMark
  case trailingContent
  case tooDeep

  case notAnObject
  case duplicateKey
  case missingField
  case wrongType
  case pattern
  case tooLong

  case missingCode
  case statusMismatch
  case wrongEndpoint
  case wrongSurface
  case successWithError

  case unknownCode
  case retiredCode
  case deprecatedCode
  case extraField
  case contentType
  case charset
  case missingChallenge
  case cacheable
  case retryAfter

  case missingState
  case fragmentResponse
  case malformedEscape
  case duplicateParameter

  /// The name that users see and that scripts may rely on: lowercase words joined with hyphens.
  public var name: String { literalName.description }

  /// The rule with `name`.
  public init?(name: String) {
    guard let rule = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = rule
  }

  /// The name, without making a string.
  var literalName: StaticString { facts.name }

  /// How much a finding of this rule weighs.
  /// - Parameter strict: whether a code that the catalogue does not have is an error and not a warning.
  public func severity(strict: Bool) -> Severity {
    strict ? facts.strictSeverity : facts.severity
  }

  /// What the rule finds, in one sentence, for the table of rules.
  public var summary: String { Rule.validationRules[rawValue].summary }

  /// The rule as a diagnostic has it.
  func rule(_ severity: Severity) -> Rule { Rule.validationRules[rawValue].with(severity) }

  // Inlined so that whoever asks for a name copies nothing else.
  @inline(__always)
  fileprivate var facts: RuleFacts {
    switch self {
    case .brokenInput: .brokenInput
    case .tooLarge: .tooLarge
    case .emptyBody: .emptyBody
    case .notJSON: .notJSON
    case .notUTF8: .notUTF8
    case .byteOrderMark: .byteOrderMark
    case .trailingContent: .trailingContent
    case .tooDeep: .tooDeep
    case .notAnObject: .notAnObject
    case .duplicateKey: .duplicateKey
    case .missingField: .missingField
    case .wrongType: .wrongType
    case .pattern: .pattern
    case .tooLong: .tooLong
    case .missingCode: .missingCode
    case .statusMismatch: .statusMismatch
    case .wrongEndpoint: .wrongEndpoint
    case .wrongSurface: .wrongSurface
    case .successWithError: .successWithError
    case .unknownCode: .unknownCode
    case .retiredCode: .retiredCode
    case .deprecatedCode: .deprecatedCode
    case .extraField: .extraField
    case .contentType: .contentType
    case .charset: .charset
    case .missingChallenge: .missingChallenge
    case .cacheable: .cacheable
    case .retryAfter: .retryAfter
    case .missingState: .missingState
    case .fragmentResponse: .fragmentResponse
    case .malformedEscape: .malformedEscape
    case .duplicateParameter: .duplicateParameter
    }
  }
}

extension Rule {
  /// The rules that responses are held to, for the table in the documentation.
  public static let validationRules = FindingRule.allCases.map(\.facts.rule)
}
