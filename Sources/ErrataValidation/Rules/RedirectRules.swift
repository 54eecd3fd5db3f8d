// Rules for the parameters of a redirect.
extension RuleFacts {
  static let missingState = RuleFacts(
    "missing-state", .warning, "A redirect has no `state`.",
    explanation:
      "The surface has a field with the role `state`, and the parameter is missing or empty in the redirect.",
    reason: """
      If a client sends a `state`, the server must return it (RFC 6749, section 4.1.2.1). Without it, the client cannot tell its own \
      request from a forged one. This is a warning, because the client may have sent none.
      """,
    example: .redirect("https://app.example/back?error=access_denied"),
    remedy: "Return the `state` of the request unchanged.")

  static let fragmentResponse = RuleFacts(
    "fragment-response", .warning, "The parameters of a redirect are in its fragment.",
    explanation: "The error is after the `#`, not in the query. The implicit flow of OAuth 2.0 does this.",
    reason: "Browsers do not send the fragment to the server, so a client that runs on a server never sees the error.",
    example: .redirect("https://app.example/back#error=access_denied&state=xyz"),
    remedy: "Put the parameters in the query.")

  static let malformedEscape = RuleFacts(
    "malformed-escape", .error, "A `%` in a redirect is not followed by two hexadecimal digits.",
    explanation: "A parameter contains a `%` that does not begin a percent-encoded byte (RFC 3986, section 2.1).",
    reason: "Some clients fail to parse the URL, and others read different values.",
    example: .redirect("https://app.example/back?error=access_denied&state=100%"),
    remedy: "Percent-encode each value; `%` becomes `%25`.")

  static let duplicateParameter = RuleFacts(
    "duplicate-parameter", .error, "A redirect or a challenge has a duplicate parameter (RFC 6749, section 3.1).",
    explanation: """
      Two parameters have the same name: in a redirect after percent-decoding, in a challenge in upper or lower case (RFC 9110, \
      section 11.2).
      """,
    reason: "Clients disagree on which one to use, which attackers can exploit.",
    example: .redirect("https://app.example/back?error=access_denied&state=a&state=b"),
    remedy: "Send each parameter once. A registered redirect URI must not contain parameters of an error.")
}
