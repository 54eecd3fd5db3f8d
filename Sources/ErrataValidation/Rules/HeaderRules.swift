// Rules for the headers of a response. They are checked only if the input has headers.
extension RuleFacts {
  static let contentType = RuleFacts(
    "content-type", .warning, "The `Content-Type` is missing, or is not JSON.",
    explanation: """
      A response with a body has no `Content-Type`, or one that is neither `application/json` nor ends in `+json`, or one with a \
      `charset` other than UTF-8.
      """,
    reason: "Many clients parse a body as JSON only if its type is JSON.",
    example: .exchange(
      #"{"path": "/orders/1", "status": 404, "headers": {"Content-Type": "text/html"}, "body": {"code": "not_found", "message": "No such order"}}"#
    ),
    remedy: "Send `Content-Type: application/json`.")

  static let missingChallenge = RuleFacts(
    "missing-challenge", .warning,
    "A 401 response of an OAuth surface has no `WWW-Authenticate` (RFC 9110, section 15.5.2).",
    explanation: """
      On a surface whose code is in the field `error`, a response with status 401 has no `WWW-Authenticate` header. HTTP requires \
      it in every 401 response.
      """,
    reason: "The header tells a client how to authenticate.",
    example: .exchange(
      #"{"path": "/token", "status": 401, "headers": {"Content-Type": "application/json", "Cache-Control": "no-store"}, "body": {"error": "invalid_client"}}"#
    ),
    remedy: "Send the header with a scheme that the endpoint accepts, as in `WWW-Authenticate: Basic`.")

  static let cacheable = RuleFacts(
    "cacheable", .warning, "A response of an OAuth surface has no `Cache-Control: no-store` (RFC 6749, section 5.1).",
    explanation:
      "On a surface whose code is in the field `error`, `Cache-Control` is missing or does not contain `no-store`.",
    reason: "A cache may store the response and return it to another client.",
    example: .exchange(
      #"{"path": "/token", "status": 401, "headers": {"Content-Type": "application/json", "WWW-Authenticate": "Basic"}, "body": {"error": "invalid_client"}}"#
    ),
    remedy: "Send `Cache-Control: no-store`.")

  static let retryAfter = RuleFacts(
    "retry-after", .warning,
    "`Retry-After` is neither seconds nor an HTTP date, or is sent with a code that is not retryable.",
    explanation: """
      `Retry-After` must be a number of seconds or an HTTP date (RFC 9110, section 10.2.3). The header is also reported if the code \
      has a `recovery` other than `retry_later`.
      """,
    reason: "Clients cannot parse the header, or retry although the catalogue says that retrying does not help.",
    example: .exchange(
      #"{"path": "/orders/1", "status": 503, "headers": {"Content-Type": "application/json", "Retry-After": "soon"}, "body": {"code": "busy", "message": "Try again later"}}"#
    ),
    remedy: "Send seconds, as in `Retry-After: 120`, and only with codes that are retryable.")
}
