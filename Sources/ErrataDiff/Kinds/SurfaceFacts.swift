// What is known of the changes of surfaces and their endpoints.

extension ChangeFacts {
  static let surfaceRemoved = breaking(
    .source, .clients, .schema,
    is: "A surface is gone.",
    when: "A surface of the old catalogue is not in the new one.",
    because: "Its types, its schemas and its page are gone, and nothing is promised about errors at its endpoints.",
    remedy: "Keep the surface for as long as the API has its endpoints.",
    example: .old(uploads(), insteadOf: "surfaces:"))

  static let surfaceRenamed = breaking(
    .schema,
    is: "A surface has another key.",
    when: "A surface is gone, and one with the same endpoints was added.",
    because: """
      The names of its schemas, their `$id` and the links to its codes are other ones. If the surface has no `type`, its types are \
      renamed too, which is a change of its own.
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
    when: "The `type` of a surface, or its key if it has none, yields another prefix of the generated types.",
    because: "Source that uses the old names does not compile.",
    remedy: "Write the old prefix as the surface's `type`.",
    example: .new(
      """
      title: Orders
      type: Order
      """, insteadOf: "title: Orders"))

  static let endpointRemoved = breaking(
    .clients,
    is: "An endpoint is gone.",
    when: "No endpoint of the surface covers one that it had before.",
    because: "Clients that still call the endpoint no longer get an error that they can read there.",
    remedy: "Keep the endpoint for as long as the API has it.",
    example: .new("endpoints: [/carts]", insteadOf: "endpoints: [/orders"))

  static let surfaceAdded = addition(
    is: "A surface is new.",
    when: "A surface of the new catalogue is not in the old one.",
    because: "Everything that was there is still there.",
    example: .new(uploads(), insteadOf: "surfaces:"))

  static let endpointAdded = addition(
    is: "An endpoint is new.",
    when: "The surface has an endpoint that none of its endpoints covered before.",
    because: "Clients that don't know the endpoint don't call it.",
    example: .new("endpoints: [/token, /revoke]", insteadOf: "endpoints: [/token"))

  static let endpointRewritten = documentation(
    is: "The endpoints are written in another way.",
    when: "An endpoint was added or removed, and another one covers it: `/orders/*` covers `/orders/list`.",
    because: "The same paths and methods belong to the surface, or to the error, as before.",
    example: .new("endpoints: [/token, POST /token]", insteadOf: "endpoints: [/token"))
}
