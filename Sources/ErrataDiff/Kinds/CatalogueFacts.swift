// What is known of the changes of the catalogue itself and of texts.

extension ChangeFacts {
  static let catalogueRenamed = breaking(
    .source, .schema,
    is: "The catalogue has another name.",
    when: "The `name` of the catalogue is another one.",
    because: "It is the namespace of generated code, and part of the names of files and of the `$id` of each schema.",
    remedy: "Keep the `name`, and change the `title` if readers should see another one.",
    example: .new("name: Store", insteadOf: "name:"))

  static let baseChanged = breaking(
    .clients,
    is: "The API is served below another path.",
    when: "The `base` of the catalogue is another one, or is new or gone.",
    because: "Endpoints are relative to it: clients call the paths below the old one.",
    remedy: "Serve the API at both paths, and change `base` in a major version.",
    example: .new(
      """
      version: 1.2.0
      base: /v2
      """, insteadOf: "version:"))

  static let titleChanged = documentation(
    is: "A title has changed.",
    when: "The `title` of the catalogue, a category or a surface is another one.",
    because: "Titles are for readers.",
    example: .new("title: Orders and carts", insteadOf: "title: Orders"))

  static let descriptionChanged = documentation(
    is: "A description has changed.",
    when: "The `description` of the catalogue or of an error is another one.",
    because: """
      The description of an error is what the API sends, but for people: programs tell errors apart by code, and neither generated \
      types nor schemas compare the text.
      """,
    example: .new("not_found: {status: 404, description: There is no such order}", insteadOf: "not_found:"))

  static let guidanceChanged = documentation(
    is: "A guidance has changed.",
    when: "The `guidance` of a category or an error is another one, or is new or gone.",
    because: "Guidance is for people.",
    example: .new(
      "cart_full: {status: 409, endpoints: [/carts], description: The cart is full, guidance: Remove an item}",
      insteadOf: "cart_full:"))

  static let documentationLinkChanged = documentation(
    is: "The documentation is published at another address.",
    when: "The `documentation` of the catalogue is another one, or is new or gone.",
    because: "Links are for readers. No program depends on them.",
    example: .new("documentation: https://shop.example/docs", insteadOf: "documentation:"))

  static let supportChanged = documentation(
    is: "There is someone else to contact.",
    when: "The `support` of the catalogue is another text, or is new or gone.",
    because: "It is for people.",
    example: .new(
      """
      version: 1.2.0
      support: Write to help@shop.example
      """, insteadOf: "version:"))
}
