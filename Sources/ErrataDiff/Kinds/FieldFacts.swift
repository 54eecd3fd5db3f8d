// What is known of the changes of fields and details.

extension ChangeFacts {
  static let fieldRemoved = breaking(
    .source, .clients,
    is: "A field or a detail is gone.",
    when: "A role of the old catalogue's `fields`, or a name of its `details`, is not in the new one.",
    because: "Generated types no longer have its property, and running clients no longer find its value.",
    remedy: "Keep the field, with `required: false`, for as long as some responses may have it.",
    example: .old(
      """
      code: code
      title: {name: title, required: false}
      """, insteadOf: "code: code"))

  static let fieldMoved = breaking(
    .clients, .schema,
    is: "A field has another name on the wire, or is somewhere else.",
    when: "`name`, `at`, `header` or `from` of a field's place is another one.",
    because: "Clients look for the value where it was, and the schema looks for it where it is now.",
    remedy: "Write a list with the new and the old place, for as long as responses may have the old one.",
    example: .new("reference: {name: trace_id, required: false, pattern: '^T[0-9]+$'}", insteadOf: "reference:"))

  static let fieldTypeChanged = breaking(
    .source, .clients, .schema,
    is: "A field has another type.",
    when: "The `type` of a field's place is another one.",
    because: """
      A JSON value of the new type is wrong for the schema of before and the reverse. A detail has another type in generated code, \
      and so has a code that becomes an integer.
      """,
    remedy: "Send the new value under another name, as a detail of its own.",
    example: .edited(
      uploads("details: {limit: limit}, "), insteadOf: "surfaces:",
      by: "s/limit: limit/limit: {name: limit, type: integer}/"))

  static let fieldExcerptChanged = breaking(
    .clients, .schema,
    is: "Another part of the text on the wire is the value.",
    when: "`prefix`, `until` or `after` of a field's place is another one, or is new or gone.",
    because: "Clients cut the text as before, and find another value: a code that they don't know, for example.",
    remedy: "Keep the form of the value, or send the new one under another name.",
    example: .new(
      "reference: {name: trace, until: '-', required: false, pattern: '^T[0-9]+$'}", insteadOf: "reference:"))

  static let fieldPlaceAdded = breaking(
    .clients,
    is: "A field can be in one more place.",
    when: "The list of a field's places has one more, and those of before in their order.",
    because: "Clients don't look in the new place. For them the value is missing if it is only there.",
    remedy: "Send the value in the old place too.",
    example: .new(
      "reference: [{name: trace, required: false, pattern: '^T[0-9]+$'}, {header: x-trace}]", insteadOf: "reference:"))

  static let fieldPlaceRemoved = breaking(
    .schema,
    is: "A field can be in fewer places.",
    when: "A place is gone from the list of a field's places, and the others are as they were.",
    because: """
      A response with the value only there has been valid, and now lacks the field. Clients are not affected: they also look in \
      the places that remain.
      """,
    remedy: "Keep the place for as long as some responses may use it.",
    example: .old(
      "reference: [{name: trace, required: false, pattern: '^T[0-9]+$'}, {header: x-trace}]", insteadOf: "reference:"))

  static let fieldRequired = breaking(
    .schema,
    is: "An optional field is now required.",
    when: "A field had `required: false`, and no longer has.",
    because: "A response without the field has been valid, and now isn't. Clients are not affected.",
    remedy: "Keep `required: false` until every server sends the field.",
    example: .new("description: error_description", insteadOf: "description: {name: error_description"))

  static let fieldOptional = breaking(
    .clients,
    is: "A required field is now optional.",
    when: "A field has `required: false`, and did not have it before.",
    because: """
      Clients may rely on a value that every response had. Source still compiles, since the properties of generated types are \
      optional in any case, and every response that was valid still is.
      """,
    remedy: "Keep sending the field.",
    example: .new(
      "description: {name: message, required: false, max_length: 40}", insteadOf: "description: {name: message"))

  static let fieldNarrowed = breaking(
    .schema,
    is: "Fewer values of a field are valid.",
    when: "`max_length` is lower or new, or `pattern` is another one or new.",
    because: "A value that was valid can now be invalid. Clients read it as before.",
    remedy: "Keep the limit of before until no server exceeds the new one.",
    example: .new("description: {name: message, max_length: 30}", insteadOf: "description: {name: message"))

  static let requiredFieldAdded = breaking(
    .schema,
    is: "A required field is new.",
    when: "A field of the new catalogue is not in the old one, and is required.",
    because: "Every response that was valid lacks it. Clients that don't know it are not affected.",
    remedy: "Add it with `required: false`, and require it when every server sends it.",
    example: .new(
      """
      code: code
      title: title
      """, insteadOf: "code: code"))

  static let optionalFieldAdded = addition(
    is: "An optional field is new.",
    when: "A field of the new catalogue is not in the old one, and has `required: false`.",
    because: "Responses without it are still valid, and clients that don't know it ignore it.",
    example: .new(
      """
      code: code
      title: {name: title, required: false}
      """, insteadOf: "code: code"))

  static let fieldWidened = addition(
    is: "More values of a field are valid.",
    when: "`max_length` is higher or gone, or `pattern` is gone.",
    because: "Every value that was valid still is, and generated types have no limits of their own.",
    example: .new("description: {name: message, max_length: 80}", insteadOf: "description: {name: message"))

  static let exampleChanged = documentation(
    is: "A field has another example.",
    when: "The `example` of a field is another one, or is new or gone.",
    because: "Examples are for readers.",
    example: .new(
      "reference: {name: trace, example: T1, required: false, pattern: '^T[0-9]+$'}", insteadOf: "reference:"))
}
