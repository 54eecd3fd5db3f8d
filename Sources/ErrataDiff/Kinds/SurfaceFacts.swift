// What is known of the changes of surfaces and their endpoints.

extension ChangeFacts {
  static let surfaceRemoved = breaking(
    .source, .clients, .schema,
    is: "A surface is gone.",
    when: "A surface of the old catalogue is not in the new one.",
    because: "Its types and schemas are gone, and the catalogue promises nothing about the errors of its endpoints.",
    remedy: "Keep the surface for as long as the API has its endpoints.",
    example: .old(uploads(), insteadOf: "surfaces:"))

  static let surfaceRenamed = breaking(
    .schema,
    is: "A surface has another key.",
    when: "A surface is gone, and another one with the same endpoints is new.",
    because: """
      The file names of its schemas, their `$id` and the links to its codes change. If the surface has no `type`, its types are \
      renamed too, which is reported separately.
      """,
    remedy: "Keep the key, and change the `title` if readers should see another name.",
    example: .old(
      """
      files:
        type: Downloads
      """, insteadOf: "downloads:"))

  static let typeChanged = breaking(
    .source,
    is: "The types of a surface have another name.",
    when: "The prefix of the generated types, which is the `type` of the surface or derived from its key, changed.",
    because: "Source that uses the old names no longer compiles.",
    remedy: "Write the old prefix as the surface's `type`.",
    example: .new(
      """
      title: Orders
      type: Order
      """, insteadOf: "title: Orders"))

  static let endpointRemoved = breaking(
    .clients,
    is: "An endpoint is gone.",
    when: "An endpoint of the surface is gone, and no other one covers it.",
    because: "Clients that call the endpoint can no longer rely on the errors that the catalogue promised there.",
    remedy: "Keep the endpoint for as long as the API has it.",
    example: .new("endpoints: [/carts]", insteadOf: "endpoints: [/orders"))

  static let surfaceAdded = addition(
    is: "A surface is new.",
    when: "A surface of the new catalogue is not in the old one.",
    because: "Everything that was there is still there.",
    example: .new(uploads(), insteadOf: "surfaces:"))

  static let endpointAdded = addition(
    is: "An endpoint is new.",
    when: "The surface has a new endpoint, and no old one covers it.",
    because: "Clients that do not know the endpoint do not call it.",
    example: .new("endpoints: [/token, /revoke]", insteadOf: "endpoints: [/token"))

  static let endpointRewritten = documentation(
    is: "The endpoints are written differently.",
    when:
      "An endpoint of a surface or of an error was added or removed, but another one covers it, as `/orders/*` covers `/orders/list`.",
    because: "The surface, or the error, has the same paths and methods as before.",
    example: .new("endpoints: [/token, POST /token]", insteadOf: "endpoints: [/token"))
}
