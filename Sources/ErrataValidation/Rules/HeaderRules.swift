// Rules for the headers of a response. They are checked only if the input has headers.
extension RuleFacts {
  static let contentType = RuleFacts(
    "content-type", .warning, "The `Content-Type` is missing, or is not that of the errors.",
    explanation: """
      A response with a body has no `Content-Type`, or one other than the `media_type` of the surface's response. Without a \
      `media_type`, it must be `application/json` or end in `+json`. Parameters such as `charset` are ignored.
      """,
    reason: "Many clients parse a body as JSON only if its type is JSON.",
    example: .exchange(
      #"{"path": "/orders/1", "status": 404, "headers": {"Content-Type": "text/html"}, "body": {"code": "not_found", "message": "No such order"}}"#
    ),
    remedy: "Send `Content-Type: application/json`, or the surface's `media_type`.")

  static let missingChallenge = RuleFacts(
    "missing-challenge", .warning,
    "A 401 response of an OAuth or challenge surface has no `WWW-Authenticate` (RFC 9110, section 15.5.2).",
    explanation: """
      On a surface with `protocol: oauth2` or `carrier: challenge`, a response with status 401 has no `WWW-Authenticate` header. \
      HTTP requires it in every 401 response.
      """,
    reason: "The header tells a client how to authenticate.",
    example: .exchange(
      #"{"path": "/token", "status": 401, "headers": {"Content-Type": "application/json", "Cache-Control": "no-store"}, "body": {"error": "invalid_client"}}"#
    ),
    remedy: "Send the header with a scheme that the endpoint accepts, as in `WWW-Authenticate: Basic`.")

  static let malformedChallenge = RuleFacts(
    "malformed-challenge", .error, "A `WWW-Authenticate` header is malformed (RFC 9110, section 11.6.1).",
    explanation: """
      The header of a challenge surface is not a list of challenges: a scheme, followed by a token or by parameters with their \
      values in quotes. The finding is at the first character that does not fit, and nothing after it is read.
      """,
    reason: "Clients fail to parse the header, or each of them reads something else.",
    example: .exchange(
      #"{"path": "/downloads/1", "status": 401, "headers": {"WWW-Authenticate": "Bearer error=\"invalid_token"}}"#),
    remedy: "Put each value in quotes, with a backslash before every quote and backslash in it.")

  static let cacheable = RuleFacts(
    "cacheable", .warning, "A response of an OAuth surface has no `Cache-Control: no-store` (RFC 6749, section 5.1).",
    explanation: "On a surface with `protocol: oauth2`, `Cache-Control` is missing or does not contain `no-store`.",
    reason: "A cache may store the response and return it to another client.",
    example: .exchange(
      #"{"path": "/token", "status": 401, "headers": {"Content-Type": "application/json", "WWW-Authenticate": "Basic"}, "body": {"error": "invalid_client"}}"#
    ),
    remedy: "Send `Cache-Control: no-store`.")

  static let retryAfter = RuleFacts(
    "retry-after", .warning,
    "`Retry-After` is neither seconds nor an HTTP date, or is sent with a code that is not retryable.",
    explanation: """
      `Retry-After` must be a number of seconds or an HTTP date (RFC 9110, section 10.2.3), and the date must exist. The header is \
      also reported if the code has a `recovery` other than `retry_later`. In a body, the seconds must not be negative.
      """,
    reason: "Clients cannot parse the header, or retry although the catalogue says that retrying does not help.",
    example: .exchange(
      #"{"path": "/orders/1", "status": 503, "headers": {"Content-Type": "application/json", "Retry-After": "soon"}, "body": {"code": "busy", "message": "Try again later"}}"#
    ),
    remedy: "Send seconds, as in `Retry-After: 120`, and only with codes that are retryable.")

  static let duplicateHeader = RuleFacts(
    "duplicate-header", .warning, "A header with a single value is sent several times.",
    explanation: """
      A response has several lines of `Retry-After`, or of a header that is the place of a field. Neither is a list (RFC 9110, \
      section 5.3).
      """,
    reason: "Clients disagree on which line to use.",
    example: .exchange(
      #"{"path": "/orders/1", "status": 503, "headers": {"Content-Type": "application/json", "Retry-After": ["60", "120"]}, "body": {"code": "busy", "message": "Try again later"}}"#
    ),
    remedy: "Send the header once. Often a gateway adds its own.")
}
