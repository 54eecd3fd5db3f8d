import ErrataYAML

// The keys of the catalogue format. `docs/catalogue-format.md` has these tables, and a test compares them.

/// At the top of a catalogue.
enum CatalogKey: String, MappingKey {
  case errata, name, title, version, description, documentation, support, categories, surfaces

  static let table = KeyTable("a catalogue", allCases)

  var facts: Key.Facts {
    switch self {
    case .errata: .required(.text, "the version of this format: `1`")
    case .name: .required(.text, "UpperCamelCase: the Swift namespace and the name of its file")
    case .title: .required(.text, "the API's name for people")
    case .version: .required(.text, "the [semantic version](https://semver.org) of the content")
    case .description: .optional(.text, "what the API is")
    case .documentation:
      .optional(
        .text,
        "where the first page of the documentation is published, an absolute URL; each code links to its anchor there")
    case .support: .optional(.text, "whom to ask, stating what")
    case .categories: .optional(.mapping, "see below")
    case .surfaces: .required(.mapping, "see below")
    }
  }
}

/// Of a category.
enum CategoryKey: String, MappingKey {
  case title, recovery, guidance

  static let table = KeyTable("a category", allCases)

  var facts: Key.Facts {
    switch self {
    case .title: .required(.text, "its name for people")
    case .recovery: .optional(.text, "what a program can do")
    case .guidance: .optional(.text, "what to do, for people")
    }
  }
}

/// Of a surface.
enum SurfaceKey: String, MappingKey {
  case title, type, endpoints, response, errors, retired

  static let table = KeyTable("a surface", allCases)

  var facts: Key.Facts {
    switch self {
    case .title: .required(.text, "its name for people")
    case .type: .optional(.text, "UpperCamelCase: the prefix of the generated types; made from the key by default")
    case .endpoints:
      .required(.list, "paths from their first slash; `*` is any one segment or, at the end, all the rest")
    case .response: .required(.mapping, "how an error comes")
    case .errors: .required(.mapping, "the codes")
    case .retired: .optional(.mapping, "codes that are gone and must never come back with another meaning")
    }
  }
}

/// Of a surface's response.
enum ResponseKey: String, MappingKey {
  case carrier, fields

  static let table = KeyTable("a response", allCases)

  var facts: Key.Facts {
    switch self {
    case .carrier:
      .required(.text, "`json` for members of the object in the body, `query` for parameters of a redirect")
    case .fields: .required(.mapping, "the name of each field on the wire, by its role")
    }
  }
}

/// The fields of a response, by their roles.
extension ResponseField.Role: MappingKey {
  package static let table = KeyTable("`fields`", allCases)

  package var facts: Key.Facts {
    switch self {
    case .code: .required(.textOrMapping, "which error it is")
    case .description: .optional(.textOrMapping, "the error in words")
    case .reference: .optional(.textOrMapping, "names this one occurrence, for support")
    case .uri: .optional(.textOrMapping, "where to read more")
    case .state: .optional(.textOrMapping, "what the client sent along, to know its request by")
    }
  }
}

/// Of a field that is more than a name.
enum FieldKey: String, MappingKey {
  case name, required, pattern
  case maxLength = "max_length"
  case example

  static let table = KeyTable("a field", allCases)

  var facts: Key.Facts {
    switch self {
    case .name: .required(.text, "the name on the wire")
    case .required: .optional(.flag, "`false` where a response may leave it out; `true` by default")
    case .pattern: .optional(.text, "a regular expression that must match somewhere in the value")
    case .maxLength: .optional(.number, "how many Unicode characters the value may have")
    case .example: .optional(.text, "a value that it may have")
    }
  }
}

/// Of an error.
enum ErrorKey: String, MappingKey {
  case description, status, category, guidance, recovery, name, endpoints, since, deprecated

  static let table = KeyTable("an error", allCases)

  var facts: Key.Facts {
    switch self {
    case .description: .required(.text, "what the API says of it; in Swift it is the `summary`")
    case .status: .optional(.list, "an HTTP status or a list of them, the usual one first; never on a redirect")
    case .category: .optional(.text, "the key of a category")
    case .guidance: .optional(.text, "instead of the category's")
    case .recovery: .optional(.text, "instead of the category's")
    case .name:
      .optional(
        .text,
        "the words of the Swift identifier, where the code makes none or an ugly one: `invalid_SAD`, `invalidSAD` and `invalid SAD` all make `.invalidSAD`"
      )
    case .endpoints: .optional(.list, "where it is limited to some of the surface's endpoints")
    case .since: .optional(.text, "the version of the catalogue that brought it: no later than the catalogue's own")
    case .deprecated:
      .optional(.mapping, "since when not to use it, and what instead; the keys are those of a retired code")
    }
  }
}

/// Of a deprecation and of a retired code.
enum DeprecationKey: String, MappingKey {
  case since, replacement, note

  static let table = KeyTable("a deprecation", allCases)

  var facts: Key.Facts {
    switch self {
    case .since: .required(.text, "the version of the catalogue")
    case .replacement:
      .optional(.text, "the code of the same surface to use instead; replacements may not go round in a circle")
    case .note: .optional(.text, "why, for people")
    }
  }
}

/// All tables of the format.
package let catalogueFormat: [KeyTable] = [
  CatalogKey.table, CategoryKey.table, SurfaceKey.table, ResponseKey.table, ResponseField.Role.table, FieldKey.table,
  ErrorKey.table, DeprecationKey.table,
]
