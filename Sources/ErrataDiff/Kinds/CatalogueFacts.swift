// What is known of the changes of the catalogue itself and of texts.

extension ChangeFacts {
  static let catalogueRenamed = breaking(
    .source, .schema,
    is: "The catalogue has another name.",
    when: "The `name` of the catalogue changed.",
    because: "It is the namespace of the generated code, and part of file names and of the `$id` of each schema.",
    remedy: "Keep the `name`, and change the `title` if readers should see another name.",
    example: .new("name: Store", insteadOf: "name:"))

  static let baseChanged = breaking(
    .clients,
    is: "The API is served below another path.",
    when: "The `base` of the catalogue was changed, added or removed.",
    because: "Endpoints are relative to it, and clients call them below the old one.",
    remedy: "Serve the API at both paths, and change `base` in a major version.",
    example: .new(
      """
      version: 1.2.0
      base: /v2
      """, insteadOf: "version:"))

  static let titleChanged = documentation(
    is: "A title changed.",
    when: "The `title` of the catalogue, a category or a surface changed.",
    because: "Titles are for people.",
    example: .new("title: Orders and carts", insteadOf: "title: Orders"))

  static let descriptionChanged = documentation(
    is: "A description changed.",
    when: "The `description` of the catalogue or of an error changed.",
    because: """
      The API sends the description of an error, but to people. Programs distinguish errors by code, and neither generated types \
      nor schemas compare the text.
      """,
    example: .new("not_found: {status: 404, description: There is no such order}", insteadOf: "not_found:"))

  static let guidanceChanged = documentation(
    is: "Guidance changed.",
    when: "The `guidance` of a category or an error was changed, added or removed.",
    because: "Guidance is for people.",
    example: .new(
      "invalid_client: {status: 401, description: The client is unknown, guidance: Register the client}",
      insteadOf: "invalid_client:"))

  static let causesChanged = documentation(
    is: "The causes of an error changed.",
    when: "The `causes` of an error were changed, added or removed.",
    because: "They tell people why an error may happen.",
    example: .new(
      "cart_full: {status: 409, endpoints: [/carts], description: The cart is full, causes: It has 100 items}",
      insteadOf: "cart_full:"))

  static let documentationLinkChanged = documentation(
    is: "The documentation is published at another address.",
    when: "The `documentation` of the catalogue was changed, added or removed.",
    because: "Links are for people.",
    example: .new("documentation: https://shop.example/docs", insteadOf: "documentation:"))

  static let supportChanged = documentation(
    is: "The advice on whom to contact changed.",
    when: "The `support` of the catalogue was changed, added or removed.",
    because: "Support is for people.",
    example: .new(
      """
      version: 1.2.0
      support: Write to help@shop.example
      """, insteadOf: "version:"))
}
