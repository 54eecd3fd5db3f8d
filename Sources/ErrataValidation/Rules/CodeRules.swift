// Rules about the code, and what ties it to status and endpoint.
extension RuleFacts {
  static let missingCode = RuleFacts(
    "missing-code", .error, "The response has no error code.",
    explanation: "The field with the code is missing or empty.",
    reason: "Without a code a client cannot tell one error from another.",
    example: .body(#"{"message": "No such order"}"#),
    remedy: "Send the code in the field that the catalogue gives the role `code`.")

  static let statusMismatch = RuleFacts(
    "status-mismatch", .error, "The code is not documented with this status.",
    explanation: "The code comes with another status than the catalogue has for it.",
    reason: "Clients, proxies and monitoring decide by the status what to do, before anyone reads the code.",
    example: .exchange(
      #"{"path": "/orders/1", "status": 400, "body": {"code": "not_found", "message": "No such order"}}"#),
    remedy: "Send the documented status, or add this one to the code's `status` in the catalogue.")

  static let wrongEndpoint = RuleFacts(
    "wrong-endpoint", .error, "The code is limited to other endpoints.",
    explanation: "The catalogue limits the code to some `endpoints`, and the response came from another one.",
    reason: "Clients handle the code only where the documentation says that it can occur.",
    example: .exchange(
      #"{"path": "/orders/1", "status": 409, "body": {"code": "cart_full", "message": "The cart is full"}}"#),
    remedy: "Send another code, or add the endpoint to the code in the catalogue.")

  static let wrongSurface = RuleFacts(
    "wrong-surface", .error,
    "The response has the form of another surface, such as an OAuth error on another endpoint.",
    explanation: "The body has no code in the field of this surface, but has one in the field of another surface.",
    reason: "A client of this endpoint looks for the code in another field, and does not find it.",
    example: .exchange(
      #"{"path": "/orders/1", "status": 401, "body": {"error": "invalid_client", "error_description": "No such client"}}"#
    ),
    remedy:
      "Send the error in the form of this surface. Often middleware in front of the endpoint writes its own errors.")

  static let successWithError = RuleFacts(
    "success-with-error", .error, "An error comes with a status of success (2xx).",
    explanation: "The body is an error of the surface, but the status is from 200 to 299.",
    reason: "Clients treat the response as a success, and caches may keep it.",
    example: .exchange(
      #"{"path": "/orders/1", "status": 200, "body": {"code": "not_found", "message": "No such order"}}"#),
    remedy: "Send the status that the catalogue has for the code.")

  static let unknownCode = RuleFacts(
    "unknown-code", .warning, strict: .error, "The catalogue does not have the code; an error with `--strict`.",
    explanation: "The code is not in the catalogue for this surface. Codes are compared letter for letter.",
    reason: """
      The code is undocumented, or misspelt. A client must tolerate codes that it does not know, so this is a warning; for your own \
      server, `--strict` makes it an error.
      """,
    example: .body(#"{"code": "not_fuond", "message": "No such order"}"#),
    remedy: "Correct the code, or add it to the catalogue.")

  static let retiredCode = RuleFacts(
    "retired-code", .warning, strict: .error, "The code is retired; an error with `--strict`.",
    explanation: "The catalogue lists the code under `retired`: the API does not send it any more.",
    reason: "Generated clients no longer have a case for the code.",
    example: .body(#"{"code": "gone", "message": "The order was deleted"}"#),
    remedy: "Send the replacement. If the code is still in use, move it back to `errors`.")

  static let deprecatedCode = RuleFacts(
    "deprecated-code", .warning, "The code is deprecated.",
    explanation: "The catalogue has the code, but marks it as `deprecated`.",
    reason: "It will be retired one day, and clients are told to use its replacement.",
    example: .body(#"{"code": "out_of_stock", "message": "Nothing is left"}"#),
    remedy: "Send the replacement as soon as clients know it.")
}
