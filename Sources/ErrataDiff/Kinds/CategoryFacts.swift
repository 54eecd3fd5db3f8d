// What is known of the changes of recoveries and categories.

extension ChangeFacts {
  static let retryRemoved = breaking(
    .clients,
    is: "A recovery was `retry_later` and no longer is.",
    when: """
      The recovery of an error, whether its own or its category's, or that of a status, was `retry_later` and is now another one \
      or unspecified. For a category it is one change, which names the codes that inherit the recovery.
      """,
    because: """
      `retry_later` is the one recovery that programs act on by themselves: those that are running repeat the request, and now in \
      vain.
      """,
    remedy: "Keep the recovery, or give the errors that need another one a new code.",
    example: .new("busy: {status: 503, description: Try again later}", insteadOf: "busy:"))

  static let recoveryAdded = addition(
    is: "An error has a recovery, or has become retryable.",
    when: "A recovery is specified where there was none, or is now `retry_later`.",
    because: "Programs can do more than before. Those that are running do what they did.",
    example: .new(
      "cart_full: {status: 409, recovery: correct_request, endpoints: [/carts], description: The cart is full}",
      insteadOf: "cart_full:"))

  static let recoveryChanged = documentation(
    is: "A recovery other than `retry_later` has changed.",
    when: """
      A recovery is another one or is no longer specified, and was not `retry_later` before. A recovery of a category that no code \
      inherits counts as this too.
      """,
    because: """
      No program repeats anything by itself for the old recovery, and a program that follows it ends with an error as before: the \
      new one is better advice.
      """,
    example: .old(
      "cart_full: {status: 409, recovery: correct_request, endpoints: [/carts], description: The cart is full}",
      insteadOf: "cart_full:"))

  static let categoryRemoved = breaking(
    .source,
    is: "A category is gone.",
    when: "A category of the old catalogue is not in the new one.",
    because: "Generated types no longer have its name, so source that uses it does not compile.",
    remedy: "Keep the category, even without errors, until the next major version.",
    example: .old(
      """
      categories:
        payment: {title: Payment}
      """, insteadOf: "categories:"))

  static let categoryRenamed = breaking(
    .source,
    is: "A category has another key.",
    when: "A category is gone, and one with the same title, recovery and guidance was added.",
    because: "Generated types have another name for it, so source that uses the old one does not compile.",
    remedy: "Keep the key, and change the `title` if readers should see another name.",
    example: .new(by: "s/stock: {/supply: {/; s/category: stock/category: supply/"))

  static let categoryAdded = addition(
    is: "A category is new.",
    when: "A category of the new catalogue is not in the old one.",
    because: "Everything that was there is still there.",
    example: .new(
      """
      categories:
        payment: {title: Payment}
      """, insteadOf: "categories:"))
}
