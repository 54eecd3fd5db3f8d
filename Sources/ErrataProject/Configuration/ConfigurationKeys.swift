import ErrataOutputs
import ErrataYAML

/// The keys at the top of `errata.yaml`.
enum ConfigurationKey: String, MappingKey {
  case catalog, outputs, validate, diff

  static let table = KeyTable("a configuration", allCases)

  var definition: Key.Definition {
    switch self {
    case .catalog: .required(.text, "the catalogue's file or folder")
    case .outputs: .required(.list, "the outputs and their folders")
    case .validate: .optional(.mapping, "how `errata validate` checks responses")
    case .diff: .optional(.mapping, "which changes of the catalogue `errata diff` accepts")
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
      .optional(.mapping, "by rule: `off`, `warning` or `error`, or a mapping for the responses with some statuses")
    case .fields:
      .optional(.mapping, "by part of an exchange: the member that has it, such as `response.status` for `status`")
    }
  }
}

/// The keys of a rule in `validate`.
enum RuleSettingKey: String, MappingKey {
  case severity, status

  static let table = KeyTable("the setting of a rule", allCases)

  var definition: Key.Definition {
    switch self {
    case .severity: .required(.text, "`off`, `warning` or `error`")
    case .status: .optional(.list, "the HTTP statuses of the responses that it is for; others keep the rule's severity")
    }
  }
}

/// The keys of `diff`.
enum DiffKey: String, MappingKey {
  case accept

  static let table = KeyTable("`diff`", allCases)

  var definition: Key.Definition {
    switch self {
    case .accept: .optional(.list, "changes that are accepted, whatever the version promises")
    }
  }
}

/// The keys of an accepted change.
enum AcceptanceKey: String, MappingKey {
  case change, reason, expires

  static let table = KeyTable("an accepted change", allCases)

  var definition: Key.Definition {
    switch self {
    case .change: .required(.text, "the name of the change, as `errata diff` shows it")
    case .reason: .required(.text, "why it is accepted, for the report")
    case .expires: .optional(.text, "the last day on which it is accepted (UTC), as in `2027-01-31`")
    }
  }
}

/// The keys of the output `swift`.
enum SwiftKey: String, MappingKey {
  case swift, access, files

  static let table = KeyTable("the output `swift`", allCases)

  var definition: Key.Definition {
    switch self {
    case .swift: .required(.text, "the folder for Swift sources")
    case .access: .optional(.text, "the access level of the types: `public` (default), `package` or `internal`")
    case .files: .optional(.text, "`per-surface` (default), or `one` for everything in one file")
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
    case .markdown: .required(.text, "the folder for Markdown pages")
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
    case .html: .required(.text, "the folder for the HTML page")
    }
  }
}

/// The keys of the output `json-schema`.
enum JSONSchemaKey: String, MappingKey {
  case jsonSchema = "json-schema"

  static let table = KeyTable("the output `json-schema`", allCases)

  var definition: Key.Definition {
    switch self {
    case .jsonSchema: .required(.text, "the folder for JSON Schemas")
    }
  }
}

/// The keys of the output `template`.
enum TemplateKey: String, MappingKey {
  case template, to

  static let table = KeyTable("the output `template`", allCases)

  var definition: Key.Definition {
    switch self {
    case .template: .required(.text, "the name of a built-in template, or the path of a file")
    case .to: .required(.text, "the folder for its output")
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
