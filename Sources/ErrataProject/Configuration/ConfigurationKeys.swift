import ErrataOutputs
import ErrataYAML

/// At the top of `errata.yaml`.
enum ConfigurationKey: String, MappingKey {
  case catalog, outputs

  static let table = KeyTable("a configuration", allCases)

  var definition: Key.Definition {
    switch self {
    case .catalog: .required(.text, "the catalogue's file or folder")
    case .outputs: .required(.list, "what to make of it, and where")
    }
  }
}

/// Of the output `swift`.
enum SwiftKey: String, MappingKey {
  case swift, access, files

  static let table = KeyTable("the output `swift`", allCases)

  var definition: Key.Definition {
    switch self {
    case .swift: .required(.text, "the folder for Swift sources")
    case .access: .optional(.text, "who may use the types: `public` by default, `package` or `internal`")
    case .files: .optional(.text, "`per-surface` by default, or `one` for all of it in one file")
    }
  }
}

/// Of the output `markdown`.
enum MarkdownKey: String, MappingKey {
  case markdown
  case frontMatter = "front_matter"

  static let table = KeyTable("the output `markdown`", allCases)

  var definition: Key.Definition {
    switch self {
    case .markdown: .required(.text, "the folder for Markdown pages")
    case .frontMatter: .optional(.flag, "whether pages begin with a title and description for the generator of a site")
    }
  }
}

/// Of the output `html`.
enum HTMLKey: String, MappingKey {
  case html

  static let table = KeyTable("the output `html`", allCases)

  var definition: Key.Definition {
    switch self {
    case .html: .required(.text, "the folder for the HTML page")
    }
  }
}

/// Of the output `json-schema`.
enum JSONSchemaKey: String, MappingKey {
  case jsonSchema = "json-schema"

  static let table = KeyTable("the output `json-schema`", allCases)

  var definition: Key.Definition {
    switch self {
    case .jsonSchema: .required(.text, "the folder for JSON Schemas")
    }
  }
}

/// Of the output `template`.
enum TemplateKey: String, MappingKey {
  case template, to

  static let table = KeyTable("the output `template`", allCases)

  var definition: Key.Definition {
    switch self {
    case .template: .required(.text, "the name of a built-in template, or the path of a file")
    case .to: .required(.text, "the folder for what it makes")
    }
  }
}

extension OutputKind {
  /// The keys of the output in `errata.yaml`: first the one that names it, then its options.
  var table: KeyTable {
    switch self {
    case .swift: SwiftKey.table
    case .markdown: MarkdownKey.table
    case .html: HTMLKey.table
    case .jsonSchema: JSONSchemaKey.table
    case .kotlin, .python, .typescript: TemplateKey.table
    }
  }
}

extension OutputKind {
  /// The outputs that have a key of their own, by that key.
  static let withKey = allCases.filter { $0.request == .option }
}

/// The tables of what an output can be.
let outputTables = OutputKind.withKey.map(\.table) + [TemplateKey.table]

/// All tables of `errata.yaml`.
package let configurationFormat: [KeyTable] = [ConfigurationKey.table] + outputTables
