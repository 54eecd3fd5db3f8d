import ErrataOutputs
import ErrataValidation
import ErrataYAML

/// The keys at the top of `errata.yaml`.
enum ConfigurationKey: String, MappingKey {
  case catalog, outputs, validate, diff

  static let table = KeyTable("a configuration", allCases)

  var definition: Key.Definition {
    switch self {
    case .catalog: .required(.form(.notEmpty), "the catalogue's file or folder")
    case .outputs: .required(.outputs, "the outputs and their folders")
    case .validate: .optional(.mapping(ValidateKey.table), "how `errata validate` checks responses")
    case .diff: .optional(.mapping(DiffKey.table), "which changes of the catalogue `errata diff` accepts")
    }
  }
}

/// The keys of `validate`.
enum ValidateKey: String, MappingKey {
  case rules, fields

  static let table = KeyTable("`validate`", allCases)

  var definition: Key.Definition {
    switch self {
    case .rules:
      .optional(.rules, "by rule: `off`, `warning` or `error`, or a mapping for the responses with some statuses")
    case .fields:
      .optional(
        .exchangeFields, "by part of an exchange: the member that has it, such as `response.status` for `status`")
    }
  }
}

/// The keys of a rule in `validate`.
enum RuleSettingKey: String, MappingKey {
  case severity, status

  static let table = KeyTable("the setting of a rule", allCases)

  var definition: Key.Definition {
    switch self {
    case .severity: .required(.severity, "`off`, `warning` or `error`")
    case .status:
      .optional(.statuses, "the HTTP statuses of the responses that it is for; others keep the rule's severity")
    }
  }
}

/// The keys of `diff`.
enum DiffKey: String, MappingKey {
  case accept

  static let table = KeyTable("`diff`", allCases)

  var definition: Key.Definition {
    switch self {
    case .accept:
      .optional(
        .list(Key.ListType([.mapping(AcceptanceKey.table)], isEmptyAllowed: true)),
        "changes that are accepted, whatever the version promises")
    }
  }
}

/// The keys of an accepted change.
enum AcceptanceKey: String, MappingKey {
  case change, reason, expires

  static let table = KeyTable("an accepted change", allCases)

  var definition: Key.Definition {
    switch self {
    case .change: .required(.form(.notEmpty), "the name of the change, as `errata diff` shows it")
    case .reason: .required(.form(.notEmpty), "why it is accepted, for the report")
    case .expires: .optional(.form(.day), "the last day on which it is accepted (UTC), as in `2027-01-31`")
    }
  }
}

extension Key.ValueType {
  /// Outputs of any kind.
  fileprivate static let outputs = list(
    Key.ListType([.either(outputTables.map(mapping))], isEmptyAllowed: true, areDuplicatesAllowed: true))
  /// The rules for responses, each with what becomes of its findings.
  fileprivate static let rules = mapping(
    KeyTable(
      "the rules for responses",
      keys: FindingRule.allCases.map { rule in
        Key(name: rule.name, type: ruleSetting, description: rule.summary)
      }))
  /// What becomes of the findings of a rule, also by the status of the response.
  private static let ruleSetting = shared("rule_setting", either([severity, mapping(RuleSettingKey.table)]))
  /// What becomes of the findings of a rule.
  fileprivate static let severity = choice(RuleSettings.Level.allCases.map(\.rawValue))
  /// The HTTP statuses of responses.
  fileprivate static let statuses = list(
    Key.ListType([.number(100...599, pattern: "^[1-5][0-9]{2}$")], areDuplicatesAllowed: true))
  /// The parts of an exchange, each with the member that has it.
  fileprivate static let exchangeFields = mapping(
    KeyTable(
      "the fields of exchanges",
      keys: ExchangeFields.Role.allCases.map { role in
        Key(
          name: role.rawValue, type: .form(.notEmpty),
          description: "a member, or a path such as `response.\(role.rawValue)`; by default `\(role.rawValue)`")
      }))
}

extension TextForm {
  /// A calendar date (ISO 8601).
  fileprivate static let day = TextForm(
    "a date such as 2027-01-31", "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")
}

/// The keys of the output `swift`.
enum SwiftKey: String, MappingKey {
  case swift, access, files

  static let table = KeyTable("the output `swift`", allCases)

  var definition: Key.Definition {
    switch self {
    case .swift: .required(.form(.notEmpty), "the folder for Swift sources")
    case .access:
      .optional(
        .choice(SwiftOutput.Access.allCases.map(\.rawValue)),
        "the access level of the types: `public` (default), `package` or `internal`")
    case .files:
      .optional(
        .choice(SwiftOutput.Layout.allCases.map(\.rawValue)),
        "`per-surface` (default), or `one` for everything in one file")
    }
  }
}

/// The keys of the output `markdown`.
enum MarkdownKey: String, MappingKey {
  case markdown
  case frontMatter = "front_matter"

  static let table = KeyTable("the output `markdown`", allCases)

  var definition: Key.Definition {
    switch self {
    case .markdown: .required(.form(.notEmpty), "the folder for Markdown pages")
    case .frontMatter: .optional(.flag, "whether pages begin with YAML front matter for a site generator")
    }
  }
}

/// The keys of the output `html`.
enum HTMLKey: String, MappingKey {
  case html

  static let table = KeyTable("the output `html`", allCases)

  var definition: Key.Definition {
    switch self {
    case .html: .required(.form(.notEmpty), "the folder for the HTML page")
    }
  }
}

/// The keys of the output `json-schema`.
enum JSONSchemaKey: String, MappingKey {
  case jsonSchema = "json-schema"

  static let table = KeyTable("the output `json-schema`", allCases)

  var definition: Key.Definition {
    switch self {
    case .jsonSchema: .required(.form(.notEmpty), "the folder for JSON Schemas")
    }
  }
}

/// The keys of the output `template`.
enum TemplateKey: String, MappingKey {
  case template, to

  static let table = KeyTable("the output `template`", allCases)

  var definition: Key.Definition {
    switch self {
    case .template: .required(.form(.notEmpty), "the name of a built-in template, or the path of a file")
    case .to: .required(.form(.notEmpty), "the folder for its output")
    }
  }
}

extension OutputKind {
  /// The keys of the output in `errata.yaml`: its name, then its options.
  var table: KeyTable {
    switch self {
    case .swift: SwiftKey.table
    case .markdown: MarkdownKey.table
    case .html: HTMLKey.table
    case .jsonSchema: JSONSchemaKey.table
    case .kotlin, .go, .python, .typescript: TemplateKey.table
    }
  }
}

extension OutputKind {
  /// The outputs with their own key in `errata.yaml`.
  static let withKey = allCases.filter { $0.request == .option }
}

/// The tables of all outputs.
let outputTables = OutputKind.withKey.map(\.table) + [TemplateKey.table]

/// The tables of `errata.yaml`, apart from those of `validate` and `diff`.
package let configurationFormat: [KeyTable] = [ConfigurationKey.table] + outputTables

/// The tables of `validate` in `errata.yaml`.
package let validationFormat: [KeyTable] = [ValidateKey.table, RuleSettingKey.table]

/// The tables of `diff` in `errata.yaml`.
package let diffFormat: [KeyTable] = [DiffKey.table, AcceptanceKey.table]
