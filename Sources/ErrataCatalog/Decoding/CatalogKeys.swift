import ErrataYAML

// The keys of the catalogue format. A test compares them with the tables in `docs/catalogue-format.md`.

/// The top-level keys of a catalogue.
enum CatalogKey: String, MappingKey {
  case errata, name, title, version, base, description, documentation, support, categories, surfaces

  static let table = KeyTable("a catalogue", allCases)

  var definition: Key.Definition {
    switch self {
    case .errata: .required(.text, "the version of this format: `1`")
    case .name: .required(.text, "the Swift namespace and the name of its file, in UpperCamelCase")
    case .title: .required(.text, "the name of the API in the documentation")
    case .version: .required(.text, "the [semantic version](https://semver.org) of the content")
    case .base:
      .optional(.text, "the path below which the API is served, as in `/csc/v2`; endpoints are relative to it")
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
  case title, type, endpoints, response, statuses, errors, retired

  static let table = KeyTable("a surface", allCases)

  var definition: Key.Definition {
    switch self {
    case .title: .required(.text, "the title in the documentation")
    case .type:
      .optional(.text, "the prefix of the generated types, in UpperCamelCase; derived from the key by default")
    case .endpoints:
      .required(.list, "the [endpoints](#endpoints): paths, optionally with a method, as in `POST /orders/*`")
    case .response: .required(.mapping, "how errors are sent")
    case .statuses:
      .optional(
        .mapping, "what a program can do about a response without a known code, by status or class, as in `5xx`")
    case .errors: .required(.mapping, "the codes")
    case .retired: .optional(.mapping, "codes that are no longer in use and must never be reused with another meaning")
    }
  }
}

/// The keys of a status or a class of statuses.
enum StatusKey: String, MappingKey {
  case recovery

  static let table = KeyTable("a status", allCases)

  var definition: Key.Definition {
    switch self {
    case .recovery: .required(.text, "what a program can do")
    }
  }
}

/// The keys of a surface's response.
enum ResponseKey: String, MappingKey {
  case carrier
  case wireProtocol = "protocol"
  case mediaType = "media_type"
  case when, errors
  case whereKey = "where"
  case fields, details

  static let table = KeyTable("a response", allCases)

  var definition: Key.Definition {
    switch self {
    case .carrier:
      .required(
        .text,
        "`json` for the JSON in the body, `query` for parameters of a redirect, `challenge` for parameters of `WWW-Authenticate`"
      )
    case .wireProtocol: .optional(.text, "`oauth2` if the rules of RFC 6749 apply")
    case .mediaType: .optional(.text, "the media type of the body, if it isn't just any JSON media type")
    case .when: .optional(.mapping, "members that a body must have to be an error, and their values")
    case .errors:
      .optional(.text, "a JSON pointer to the list whose items are the errors; `\"\"` for a list at the root")
    case .whereKey: .optional(.mapping, "members that an item must have to be an error, and their values")
    case .fields: .required(.mapping, "where each field is, by role")
    case .details: .optional(.mapping, "where other values are that clients use, each with a name in snake_case")
    }
  }
}

/// The keys of a response's fields are their roles.
extension ResponseField.Role: MappingKey {
  package static let table = KeyTable("`fields`", allCases)

  package var definition: Key.Definition {
    switch self {
    case .code: .required(.place, "identifies the error")
    case .title: .optional(.place, "names the error; the same for each occurrence")
    case .description: .optional(.place, "describes this occurrence of the error")
    case .reference: .optional(.place, "identifies this occurrence, for support")
    case .uri: .optional(.place, "links to more information")
    case .state: .optional(.place, "repeats the value that the client sent to identify its request")
    case .target: .optional(.place, "the part of the request that caused the error")
    case .status: .optional(.place, "repeats the HTTP status")
    case .retryAfter: .optional(.place, "the number of seconds after which to send the request again")
    }
  }
}

/// The keys of a field that is a mapping.
enum FieldKey: String, MappingKey {
  case name, at, header, from, type, prefix, until, after, required, pattern
  case maxLength = "max_length"
  case example

  static let table = KeyTable("a field", allCases)

  /// The keys of a place after the first one of a field.
  static let placeKeys: [Self] = [.name, .at, .header, .from, .type, .prefix, .until, .after]

  var definition: Key.Definition {
    switch self {
    case .name: .optional(.text, "the name of a member of the error, or of a parameter")
    case .at: .optional(.text, "instead of `name`: a JSON pointer from the error, as in `/error/code`")
    case .header: .optional(.text, "instead of `name`: the name of a header")
    case .from: .optional(.text, "`body` if `name` or `at` starts at the root of the body, not at the item of the list")
    case .type:
      .optional(
        .text, "`text`, `integer`, `number`, `boolean` or `json`; by default `text` for most roles and all details")
    case .prefix: .optional(.text, "text before the value on the wire that isn't part of it")
    case .until: .optional(.text, "text at whose first occurrence the value ends")
    case .after: .optional(.text, "text after whose first occurrence the value begins")
    case .required: .optional(.flag, "`false` if a response may omit it; `true` by default")
    case .pattern: .optional(.text, "a regular expression that must match somewhere in the value on the wire")
    case .maxLength: .optional(.number, "the maximum number of Unicode characters in the value on the wire")
    case .example: .optional(.text, "an example value")
    }
  }
}

/// The keys of an error.
enum ErrorKey: String, MappingKey {
  case description, status, category, causes, guidance, recovery, name, endpoints, since, deprecated

  static let table = KeyTable("an error", allCases)

  var definition: Key.Definition {
    switch self {
    case .description: .required(.text, "the description that the API sends; the `summary` in Swift")
    case .status:
      .optional(.list, "an HTTP status or a list of them, the most common one first; not allowed for a redirect")
    case .category: .optional(.text, "the key of a category")
    case .causes: .optional(.list, "why it may happen: a cause or a list of them, in prose")
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
      .optional(.text, "the code of the same surface to use instead, neither deprecated nor retired itself")
    case .note: .optional(.text, "an explanation")
    }
  }
}

/// The key tables of the catalogue format.
package let catalogueFormat: [KeyTable] = [
  CatalogKey.table, CategoryKey.table, SurfaceKey.table, StatusKey.table, ResponseKey.table, ResponseField.Role.table,
  FieldKey.table,
  ErrorKey.table, DeprecationKey.table,
]
