import ErrataYAML

// The keys of the catalogue format. A test compares them with the tables in `docs/catalogue-format.md`.

/// The top-level keys of a catalogue.
enum CatalogKey: String, MappingKey {
  case errata, name, title, version, base, description, documentation, support, categories, surfaces

  static let table = KeyTable("a catalogue", allCases)

  var definition: Key.Definition {
    switch self {
    case .errata: .required(.formatVersion, "the version of this format: `1`")
    case .name: .required(.form(.namespace), "the Swift namespace and the name of its file, in UpperCamelCase")
    case .title: .required(.text, "the name of the API in the documentation")
    case .version: .required(.form(.version), "the [semantic version](https://semver.org) of the content")
    case .base:
      .optional(
        .form(.basePath), "the path below which the API is served, as in `/csc/v2`; endpoints are relative to it")
    case .description: .optional(.text, "a description of the API")
    case .documentation:
      .optional(
        .form(.url),
        "the absolute URL of the published documentation; each code links to its anchor there")
    case .support: .optional(.text, "whom to contact, and which details to include")
    case .categories: .optional(.entries(.snakeCase, of: .mapping(CategoryKey.table)), "the [categories](#categories)")
    case .surfaces: .required(.entries(.surfaceKey, of: .mapping(SurfaceKey.table)), "the [surfaces](#surfaces)")
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
    case .recovery: .optional(.recovery, "what a program can do")
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
      .optional(
        .form(.typePrefix), "the prefix of the generated types, in UpperCamelCase; derived from the key by default")
    case .endpoints:
      .required(
        .list(of: .form(.endpoint)),
        "the [endpoints](#endpoints): paths, optionally with a method, as in `POST /orders/*`")
    case .response: .required(.mapping(ResponseKey.table), "how errors are sent")
    case .statuses:
      .optional(
        .entries(.statuses, of: .mapping(StatusKey.table)),
        "what a program can do about a response without a known code, by status or class, as in `5xx`")
    case .errors: .required(.entries(.code, of: .mapping(ErrorKey.table)), "the codes")
    case .retired:
      .optional(
        .entries(.code, of: .mapping(DeprecationKey.table)),
        "codes that are no longer in use and must never be reused with another meaning")
    }
  }
}

/// The keys of a status or a class of statuses.
enum StatusKey: String, MappingKey {
  case recovery

  static let table = KeyTable("a status", allCases)

