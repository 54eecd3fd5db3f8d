// Rules for the JSON of a body.
extension RuleFacts {
  static let emptyBody = RuleFacts(
    "empty-body", .error, "The body is empty.",
    explanation: """
      The response has no body, or only white space. A response to `HEAD` and one with status 204 or 304 have none (RFC 9110, \
      section 6.4.1) and are not reported.
      """,
    reason: "Without a code or a description, a client can only guess from the status.",
    example: .exchange(#"{"path": "/orders/1", "status": 404, "body": ""}"#),
    remedy: "Send the error as a JSON object. If a proxy drops bodies, fix its configuration.")

  static let notJSON = RuleFacts(
    "not-json", .error, "The body is not JSON (RFC 8259).",
    explanation: "The body cannot be parsed as JSON. The finding is at the first invalid byte.",
    reason: "Clients cannot parse it. Often it is an error page of a gateway in front of the API.",
    example: .body("<html><body>502 Bad Gateway</body></html>"),
    remedy:
      "Send JSON from the server, and configure gateways to forward errors or to send their own in the same format.")

  static let notUTF8 = RuleFacts(
    "not-utf8", .error, "The body or a parameter is not UTF-8 (RFC 8259, section 8.1).",
    explanation: """
      JSON that is exchanged between systems must be UTF-8. The body is UTF-16 or UTF-32, or contains an invalid UTF-8 sequence. In \
      a redirect, a parameter is not UTF-8 after percent-decoding.
      """,
    reason: "Clients reject the response or show replacement characters.",
    example: .commands(
      #"""
      printf '{"code": "not_found", "message": "Caf\351 closed"}' > body.json
      errata validate --catalog shop.yaml --surface orders body.json
      """#),
    remedy: "Encode responses as UTF-8.")

  static let byteOrderMark = RuleFacts(
    "byte-order-mark", .error, "The body begins with a byte order mark (RFC 8259, section 8.1).",
    explanation:
      "The body begins with the bytes EF BB BF. JSON that is sent over a network must not begin with a byte order mark.",
    reason: "Many parsers reject it at the first byte.",
    example: .commands(
      #"""
      printf '\357\273\277{"code": "not_found", "message": "No such order"}' > body.json
      errata validate --catalog shop.yaml --surface orders body.json
      """#),
    remedy: "Write the body without a byte order mark. In .NET, use `new UTF8Encoding(false)`.")

  static let trailingContent = RuleFacts(
    "trailing-content", .error, "The body has text after the JSON value.",
    explanation: "The JSON value is followed by something other than white space.",
    reason: "Strict parsers reject the whole body. Often the cause is that two responses were written.",
    example: .body(#"{"code": "not_found", "message": "No such order"} done"#),
    remedy: "Send a single object and nothing after it.")

  static let tooDeep = RuleFacts(
    "too-deep", .error, "The body is nested more than 128 levels deep.",
    explanation:
      "Objects and arrays are nested more than 128 levels deep. Beyond 512 levels, the body is not read further.",
    reason: "Many parsers limit the depth, and some overflow their stack.",
    example: .commands(
      """
      printf '%1000s' '' | tr ' ' '[' > body.json
      errata validate --catalog shop.yaml --surface orders body.json
      """),
    remedy: "Send the error as a flat object.")

  static let notAnObject = RuleFacts(
    "not-an-object", .error, "The body or an error in it is not an object.",
    explanation: """
      The body is an array, a string, a number, `true`, `false` or `null`. In a list of errors, an item is one of these, unless \
      the catalogue has a `where` to choose the items.
      """,
    reason: "The fields of an error are members of an object, so clients cannot find them.",
    example: .body(#"["not_found"]"#),
    remedy: "Send an object with the fields of the surface's response.")

  static let duplicateKey = RuleFacts(
    "duplicate-key", .error, "An object of the body has a duplicate key.",
    explanation: """
      Two members of an object have the same name after their escapes are decoded. This applies to the body, and to the objects in \
      it that contain fields.
      """,
    reason:
      "Some parsers use the first member, others the last one (RFC 8259, section 4), so clients see different errors.",
    example: .body(#"{"code": "not_found", "message": "No such order", "code": "sold_out"}"#),
    remedy: "Send each member once.")
}
