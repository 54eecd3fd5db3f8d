import ErrataDiagnostics
import ErrataText
import ErrataYAML

/// Fields must be where a response can have them: `invalid-header`, `invalid-media-type`, `dotted-name`.
enum PlaceCheck: CatalogCheck {
  static let rules: [Rule] = [.invalidHeader, .invalidMediaType, .dottedName]

  static func problems(in catalog: Catalog) -> [Diagnostic] {
    catalog.surfaces.flatMap { surface -> [Diagnostic] in
      let response = surface.response
      return mediaTypeProblem(response, in: catalog)
        + response.allFields.flatMap { field in
          field.places.compactMap { problem(with: $0, on: surface, in: catalog) }
        }
    }
  }

  private static func mediaTypeProblem(_ response: ResponseFormat, in catalog: Catalog) -> [Diagnostic] {
    guard let mediaType = response.mediaType else { return [] }
    let parts = mediaType.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    if parts.count == 2, parts.allSatisfy({ isHTTPToken($0) }) { return [] }
    return [
      Diagnostic(
        .invalidMediaType, "`\(mediaType)` is not a media type",
        at: catalog.sources.location(response.origin.range(of: ResponseKey.mediaType)),
        hint: "write a type and a subtype without parameters, as in `application/problem+json`")
    ]
  }

  private static func problem(with place: FieldPlace, on surface: Surface, in catalog: Catalog) -> Diagnostic? {
    switch place.location {
    case .header(let name):
      if isHTTPToken(name.utf8) { return nil }
      return Diagnostic(
        .invalidHeader, "`\(name)` is not the name of a header",
        at: catalog.sources.location(place.origin.range(of: FieldKey.header)),
        hint: "use letters, digits and `-`, as in `x-request-id`")
    case .member(let pointer, _):
      guard surface.response.carrier == .json, pointer.tokens.count == 1, place.origin.node["at"] == nil,
        let probable = probablePointer(pointer.tokens[0])
      else { return nil }
      let range = place.origin.node["name"]?.range ?? place.origin.node.range
      return Diagnostic(
        .dottedName, "`\(pointer.tokens[0])` is the name of one member, not a path",
        at: catalog.sources.location(range),
        hint: "did you mean `{at: \(probable)}`?")
    }
  }

  /// The pointer that `name` would be if its dots or slashes separated names; nil if it can't be a path.
  private static func probablePointer(_ name: String) -> JSONPointer? {
    let path = name.hasPrefix("/") ? String(name.dropFirst()) : name
    let isPath = path != name || path.contains(".") || path.contains("/")
    let tokens = path.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "/" }.map(String.init)
    let areNames = tokens.allSatisfy { token in
      !token.isEmpty && token.unicodeScalars.allSatisfy { isWordCharacter($0) || $0 == "_" || $0 == "-" || $0 == "$" }
    }
    return isPath && areNames ? JSONPointer(tokens: tokens) : nil
  }
}

extension Rule {
  /// `invalid-header`.
  public static let invalidHeader = Rule(
    "invalid-header", .error, "The name of a header contains characters that are not allowed.",
    explanation: "The name of a header is a token (RFC 9110, section 5.6.2): letters, digits and some punctuation.",
    reason: "No response can have such a header, so readers would never find the value.",
    example: .yaml("reference: {header: request id, required: false}", insteadOf: "reference:"),
    remedy: "Write the name of the header as the API sends it, as in `x-request-id`.")

  /// `invalid-media-type`.
  public static let invalidMediaType = Rule(
    "invalid-media-type", .error, "The media type of a response is not a type and a subtype.",
    explanation: "`media_type` is a type, a `/` and a subtype, without parameters (RFC 9110, section 8.3.1).",
    reason: "`errata validate` compares it with the `Content-Type` of responses and would never find it.",
    example: .commands(
      "sed '/carrier: json/a\\      media_type: problem+json' shop.yaml > problems.yaml\nerrata check problems.yaml"),
    remedy: "Write the media type that the API sends, as in `application/problem+json`.")

  /// `dotted-name`.
  public static let dottedName = Rule(
    "dotted-name", .warning, "The name of a member looks like a path.",
    explanation: """
      A name with `.` or `/` is the name of one member. A value inside other objects has a JSON pointer (RFC 6901): \
      `{at: /error/code}`.
      """,
    reason: "Readers would look for a member that has the dots in its name, and find nothing.",
    example: .yaml("reference: {name: meta.trace, required: false}", insteadOf: "reference:"),
    remedy: "Write `at` and the pointer. If the member's name really contains the dot, write `{at: /error.code}`.")
}
