// What is known of the changes of how errors are sent.

extension ChangeFacts {
  static let carrierChanged = breaking(
    .source, .clients, .schema,
    is: "Errors are sent in another part of the response.",
    when: "The `carrier` of a response changed.",
    because:
      "Clients look for the error in the old place. Generated types are created from another part of the response.",
    remedy: "Describe the new responses as a surface of their own, with its own endpoints.",
    example: .new("carrier: json", insteadOf: "carrier: query"))

  static let listChanged = breaking(
    .source, .clients, .schema,
    is: "The list of errors is in another place.",
    when: "The pointer `errors` of a response was changed, added or removed.",
    because:
      "Clients look for the errors in the old place. If there was no list, or no longer is, the generated types gain or lose a property.",
    remedy: "Describe the new responses as a surface of their own, with its own endpoints.",
    example: .edited(uploads("errors: /errors, "), insteadOf: "surfaces:", by: "s/errors: .errors/errors: \\/problems/")
  )

  static let conditionChanged = breaking(
    .clients, .schema,
    is: "The members that make a response an error are different.",
    when: "The members or values of `when` or `where` of a response changed.",
    because: "Clients apply the old condition, so they miss errors, or see some where there are none.",
    remedy: "Keep the condition for as long as the API may send the old responses.",
    example: .edited(uploads("when: {ok: false}, "), insteadOf: "surfaces:", by: "s/ok: false/ok: 0/"))

  static let mediaTypeChanged = breaking(
    .clients,
    is: "The body of an error has another media type.",
    when: "The `media_type` of a response was changed or removed.",
    because: """
      Some clients decide by media type how to read a body. Generated types and schemas do not, and `errata validate` only warns \
      of another type.
      """,
    remedy: "Keep the media type, or serve the new one only to clients that accept it.",
    example: .edited(
      uploads("media_type: application/problem+json, "), insteadOf: "surfaces:", by: "s/problem+json/vnd.uploads+json/")
  )

  static let mediaTypeAdded = addition(
    is: "The media type of the body is documented.",
    when: "A response has a new key `media_type`.",
    because: "Clients had to expect any JSON media type, and now know which one.",
    example: .edited(
      uploads(), insteadOf: "surfaces:", by: "s/carrier: json,/& media_type: application\\/problem+json,/"))

  static let protocolChanged = documentation(
    is: "The protocol of the responses changed.",
    when: "The `protocol` of a response was added or removed.",
    because: """
      It adds warnings to `errata validate`, such as `cacheable`, and a sentence to the pages. Responses are read in the same way, \
      and the same ones are valid.
      """,
    example: .edited(uploads(), insteadOf: "surfaces:", by: "s/carrier: json,/& protocol: oauth2,/"))
}
