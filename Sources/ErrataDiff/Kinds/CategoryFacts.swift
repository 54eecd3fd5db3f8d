// What is known of the changes of recoveries and categories.

extension ChangeFacts {
  static let retryRemoved = breaking(
    .clients,
    is: "A recovery was `retry_later` and no longer is.",
    when: """
      The recovery of an error or of a status was `retry_later`, and is now another one or unspecified. If errors inherit it from \
      their category, it is one change of the category, which names them.
      """,
    because: """
      `retry_later` is the only recovery that a program can act on without new input. Running clients go on sending the request \
      again, and now in vain.
      """,
    remedy: "Keep the recovery, or give the errors that need another one a new code.",
    example: .new("busy: {status: 503, description: Try again later}", insteadOf: "busy:"))

  static let recoveryAdded = addition(
    is: "An error has a recovery for the first time, or can be retried.",
    when: "The recovery of an error, a category or a status was unspecified, or is now `retry_later`.",
    because: "Programs can do more than before. Running clients do what they did.",
    example: .new(
      "cart_full: {status: 409, recovery: correct_request, endpoints: [/carts], description: The cart is full}",
      insteadOf: "cart_full:"))

  static let recoveryChanged = documentation(
    is: "A recovery other than `retry_later` has changed.",
    when: """
      A recovery other than `retry_later` was changed or removed. So was any recovery of a category, if no code inherits it.
      """,
    because: """
      A running client that follows the old advice fails as it would have without the change. The new recovery is a \
      correction of the documentation.
      """,
    example: .old(
      "cart_full: {status: 409, recovery: correct_request, endpoints: [/carts], description: The cart is full}",
      insteadOf: "cart_full:"))

  static let categoryRemoved = breaking(
    .source,
    is: "A category is gone.",
    when: "A category of the old catalogue is not in the new one.",
    because: "Generated types no longer have its name, so source that uses it no longer compiles.",
    remedy: "Keep the category, even without errors, until the next major version.",
    example: .old(
      """
      categories:
        payment: {title: Payment}
      """, insteadOf: "categories:"))

  static let categoryRenamed = breaking(
    .source,
    is: "A category has another key.",
    when: "A category is gone, and another one with the same title, recovery and guidance is new.",
    because: "Generated types have another name for it, so source that uses the old one no longer compiles.",
    remedy: "Keep the key, and change the `title` if readers should see another name.",
    example: .new(by: "s/stock: {/supply: {/; s/category: stock/category: supply/"))

  static let categoryAdded = addition(
    is: "A category is new.",
    when: "A category of the new catalogue is not in the old one.",
    because: "Everything that was there is still there.",
    example: .new(
      """
      categories:
        payment: {title: Payment}  # errata: allow unused-category
      """, insteadOf: "categories:"))
}
