import ErrataYAML

// The keys of the catalogue format. A test compares them with the tables in `docs/catalogue-format.md`.

/// The top-level keys of a catalogue.
enum CatalogKey: String, MappingKey {
  case errata, name, title, version, description, documentation, support, categories, surfaces

  static let table = KeyTable("a catalogue", allCases)

  var definition: Key.Definition {
    switch self {
    case .errata: .required(.text, "the version of this format: `1`")
    case .name: .required(.text, "the Swift namespace and the name of its file, in UpperCamelCase")
    case .title: .required(.text, "the name of the API in the documentation")
    case .version: .required(.text, "the [semantic version](https://semver.org) of the content")
    case .description: .optional(.text, "a description of the API")
    case .documentation:
      .optional(
        .text,
        "the absolute URL of the published documentation; each code links to its anchor there")
    case .support: .optional(.text, "whom to contact, and which details to include")
    case .categories: .optional(.mapping, "the [categories](#categories)")
    case .surfaces: .required(.mapping, "the [surfaces](#surfaces)")
    }
  }
}

/// The keys of a category.
enum CategoryKey: String, MappingKey {
  case title, recovery, guidance

  static let table = KeyTable("a category", allCases)

  var definition: Key.Definition {
    switch self {
    case .title: .required(.text, "the title in the documentation")
    case .recovery: .optional(.text, "what a program can do")
    case .guidance: .optional(.text, "what to do, in prose")
    }
  }
}

/// The keys of a surface.
enum SurfaceKey: String, MappingKey {
  case title, type, endpoints, response, errors, retired

  static let table = KeyTable("a surface", allCases)

  var definition: Key.Definition {
    switch self {
    case .title: .required(.text, "the title in the documentation")
    case .type:
      .optional(.text, "the prefix of the generated types, in UpperCamelCase; derived from the key by default")
    case .endpoints:
      .required(.list, "absolute paths; `*` matches one segment or, at the end, all remaining segments")
    case .response: .required(.mapping, "how errors are sent")
    case .errors: .required(.mapping, "the codes")
    case .retired: .optional(.mapping, "codes that are no longer in use and must never be reused with another meaning")
    }
  }
}

/// The keys of a surface's response.
enum ResponseKey: String, MappingKey {
  case carrier, fields

  static let table = KeyTable("a response", allCases)

  var definition: Key.Definition {
    switch self {
    case .carrier:
      .required(.text, "`json` for members of the JSON body, `query` for parameters of a redirect")
    case .fields: .required(.mapping, "the name of each field on the wire, by role")
    }
  }
}

/// The keys of a response's fields are their roles.
extension ResponseField.Role: MappingKey {
  package static let table = KeyTable("`fields`", allCases)

  package var definition: Key.Definition {
    switch self {
    case .code: .required(.textOrMapping, "identifies the error")
    case .description: .optional(.textOrMapping, "describes the error")
    case .reference: .optional(.textOrMapping, "identifies this occurrence, for support")
    case .uri: .optional(.textOrMapping, "links to more information")
    case .state: .optional(.textOrMapping, "repeats the value that the client sent to identify its request")
    }
  }
}

/// The keys of a field that is a mapping.
enum FieldKey: String, MappingKey {
  case name, required, pattern
  case maxLength = "max_length"
  case example

  static let table = KeyTable("a field", allCases)

  var definition: Key.Definition {
    switch self {
    case .name: .required(.text, "the name on the wire")
    case .required: .optional(.flag, "`false` if a response may omit it; `true` by default")
    case .pattern: .optional(.text, "a regular expression that must match somewhere in the value")
    case .maxLength: .optional(.number, "the maximum number of Unicode characters in the value")
    case .example: .optional(.text, "an example value")
    }
  }
}

/// The keys of an error.
enum ErrorKey: String, MappingKey {
  case description, status, category, guidance, recovery, name, endpoints, since, deprecated

  static let table = KeyTable("an error", allCases)

  var definition: Key.Definition {
    switch self {
    case .description: .required(.text, "the description that the API sends; the `summary` in Swift")
    case .status:
      .optional(.list, "an HTTP status or a list of them, the most common one first; not allowed for a redirect")
    case .category: .optional(.text, "the key of a category")
    case .guidance: .optional(.text, "overrides the category's guidance")
    case .recovery: .optional(.text, "overrides the category's recovery")
    case .name:
      .optional(
        .text,
        "the words of the Swift identifier, if the code doesn't give a good one: `invalid_SAD`, `invalidSAD` and `invalid SAD` all become `.invalidSAD`"
      )
    case .endpoints: .optional(.list, "the endpoints where it can occur, if not at all of the surface's")
    case .since: .optional(.text, "the version of the catalogue that added it, no later than the catalogue's own")
    case .deprecated:
      .optional(.mapping, "since when it is deprecated, and what to use instead; the keys are those of a retired code")
    }
  }
}

/// The keys of a deprecation or a retired code.
enum DeprecationKey: String, MappingKey {
  case since, replacement, note

  static let table = KeyTable("a deprecation", allCases)

  var definition: Key.Definition {
    switch self {
    case .since: .required(.text, "the version of the catalogue that deprecated or retired the code")
    case .replacement:
      .optional(.text, "the code of the same surface to use instead; replacements must not form a cycle")
    case .note: .optional(.text, "an explanation")
    }
  }
}

/// The key tables of the catalogue format.
package let catalogueFormat: [KeyTable] = [
  CatalogKey.table, CategoryKey.table, SurfaceKey.table, ResponseKey.table, ResponseField.Role.table, FieldKey.table,
  ErrorKey.table, DeprecationKey.table,
]
