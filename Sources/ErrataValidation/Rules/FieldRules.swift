// Rules for the fields of a response.
extension RuleFacts {
  static let missingField = RuleFacts(
    "missing-field", .error, "A required field is missing.",
    explanation: "The response lacks a field that the surface requires.",
    reason: "Clients rely on required fields, and typed clients fail to decode the response.",
    example: .body(#"{"code": "not_found"}"#),
    remedy: "Send the field, or mark it `required: false` in the catalogue.")

  static let wrongType = RuleFacts(
    "wrong-type", .error, "A field does not have its type.",
    explanation: """
      The value of a field is not a string or, where the catalogue specifies a `type`, not of that type. An integer is a number \
      without a fraction from -(2^53-1) to 2^53-1. `null` is reported only if the field is required. A value that is not a list \
      is reported if the surface's `errors` points to it.
      """,
    reason: "Typed clients fail to decode a value of another type.",
    example: .body(#"{"code": "not_found", "message": null}"#),
    remedy: "Send a value of the type. An optional field can also be `null` or missing.")

  static let pattern = RuleFacts(
    "pattern", .error, "A field does not match its `pattern`.",
    explanation: "The catalogue has a regular expression for the field, and no part of the value matches it.",
    reason: "Clients may rely on the format, for example to link a reference to a log.",
    example: .body(#"{"code": "not_found", "message": "No such order", "trace": "17"}"#),
    remedy: "Send a value that matches, or fix the `pattern` in the catalogue.")

  static let tooLong = RuleFacts(
    "too-long", .error, "A field is longer than its `max_length`.",
    explanation: "The value has more Unicode characters than the catalogue allows for the field.",
    reason: "Clients may truncate the text, or allocate space for no more than that.",
    example: .body(#"{"code": "not_found", "message": "The order does not exist or has been deleted"}"#),
    remedy: "Send a shorter text, or raise `max_length` in the catalogue.")

  static let extraField = RuleFacts(
    "extra-field", .warning, "The body has a field that is not in the catalogue.",
    explanation: """
      An object has a member that is neither a field nor a detail of the surface's response. This applies to the body, and to the \
      objects in it that contain fields.
      """,
    reason: "It is undocumented, and may expose internal details such as a stack trace.",
    example: .body(#"{"code": "not_found", "message": "No such order", "hint": "Look again"}"#),
    remedy: "Remove the member from the response. Clients should ignore unknown members.")

  static let charset = RuleFacts(
    "charset", .warning,
    "A field has a character that RFC 6749 (appendix A) does not allow, or an unpaired surrogate.",
    explanation: """
      On a surface with `protocol: oauth2`, OAuth 2.0 allows only printable ASCII in `state`, printable ASCII except `"` \
      and `\\` in `error` and `error_description`, and the same without spaces in `error_uri` (RFC 6749, appendix A). On any surface, \
      an unpaired surrogate is not a valid character.
      """,
    reason: "OAuth clients may reject the response, and an unpaired surrogate cannot be converted to UTF-8.",
    example: .exchange(
      #"{"path": "/token", "status": 401, "body": {"error": "invalid_client", "error_description": "Ukjent bruker på Å"}}"#
    ),
    remedy: "Use only the allowed characters, and link to a page in the user's language.")
}
