import ErrataDiagnostics

/// What a change is. A kind has one rating, the same wherever it occurs; where the rating depends on the direction of a change,
/// there are two kinds. The raw values are stable, so scripts can rely on them.
package enum ChangeKind: String, CaseIterable, Sendable {
  // Codes
  case codeRemoved = "code-removed"
  case codeRetired = "code-retired"
  case codeRenamed = "code-renamed"
  case codeReused = "code-reused"
  case retiredCodeRemoved = "retired-code-removed"
  case identifierChanged = "identifier-changed"
  case statusChanged = "status-changed"
  case statusRemoved = "status-removed"
  case statusUnspecified = "status-unspecified"
  case codeEndpointRemoved = "code-endpoint-removed"
  case codeAdded = "code-added"
  case codeDeprecated = "code-deprecated"
  case deprecationRemoved = "deprecation-removed"
  case statusAdded = "status-added"
  case statusSpecified = "status-specified"
  case codeEndpointAdded = "code-endpoint-added"
  case usualStatusChanged = "usual-status-changed"
  case codeCategoryChanged = "code-category-changed"
  case historyChanged = "history-changed"

  // Recovery and categories
  case retryRemoved = "retry-removed"
  case recoveryAdded = "recovery-added"
  case recoveryChanged = "recovery-changed"
  case categoryRemoved = "category-removed"
  case categoryRenamed = "category-renamed"
  case categoryAdded = "category-added"

  // Surfaces
  case surfaceRemoved = "surface-removed"
  case surfaceRenamed = "surface-renamed"
  case typeChanged = "type-changed"
  case endpointRemoved = "endpoint-removed"
  case surfaceAdded = "surface-added"
  case endpointAdded = "endpoint-added"
  case endpointRewritten = "endpoint-rewritten"

  // Responses
  case carrierChanged = "carrier-changed"
  case listChanged = "list-changed"
  case conditionChanged = "condition-changed"
  case mediaTypeChanged = "media-type-changed"
  case mediaTypeAdded = "media-type-added"
  case protocolChanged = "protocol-changed"

  // Fields and details
  case fieldRemoved = "field-removed"
  case fieldMoved = "field-moved"
  case fieldTypeChanged = "field-type-changed"
  case fieldExcerptChanged = "field-excerpt-changed"
  case fieldPlaceAdded = "field-place-added"
  case fieldPlaceRemoved = "field-place-removed"
  case fieldRequired = "field-required"
  case fieldOptional = "field-optional"
  case fieldNarrowed = "field-narrowed"
  case requiredFieldAdded = "required-field-added"
  case optionalFieldAdded = "optional-field-added"
  case fieldWidened = "field-widened"
  case exampleChanged = "example-changed"

  // The catalogue and its texts
  case catalogueRenamed = "catalogue-renamed"
  case baseChanged = "base-changed"
  case titleChanged = "title-changed"
  case descriptionChanged = "description-changed"
  case guidanceChanged = "guidance-changed"
  case causesChanged = "causes-changed"
  case documentationLinkChanged = "documentation-link-changed"
  case supportChanged = "support-changed"

  /// How serious it is.
  package var rating: Rating { facts.rating }

  /// For whom it breaks something; empty unless the rating is `breaking`.
  package var audiences: [Audience] { facts.audiences }

  /// What it is, in one sentence, for the table of changes.
  package var summary: String { facts.summary }

  /// Why it is rated as it is.
  package var reason: String { facts.reason }

  /// Its documentation, under the same name. A breaking change has the severity of an error, and any other that of a note.
  package var rule: Rule { Self.rules[self] ?? Rule(self) }

  /// Created once, since a rule has a reference to its documentation.
  private static let rules = Dictionary(uniqueKeysWithValues: allCases.map { ($0, Rule($0)) })
}

extension Rule {
  /// The rule of each kind of change, in the order of `ChangeKind.allCases`.
  package static let changeRules = ChangeKind.allCases.map(\.rule)

  fileprivate init(_ kind: ChangeKind) {
    let facts = kind.facts
    self.init(
      kind.rawValue, facts.rating == .breaking ? .error : .note, in: .diff, facts.summary,
      explanation: facts.explanation,
      reason: facts.reason, example: facts.example, remedy: facts.remedy)
  }
}
