// What is known of the changes of fields and details.

extension ChangeFacts {
  static let fieldRemoved = breaking(
    .source, .clients,
    is: "A field or a detail is gone.",
    when: "A role under `fields`, or a name under `details`, of the old catalogue is not in the new one.",
    because: "Generated types no longer have its property, and running clients no longer find its value.",
    remedy: "Keep the field, with `required: false`, for as long as some responses may have it.",
    example: .old(
      """
      code: code
      title: {name: title, required: false}
      """, insteadOf: "code: code"))

  static let fieldMoved = breaking(
    .clients, .schema,
    is: "A field has another name on the wire, or another place.",
    when: "The `name`, `at`, `header` or `from` of a field changed, or the order of its places.",
    because: "Clients look for the value in the old place, and the schemas require or check it in the new one.",
    remedy: "Write a list with the new and the old place, for as long as responses may have the old one.",
    example: .new("reference: {name: trace_id, required: false, pattern: '^T[0-9]+$'}", insteadOf: "reference:"))

  static let fieldTypeChanged = breaking(
    .source, .clients, .schema,
    is: "A field has another type.",
    when: "The `type` of a field changed in one of its places.",
    because: """
      A value of the old type is no longer valid, and clients may not be able to read one of the new type. In generated code, \
      details and codes have the type of the catalogue.
      """,
    remedy: "Send the new value under another name, as a detail of its own.",
    example: .edited(
      uploads("details: {limit: limit}, "), insteadOf: "surfaces:",
      by: "s/limit: limit/limit: {name: limit, type: integer}/"))

  static let fieldExcerptChanged = breaking(
    .clients, .schema,
    is: "The value is another part of the text on the wire.",
    when: "The `prefix`, `until` or `after` of a field was changed, added or removed.",
    because:
      "Clients cut the value out of the text as before, so they find another one, such as a code that they do not know.",
    remedy: "Keep the form of the value, or send the new one under another name.",
    example: .new(
      "reference: {name: trace, until: '-', required: false, pattern: '^T[0-9]+$'}", insteadOf: "reference:"))

  static let fieldPlaceAdded = breaking(
    .clients,
    is: "A field can be in one more place.",
    when: "A place was added to those of a field, and the others are the same.",
    because: "Clients do not look there. If the value is only in the new place, they find none.",
    remedy: "Send the value in the old place too.",
    example: .new(
      "reference: [{name: trace, required: false, pattern: '^T[0-9]+$'}, {header: x-trace}]", insteadOf: "reference:"))

  static let fieldPlaceRemoved = breaking(
    .schema,
    is: "A field can be in fewer places.",
    when: "A place was removed from those of a field, and the others are the same.",
    because: """
      A response with the value only there was valid, and now lacks the field. Clients are not affected, since they also look in \
      the other places.
      """,
    remedy: "Keep the place for as long as some responses may use it.",
    example: .old(
      "reference: [{name: trace, required: false, pattern: '^T[0-9]+$'}, {header: x-trace}]", insteadOf: "reference:"))

  static let fieldRequired = breaking(
    .schema,
    is: "An optional field is now required.",
    when: "A field had `required: false`, and now has not.",
    because: "A response without the field was valid, and now is not. Clients are not affected.",
    remedy: "Keep `required: false` until every server sends the field.",
    example: .new("description: error_description", insteadOf: "description: {name: error_description"))

  static let fieldOptional = breaking(
    .clients,
    is: "A required field is now optional.",
    when: "A field now has `required: false`.",
    because: """
      Running clients may rely on a value that every response had. Source still compiles, since the properties of generated types \
      are optional in any case, and all responses that were valid still are.
      """,
    remedy: "Keep sending the field.",
    example: .new(
      "description: {name: message, required: false, max_length: 40}", insteadOf: "description: {name: message"))

  static let fieldNarrowed = breaking(
    .schema,
    is: "Fewer values of a field are valid.",
    when: "`max_length` was lowered or added, or `pattern` was changed or added.",
    because: "A value that was valid may no longer be. Clients read it as before.",
    remedy: "Keep the old limit until all servers respect the new one.",
    example: .new("description: {name: message, max_length: 30}", insteadOf: "description: {name: message"))

  static let requiredFieldAdded = breaking(
    .schema,
    is: "There is a new required field.",
    when: "A field of the new catalogue is not in the old one, and is required.",
    because: "The responses that were valid lack it. Clients do not know it, and are not affected.",
    remedy: "Add it with `required: false`, and require it when every server sends it.",
    example: .new(
      """
      code: code
      title: title
      """, insteadOf: "code: code"))

  static let optionalFieldAdded = addition(
    is: "There is a new optional field.",
    when: "A field of the new catalogue is not in the old one, and has `required: false`.",
    because: "Responses without it are still valid, and clients ignore what they do not know.",
    example: .new(
      """
      code: code
      title: {name: title, required: false}
      """, insteadOf: "code: code"))

  static let fieldWidened = addition(
    is: "More values of a field are valid.",
    when: "`max_length` was raised or removed, or `pattern` was removed.",
    because: "All values that were valid still are, and generated types accept any value.",
    example: .new("description: {name: message, max_length: 80}", insteadOf: "description: {name: message"))

  static let exampleChanged = documentation(
    is: "A field has another example.",
    when: "The `example` of a field was changed, added or removed.",
    because: "Examples are for readers.",
    example: .new(
      "reference: {name: trace, example: T1, required: false, pattern: '^T[0-9]+$'}", insteadOf: "reference:"))
}
