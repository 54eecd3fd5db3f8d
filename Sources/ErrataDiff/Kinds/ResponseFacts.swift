// What is known of the changes of how errors are sent.

extension ChangeFacts {
  static let carrierChanged = breaking(
    .source, .clients, .schema,
    is: "Errors are sent in another part of the response.",
    when: "The `carrier` of a surface is another one.",
    because: "Clients look for the errors where they were. The generated types are created from something else.",
    remedy: "Describe the new responses as a surface of their own, with its own endpoints.",
    example: .new("carrier: json", insteadOf: "carrier: query"))

  static let listChanged = breaking(
    .source, .clients, .schema,
    is: "The list of errors is somewhere else.",
    when: "The pointer `errors` of a response is another one, or is new or gone.",
    because: "Clients look for the errors where they were, and generated types have or lose the property `errors`.",
    remedy: "Describe the new responses as a surface of their own, with its own endpoints.",
    example: .edited(uploads("errors: /errors, "), insteadOf: "surfaces:", by: "s/errors: .errors/errors: \\/problems/")
  )

  static let conditionChanged = breaking(
    .clients, .schema,
    is: "Other members tell whether a response is an error.",
    when: "`when` or `where` of a response has other members or values, or is new or gone.",
    because: "Clients apply the old condition: they overlook errors, or take something for an error that is none.",
    remedy: "Keep the condition for as long as the API may send the old responses.",
    example: .edited(uploads("when: {ok: false}, "), insteadOf: "surfaces:", by: "s/ok: false/ok: 0/"))

  static let mediaTypeChanged = breaking(
    .clients,
    is: "The body of an error has another media type.",
    when: "The `media_type` of a response is another one, or is gone.",
    because: """
      Some clients choose by media type how to read a body. Generated types and schemas don't look at it, and `errata validate` \
      reports another one as a warning.
      """,
    remedy: "Keep the media type, or serve the new one only to clients that accept it.",
    example: .edited(
      uploads("media_type: application/problem+json, "), insteadOf: "surfaces:", by: "s/problem+json/vnd.uploads+json/")
  )

  static let mediaTypeAdded = addition(
    is: "The media type of the body is documented.",
    when: "A response has a `media_type` for the first time.",
    because: "Before, it could be any JSON media type, which it still is in the case of JSON.",
    example: .edited(
      uploads(), insteadOf: "surfaces:", by: "s/carrier: json,/& media_type: application\\/problem+json,/"))

  static let protocolChanged = documentation(
    is: "Another protocol applies to the responses.",
    when: "The `protocol` of a response is new or gone.",
    because: """
      A protocol adds warnings of `errata validate`, such as `cacheable`, and a sentence to the pages. What is read and what is \
      valid remain the same.
      """,
    example: .edited(uploads(), insteadOf: "surfaces:", by: "s/carrier: json,/& protocol: oauth2,/"))
}
