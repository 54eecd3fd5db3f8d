import ErrataDiagnostics
import ErrataValidation

/// The contents of `errata.yaml`: the catalogue, its outputs, how responses are validated, and which changes are accepted.
package struct Configuration: Sendable {
  /// The catalogue's file or folder, relative to the configuration's folder.
  package let catalog: String
  /// Outputs with their folders, relative to the configuration's folder.
  package let outputs: [OutputRequest]
  /// Templates with their folders, relative to the configuration's folder.
  package let templates: [TemplateRequest]
  /// How responses are validated.
  package let validation: ValidationConfiguration
  /// The changes that `errata diff` accepts.
  package let acceptances: [Acceptance]
}

/// A change of the catalogue that is accepted, whatever the version promises.
package struct Acceptance: Sendable {
  /// The name of the change, such as `csc/invalid_sad/removed`.
  package let change: String
  /// Why it is accepted.
  package let reason: String
  /// The last day on which it is; nil if it has no end.
  package let expires: CalendarDay?
  /// Where the change is named.
  package let location: SourceLocation
}

/// How responses are validated.
package struct ValidationConfiguration: Sendable {
  /// The severities of findings, where they differ from those of the rules.
  package var rules = RuleSettings()
  /// Which members of exchanges have their parts.
  package var fields: [ExchangeFields.Role: String] = [:]

  /// The rules as they are, and exchanges with the usual members.
  package init() {}
}

/// A template and the folder for its output.
package struct TemplateRequest: Sendable {
  /// The name of a built-in template, or the path of a file.
  package let template: String
  /// The folder for its output; it need not exist yet.
  package let folder: String

  /// - Parameters:
  ///   - template: the name of a built-in template, or the path of a file.
  ///   - folder: the folder for its output.
  package init(template: String, folder: String) {
    self.template = template
    self.folder = folder
  }

  /// Whether it is a name, not a path: it has no `/` and no `.`.
  package var isBuiltIn: Bool { !template.contains { $0 == "/" || $0 == "." } }
}
