import ErrataYAML

// The forms of texts in a catalogue. The checks decide; a test compares these patterns with them.

extension TextForm {
  /// The name of the catalogue.
  static let namespace = upperCamelCase.excluding(NameCheck.usedTypes.sorted())
  /// The prefix of the types of a surface.
  static let typePrefix = upperCamelCase.excluding(NameCheck.errorPrefixes.sorted())
  /// The key of a category or a detail.
  static let snakeCase = TextForm("snake_case of at most 64 characters", "^[a-z][a-z0-9_]{0,63}$")
  /// The key of a surface.
  static let surfaceKey = snakeCase.excluding(["index"])
  /// The words of an identifier.
  static let words = TextForm("words, as in `token_reused`", #"[A-Za-z0-9]|[^\u0000-\u007F]"#)
  /// A code.
  static let code = TextForm(
    "at most 128 letters, digits, `_`, `-`, `.`, `:` and `/`, with at least one letter or digit",
    #"^(?![\s\S]{129})[_.:/-]*[^\u0000-/:-@\[-`{-\u007F][^\u0000-,;-@\[-^`{-\u007F]*$"#)
  /// A status or a class of statuses.
  static let statuses = TextForm("a status from 100 to 599, or a class, as in `5xx`", "^[1-5]([0-9][0-9]|xx)$")
  /// A semantic version.
  static let version = TextForm(
    "three numbers, as in `1.0.0`",
    #"^(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*)){2}(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$"#, isAlwaysText: true)
  /// An endpoint.
  static let endpoint = TextForm(
    "a path that begins with `/`, optionally after a method in capitals and a space", #"^([^\sa-z/]+ )?/"#,
    isAlwaysText: true)
  /// The base of the endpoints.
  static let basePath = TextForm(
    "an absolute path without a trailing `/`, as in `/api/v2`", "^/[^*?#]*[^*?#/]$", isAlwaysText: true)
  /// The URL of the documentation.
  static let url = TextForm(
    "an absolute URL without a fragment, as in `https://example.com/errors`",
    #"^[Hh][Tt][Tt][Pp][Ss]?://[^\s#/?"<>\\^`{|}][^\s#"<>\\^`{|}]*$"#, isAlwaysText: true)
  /// A media type.
  static let mediaType = TextForm(
    "a type and a subtype without parameters, as in `application/problem+json`", "^\(token)/\(token)$",
    isAlwaysText: true)
  /// The name of a header.
  static let header = TextForm("the name of a header, as in `x-request-id`", "^\(token)$")
  /// A JSON pointer.
  static let pointer = TextForm(
    "a JSON pointer: empty, or with a `/` before each name, as in `/error/code`", "^(/([^/~]|~[01])*)*$")
  /// The name of a member or a parameter.
  static let fieldName = TextForm("the name that the API uses", TextForm.notEmpty.pattern)

  private static let upperCamelCase = TextForm("UpperCamelCase of at most 64 characters", "^[A-Z][A-Za-z0-9]{0,63}$")
  private static let token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+"
}
