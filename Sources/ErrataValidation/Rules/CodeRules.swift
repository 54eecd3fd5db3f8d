// Rules for the code, and its status and endpoint.
extension RuleFacts {
  static let missingCode = RuleFacts(
    "missing-code", .error, "The response has no error code.",
    explanation: """
      The field with the role `code` is missing or empty in the response, or in one of the errors in its list. It is not reported if \
      the field is `required: false`.
      """,
    reason: "Without a code, a client cannot tell one error from another.",
    example: .body(#"{"message": "No such order"}"#),
    remedy: "Send the code in the field that has the role `code` in the catalogue.")

  static let statusMismatch = RuleFacts(
    "status-mismatch", .error, "The code is not documented with this status.",
    explanation: """
      The response's status is not among those that the catalogue documents for its code. Of several errors in a list, each is \
      compared with its own `status`. A field with the role `status` is reported if it is not the status of the response.
      """,
    reason: "Clients, proxies and monitoring act on the status before anything reads the code.",
    example: .exchange(
      #"{"path": "/orders/1", "status": 400, "body": {"code": "not_found", "message": "No such order"}}"#),
    remedy: "Send a documented status, or add this one to the code's `status` in the catalogue.")

  static let wrongEndpoint = RuleFacts(
    "wrong-endpoint", .error, "The code is limited to other endpoints.",
    explanation:
      "The catalogue limits the code to certain `endpoints`, and the response is from another path or to another method.",
    reason: "Clients handle the code only for the endpoints that document it.",
    example: .exchange(
      #"{"path": "/orders/1", "status": 409, "body": {"code": "cart_full", "message": "The cart is full"}}"#),
    remedy: "Send a different code, or add the endpoint to the code's `endpoints` in the catalogue.")

  static let wrongSurface = RuleFacts(
    "wrong-surface", .error,
    "The response has the format of another surface, such as an OAuth error from an API endpoint.",
    explanation:
      "The response has no code in this surface's code field, but has one in the code field of another surface.",
    reason: "A client of this endpoint looks for the code in this surface's field and does not find it.",
    example: .exchange(
      #"{"path": "/orders/1", "status": 401, "body": {"error": "invalid_client", "error_description": "No such client"}}"#
    ),
    remedy:
      "Send the error in the format of this surface. Often the cause is middleware that sends its own errors.")

  static let successWithError = RuleFacts(
    "success-with-error", .error, "An error has a success status (2xx).",
    explanation: """
      The response is an error, but the status is in the range 200 to 299, and the catalogue does not document it for the code. A \
      code that is not in the catalogue is not reported if the surface has a `when`, or documents such a status for another code.
      """,
    reason: "Clients treat the response as a success, and caches may store it.",
    example: .exchange(
      #"{"path": "/orders/1", "status": 200, "body": {"code": "not_found", "message": "No such order"}}"#),
    remedy: "Send the status that the catalogue documents for the code.")

  static let unknownCode = RuleFacts(
    "unknown-code", .warning, strict: .error, "The code is not in the catalogue; an error with `--strict`.",
    explanation: "The catalogue has no such code on this surface. Codes are case-sensitive and must match exactly.",
    reason: """
      The code is undocumented or misspelt. Clients must tolerate unknown codes, so this is a warning. To test your own server, use \
      `--strict`, which makes it an error.
      """,
    example: .body(#"{"code": "not_fuond", "message": "No such order"}"#),
    remedy: "Fix the code, or add it to the catalogue.")

  static let retiredCode = RuleFacts(
    "retired-code", .warning, strict: .error, "The code is retired; an error with `--strict`.",
    explanation: "The catalogue lists the code under `retired`, which means that the API no longer sends it.",
    reason: "Generated code no longer has a case for it.",
    example: .body(#"{"code": "gone", "message": "The order was deleted"}"#),
    remedy: "Send the replacement. If the code is still in use, move it back under `errors`.")

  static let deprecatedCode = RuleFacts(
    "deprecated-code", .warning, "The code is deprecated.",
    explanation: "The catalogue marks the code as `deprecated`.",
    reason: "The code will be retired, and the documentation directs clients to its replacement.",
    example: .body(#"{"code": "out_of_stock", "message": "Nothing is left"}"#),
    remedy: "Send the replacement once clients support it.")
}
