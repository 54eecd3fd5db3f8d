// Rules about the fields of a response.
extension RuleFacts {
  static let missingField = RuleFacts(
    "missing-field", .error, "A required field is missing.",
    explanation: "The response lacks a field that every response of the surface has.",
    reason: "Clients rely on required fields, and typed ones fail to decode the response.",
    example: .body(#"{"code": "not_found"}"#),
    remedy: "Send the field, or write `required: false` in the catalogue.")

  static let wrongType = RuleFacts(
    "wrong-type", .error, "A field is not a string.",
    explanation: "The value of a field is `null`, a number, an object or something else than a string.",
    reason: "All fields of an error are text. Typed clients fail to decode anything else.",
    example: .body(#"{"code": "not_found", "message": null}"#),
    remedy: "Send a string. Leave an optional field out instead of sending `null`.")

  static let pattern = RuleFacts(
    "pattern", .error, "A field does not match its `pattern`.",
    explanation: "The catalogue gives the field a regular expression, and the value does not match it anywhere.",
    reason: "Clients may use the form, for example to link a reference to a log.",
    example: .body(#"{"code": "not_found", "message": "No such order", "trace": "17"}"#),
    remedy: "Send a value of that form, or correct the `pattern` in the catalogue.")

  static let tooLong = RuleFacts(
    "too-long", .error, "A field has more characters than its `max_length`.",
    explanation: "The value has more Unicode characters than the catalogue allows for the field.",
    reason: "Clients may cut the text, or reserve only that much room for it.",
    example: .body(#"{"code": "not_found", "message": "The order does not exist or has been deleted"}"#),
    remedy: "Send a shorter text, or raise `max_length` in the catalogue.")

  static let extraField = RuleFacts(
    "extra-field", .warning, "The body has a field that the catalogue does not name.",
    explanation: "The object has a member that is not a field of the surface's response.",
    reason: "It is undocumented, and may give away more than it should, such as a stack trace.",
    example: .body(#"{"code": "not_found", "message": "No such order", "hint": "Look again"}"#),
    remedy: "Remove the member from the response. Clients should ignore members that they do not know.")

  static let charset = RuleFacts(
    "charset", .warning,
    "A field has characters that RFC 6749 (appendix A) does not allow in it, or half of a surrogate pair.",
    explanation: """
      On a surface whose code is in the field `error`, OAuth 2.0 allows only printable ASCII without `"` and `\\` in `error` and \
      `error_description`, no spaces in `error_uri`, and printable ASCII in `state` (RFC 6749, appendix A). On any surface, half of \
      a surrogate pair is not a character.
      """,
    reason: "OAuth clients may reject the response, and half of a surrogate pair cannot be converted to UTF-8.",
    example: .exchange(
      #"{"path": "/token", "status": 401, "body": {"error": "invalid_client", "error_description": "Ukjent bruker på Å"}}"#
    ),
    remedy: "Write the text with the characters that are allowed, and link to a page in the user's language.")
}
