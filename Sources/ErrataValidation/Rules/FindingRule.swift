import ErrataDiagnostics

/// A rule that responses are checked against. The raw value is the index of the rule in `allCases`.
public enum FindingRule: Int, Sendable, CaseIterable {
  case brokenInput
  case tooLarge
  case inputFormat

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
  case malformedChallenge
  case cacheable
  case retryAfter
  case duplicateHeader

  case missingState
  case fragmentResponse
  case malformedEscape
  case duplicateParameter

  /// The stable name of the rule in output: lowercase words joined with hyphens.
  public var name: String { literalName.description }

  /// The rule with `name`.
  public init?(name: String) {
    guard let rule = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = rule
  }

  /// The name, without creating a `String`.
  var literalName: StaticString { facts.name }

  /// The severity of the rule's findings.
  /// - Parameter strict: whether a code that is unknown or retired is an error instead of a warning.
  public func severity(strict: Bool) -> Severity {
    strict ? facts.strictSeverity : facts.severity
  }

  /// What the rule reports, in one sentence.
  public var summary: String { Rule.validationRules[rawValue].summary }

  /// The rule with its documentation.
  package var documentation: Rule { Rule.validationRules[rawValue] }

  /// The rule for a diagnostic with `severity`.
  func rule(_ severity: Severity) -> Rule { Rule.validationRules[rawValue].with(severity) }

  // Inlined, so that reading one property does not copy all of them.
  @inline(__always)
  fileprivate var facts: RuleFacts {
    switch self {
    case .brokenInput: .brokenInput
    case .tooLarge: .tooLarge
    case .inputFormat: .inputFormat
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
    case .malformedChallenge: .malformedChallenge
    case .cacheable: .cacheable
    case .retryAfter: .retryAfter
    case .duplicateHeader: .duplicateHeader
    case .missingState: .missingState
    case .fragmentResponse: .fragmentResponse
    case .malformedEscape: .malformedEscape
    case .duplicateParameter: .duplicateParameter
    }
  }
}

extension Rule {
  /// The rules that responses are checked against, in the order of `FindingRule.allCases`.
  public static let validationRules = FindingRule.allCases.map(\.facts.rule)
}