  var definition: Key.Definition {
    switch self {
    case .recovery: .required(.recovery, "what a program can do")
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

  /// The keys that are only allowed with `carrier: json`.
  static let bodyKeys: [Self] = [.mediaType, .when, .errors, .whereKey]

  static let table = KeyTable(
    "a response", allCases,
    rules: [
      .requires(whereKey.rawValue, errors.rawValue),
      .forbids(
        bodyKeys.map(\.rawValue), key: carrier.rawValue,
        values: ResponseFormat.Carrier.allCases.filter { $0 != .json }.map(\.rawValue)),
    ])

  var definition: Key.Definition {
    switch self {
    case .carrier:
      .required(
        .choice(ResponseFormat.Carrier.allCases.map(\.rawValue)),
        "`json` for the JSON in the body, `query` for parameters of a redirect, `challenge` for parameters of `WWW-Authenticate`"
      )
    case .wireProtocol:
      .optional(
        .choice(ResponseFormat.WireProtocol.allCases.map(\.rawValue)), "`oauth2` if the rules of RFC 6749 apply")
    case .mediaType: .optional(.form(.mediaType), "the media type of the body, if it isn't just any JSON media type")
    case .when: .optional(.conditions, "members that a body must have to be an error, and their values")
    case .errors:
      .optional(.form(.pointer), "a JSON pointer to the list whose items are the errors; `\"\"` for a list at the root")
    case .whereKey: .optional(.conditions, "members that an item must have to be an error, and their values")
    case .fields: .required(.mapping(ResponseField.Role.table), "where each field is, by role")
    case .details:
      .optional(
        .entries(.snakeCase, of: .place), "where other values are that clients use, each with a name in snake_case")
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

  /// The keys of which a place has exactly one.
  static let locationKeys: [Self] = [.name, .at, .header]
  /// The keys of a place after the first one of a field.
  static let placeKeys: [Self] = [.name, .at, .header, .from, .type, .prefix, .until, .after]

  private static let rules: [KeyRule] = [.exactlyOne(locationKeys.map(\.rawValue))]

  static let table = KeyTable("a field", allCases, rules: rules)

  /// The table of a place after the first one of a field.
  static let placeTable = KeyTable("another place of a field", placeKeys, rules: rules)

  var definition: Key.Definition {
    switch self {
    case .name: .optional(.form(.fieldName), "the name of a member of the error, or of a parameter")
    case .at: .optional(.form(.pointer), "instead of `name`: a JSON pointer from the error, as in `/error/code`")
    case .header: .optional(.form(.header), "instead of `name`: the name of a header")
    case .from:
      .optional(
        .choice(["body"]), "`body` if `name` or `at` starts at the root of the body, not at the item of the list")
    case .type:
      .optional(
        .choice(FieldType.allCases.map(\.rawValue)),
        "`text`, `integer`, `number`, `boolean` or `json`; by default `text` for most roles and all details")
    case .prefix: .optional(.form(.notEmpty), "text before the value on the wire that isn't part of it")
    case .until: .optional(.form(.notEmpty), "text at whose first occurrence the value ends")
    case .after: .optional(.form(.notEmpty), "text after whose first occurrence the value begins")
    case .required: .optional(.flag, "`false` if a response may omit it; `true` by default")
    case .pattern:
      .optional(.form(.notEmpty), "a regular expression that must match somewhere in the value on the wire")
    case .maxLength: .optional(.length, "the maximum number of Unicode characters in the value on the wire")
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
      .optional(
        .list(of: .status), "an HTTP status or a list of them, the most common one first; not allowed for a redirect")
    case .category: .optional(.text, "the key of a category")
    case .causes: .optional(.list(of: .text), "why it may happen: a cause or a list of them, in prose")
    case .guidance: .optional(.text, "overrides the category's guidance")
    case .recovery: .optional(.recovery, "overrides the category's recovery")
    case .name:
      .optional(
        .form(.words),
        "the words of the Swift identifier, if the code doesn't give a good one: `invalid_SAD`, `invalidSAD` and `invalid SAD` all become `.invalidSAD`"
      )
    case .endpoints:
      .optional(.list(of: .form(.endpoint)), "the endpoints where it can occur, if not at all of the surface's")
    case .since:
      .optional(.form(.version), "the version of the catalogue that added it, no later than the catalogue's own")
    case .deprecated:
      .optional(
        .mapping(DeprecationKey.table),
        "since when it is deprecated, and what to use instead; the keys are those of a retired code")
    }
  }
}

/// The keys of a deprecation or a retired code.
enum DeprecationKey: String, MappingKey {
  case since, replacement, note

  static let table = KeyTable("a deprecation", allCases)

  var definition: Key.Definition {
    switch self {
    case .since: .required(.form(.version), "the version of the catalogue that deprecated or retired the code")
    case .replacement:
      .optional(.text, "the code of the same surface to use instead, neither deprecated nor retired itself")
    case .note: .optional(.text, "an explanation")
    }
  }
}

extension Key.ValueType {
  /// What a program can do.
  fileprivate static let recovery = choice(
    Recovery.allCases.map(\.rawValue), meanings: Recovery.allCases.map(\.action))
  /// An HTTP status.
  fileprivate static let status = number(100...599, pattern: "^[1-5][0-9]{2}$")
  /// The version of the format.
  fileprivate static let formatVersion = number(
    Catalog.formatVersion...Catalog.formatVersion, pattern: "^\(Catalog.formatVersion)$")
  /// A number of characters.
  fileprivate static let length = number(0...Int.max, pattern: "^(0|[1-9][0-9]*)$")
  /// Members and their values.
  fileprivate static let conditions = entries(Key.EntriesType(nil, of: .text, isEmptyAllowed: false))
  /// Where a value is: a name, a mapping, or a list of these.
  fileprivate static let place: Self = {
    let field: [Self] = [.mapping(FieldKey.table), .form(.fieldName)]
    let otherPlace: [Self] = [.mapping(FieldKey.placeTable), .form(.fieldName)]
    let list = Key.ListType([.either(field), .either(otherPlace)], areDuplicatesAllowed: true)
    return .shared("place", .either(field + [.list(list)]))
  }()
}

/// The key tables of the catalogue format.
package let catalogueFormat: [KeyTable] = [
  CatalogKey.table, CategoryKey.table, SurfaceKey.table, StatusKey.table, ResponseKey.table, ResponseField.Role.table,
  FieldKey.table,
  ErrorKey.table, DeprecationKey.table,
]
