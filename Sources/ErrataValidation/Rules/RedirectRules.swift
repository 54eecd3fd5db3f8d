// Rules about the parameters of a redirect.
extension RuleFacts {
  static let missingState = RuleFacts(
    "missing-state", .warning, "A redirect has no `state`.",
    explanation: "The surface has a field with the role `state`, and the redirect lacks the parameter or has it empty.",
    reason: """
      A client that sent a `state` must get it back (RFC 6749, section 4.1.2.1). Without it, the client cannot tell its own request \
      from a forged one. It is a warning, since the client may have sent none.
      """,
    example: .redirect("https://app.example/back?error=access_denied"),
    remedy: "Return the `state` of the request unchanged.")

  static let fragmentResponse = RuleFacts(
    "fragment-response", .warning, "The parameters of a redirect are in its fragment.",
    explanation: "The error comes after `#` and not in the query. The implicit flow of OAuth 2.0 does so.",
    reason: "Browsers do not send the fragment to a server, so a client on a server never sees the error.",
    example: .redirect("https://app.example/back#error=access_denied&state=xyz"),
    remedy: "Put the parameters in the query.")

  static let malformedEscape = RuleFacts(
    "malformed-escape", .error, "A `%` in a redirect is not followed by two hexadecimal digits.",
    explanation: "A parameter contains a `%` that begins no escape (RFC 3986, section 2.1).",
    reason: "Some clients fail to parse the URL, others read different values.",
    example: .redirect("https://app.example/back?error=access_denied&state=100%"),
    remedy: "Escape each value, `%` as `%25`.")

  static let duplicateParameter = RuleFacts(
    "duplicate-parameter", .error, "A redirect has the same parameter twice (RFC 6749, section 3.1).",
    explanation: "Two parameters have the same name once their escapes are decoded.",
    reason: "Clients disagree on which one counts, which attackers can use.",
    example: .redirect("https://app.example/back?error=access_denied&state=a&state=b"),
    remedy: "Send each parameter once. Remove parameters of an error from the redirect URI that the client registered.")
}
