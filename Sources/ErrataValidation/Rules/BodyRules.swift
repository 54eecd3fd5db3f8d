// Rules about a body as JSON.
extension RuleFacts {
  static let emptyBody = RuleFacts(
    "empty-body", .error, "The body is empty.",
    explanation: """
      The response has no body, or only white space. A response to `HEAD`, and one with status 204 or 304, needs none (RFC 9110, \
      section 6.4.1).
      """,
    reason: "A client finds neither a code nor a description, and can only guess from the status.",
    example: .exchange(#"{"path": "/orders/1", "status": 404, "body": ""}"#),
    remedy: "Send the error as an object. If a proxy drops bodies, correct its configuration.")

  static let notJSON = RuleFacts(
    "not-json", .error, "The body is not JSON (RFC 8259).",
    explanation: "The body cannot be parsed as JSON. The position is the first byte that does not fit.",
    reason: "Clients fail to parse it. Often it is the error page of a gateway in front of the API.",
    example: .body("<html><body>502 Bad Gateway</body></html>"),
    remedy: "Send JSON from the server, and make gateways pass errors on or write them in the same form.")

  static let notUTF8 = RuleFacts(
    "not-utf8", .error, "The body or a parameter is not UTF-8 (RFC 8259, section 8.1).",
    explanation: """
      JSON between systems is UTF-8. The body is in UTF-16 or UTF-32, or contains a byte that is not part of a UTF-8 sequence. On a \
      redirect, the value of a parameter is not UTF-8 once its escapes are decoded.
      """,
    reason: "Clients reject the body, or show replacement characters.",
    example: .commands(
      #"""
      printf '{"code": "not_found", "message": "Caf\351 closed"}' > body.json
      errata validate --catalog shop.yaml --surface orders body.json
      """#),
    remedy: "Encode responses as UTF-8.")

  static let byteOrderMark = RuleFacts(
    "byte-order-mark", .error, "The body begins with a byte order mark (RFC 8259, section 8.1).",
    explanation: "The body begins with the bytes EF BB BF. JSON must not begin with a byte order mark.",
    reason: "Many parsers fail at the first byte.",
    example: .commands(
      #"""
      printf '\357\273\277{"code": "not_found", "message": "No such order"}' > body.json
      errata validate --catalog shop.yaml --surface orders body.json
      """#),
    remedy: "Write the body without a byte order mark. In .NET, use `new UTF8Encoding(false)`.")

  static let trailingContent = RuleFacts(
    "trailing-content", .error, "There is text after the JSON value.",
    explanation: "The body is a JSON value followed by something other than white space.",
    reason: "Strict parsers reject the whole body. Often two responses were written one after the other.",
    example: .body(#"{"code": "not_found", "message": "No such order"} done"#),
    remedy: "Write a single object, and end the response after it.")

  static let tooDeep = RuleFacts(
    "too-deep", .error, "Objects and arrays are nested deeper than 128 levels.",
    explanation: "The body is nested more than 128 levels deep. Reading it stops there.",
    reason: "Many parsers have a limit, and some overflow their stack.",
    example: .commands(
      """
      printf '%1000s' '' | tr ' ' '[' > body.json
      errata validate --catalog shop.yaml --surface orders body.json
      """),
    remedy: "Send the error as a flat object.")

  static let notAnObject = RuleFacts(
    "not-an-object", .error, "The body is JSON, but not an object.",
    explanation: "The body is an array, a string, a number, `true`, `false` or `null`.",
    reason: "The fields of an error are members of an object, so clients find none of them.",
    example: .body(#"["not_found"]"#),
    remedy: "Send an object with the fields of the surface's response.")

  static let duplicateKey = RuleFacts(
    "duplicate-key", .error, "The body's object has the same key twice.",
    explanation: "Two members of the object have the same name, also where one of them is written with escapes.",
    reason:
      "Parsers disagree on whether the first or the last one counts (RFC 8259, section 4), so clients see different errors.",
    example: .body(#"{"code": "not_found", "message": "No such order", "code": "sold_out"}"#),
    remedy: "Write each member once.")
}
