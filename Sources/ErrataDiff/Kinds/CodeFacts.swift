// What is known of the changes of codes.

extension ChangeFacts {
  static let codeRemoved = breaking(
    .source, .clients, .schema,
    is: "A code is gone without being retired.",
    when: "A code of the old catalogue is neither under `errors` nor under `retired` of its surface.",
    because: """
      Source that names the code no longer compiles, clients may wait for an error that never comes, the strict schema rejects \
      the code, and nothing prevents it from coming back with another meaning.
      """,
    remedy: """
      Keep the code, and mark it as `deprecated`. When the API has stopped sending it, move it to `retired`, in the next major \
      version.
      """,
    example: .old(
      """
      busy: {status: 503, recovery: retry_later, description: Try again later}
      too_slow: {status: 504, description: The server took too long}
      """, insteadOf: "busy:"))

  static let codeRetired = breaking(
    .source,
    is: "A code is retired.",
    when: "A code of the old catalogue has moved from `errors` to `retired` of its surface.",
    because: """
      The API no longer sends the code, so running clients notice nothing. But generated types no longer have its name, so source \
      that uses it no longer compiles.
      """,
    remedy: "Deprecate a code before you retire it, and retire it in a major version.",
    example: .old(by: "/retired:/d; s/gone: .*/gone: {status: 410, description: The order was deleted}/"))

  static let codeRenamed = breaking(
    .source, .clients, .schema,
    is: "A code was renamed.",
    when: """
      A code is gone, and one with the same meaning was added to the surface: with the same statuses, category, recovery and \
      description, or with the same words.
      """,
    because: """
      Running clients don't know the new code. Source that uses the old name no longer compiles, and the new strict schema \
      rejects the old code.
      """,
    remedy: "Keep the old code if you can. Otherwise add it to `retired`, with the new code as its `replacement`.",
    example: .new(
      "cart_is_full: {status: 409, endpoints: [/carts], description: The cart is full}", insteadOf: "cart_full:"))

  static let codeReused = breaking(
    .clients,
    is: "A retired code is back in use.",
    when: "A code that the old catalogue has under `retired` is under `errors` of the same surface.",
    because: "Clients that still know the code act on its old meaning.",
    remedy: "Give the error another code, and leave the old one under `retired`.",
    example: .new(by: "/retired:/d; s/gone: .*/gone: {status: 410, description: The order was deleted}/"))

  static let retiredCodeRemoved = breaking(
    .clients,
    is: "A retired code is no longer listed.",
    when: "A code that the old catalogue has under `retired` is not in the new one.",
    because: """
      Nothing prevents the code from coming back with another meaning, while clients may still know the old one. The pages and \
      `errata validate` no longer name its replacement either.
      """,
    remedy: "Leave the code under `retired`, for as long as the API exists.",
    example: .old(
      """
      gone: {since: 1.1.0, replacement: not_found}
      lost: {since: 1.0.0}
      """, insteadOf: "gone:"))

  static let identifierChanged = breaking(
    .source,
    is: "A code has another identifier in generated code.",
    when: """
      The `name` of an error, or the code if it has none, yields another identifier in one of the languages. Other spellings of \
      the same words, such as `invalid_SAD` and `invalid SAD`, are no change.
      """,
    because: "Source that uses the old identifier no longer compiles. On the wire, nothing changes.",
    remedy: "Restore the old `name`, or wait for the next major version.",
    example: .new(
      "busy: {name: overloaded, status: 503, recovery: retry_later, description: Try again later}", insteadOf: "busy:"))

  static let statusChanged = breaking(
    .clients, .schema,
    is: "An error has another HTTP status.",
    when: "An error has lost at least one of its statuses and gained another.",
    because: """
      Many clients, and every proxy, decide by status before they read a body. The exchange schema rejects the old status.
      """,
    remedy: "Add the new status to the list, and keep the old one for as long as the API may send it.",
    example: .new("not_found: {status: 410, description: The order does not exist}", insteadOf: "not_found:"))

  static let statusRemoved = breaking(
    .clients, .schema,
    is: "An error no longer has one of its statuses.",
    when: "An error has lost some of its statuses, but not all, and gained none.",
    because: """
      Clients can no longer rely on the statuses that the catalogue promised, and the exchange schema rejects one that is no \
      longer in the list.
      """,
    remedy: "Keep the status for as long as the API may send it.",
    example: .old("not_found: {status: [404, 410], description: The order does not exist}", insteadOf: "not_found:"))

  static let statusUnspecified = breaking(
    .clients,
    is: "The status of an error is no longer specified.",
    when: "An error had at least one status, and has none.",
    because: """
      Clients can no longer rely on the statuses that the catalogue promised. The exchange schema accepts any status, so every \
      response that was valid still is.
      """,
    remedy: "Keep the statuses that the API may send.",
    example: .new(
      "not_found: {description: The order does not exist} # errata: allow missing-status", insteadOf: "not_found:"))

  static let codeEndpointRemoved = breaking(
    .schema,
    is: "An error is documented for fewer endpoints.",
    when: "The `endpoints` of an error no longer include one of the surface's endpoints where it could occur.",
    because: """
      `errata validate` now reports the code at that endpoint as `wrong-endpoint`. Clients are not affected, since they read the \
      code wherever it comes from.
      """,
    remedy: "Keep the endpoint for as long as the API may send the code there.",
    example: .new(
      "busy: {status: 503, endpoints: [/orders/*], recovery: retry_later, description: Try again later}",
      insteadOf: "busy:"))

  static let codeAdded = addition(
    is: "A code is new.",
    when: "An error of the new catalogue is not in the old one.",
    because: """
      Clients read a code that they don't know as unrecognized, and the tolerant schema accepts it. The strict schema is for \
      servers, which are updated together with it. In Swift, a `switch` over the codes without a `default` must handle the new \
      case, which is why the documentation asks for a `default`.
      """,
    example: .new(
      """
      busy: {status: 503, recovery: retry_later, description: Try again later}
      too_slow: {status: 504, description: The server took too long}
      """, insteadOf: "busy:"))

  static let codeDeprecated = addition(
    is: "A code is deprecated.",
    when: "An error has a new key `deprecated`.",
    because: "The code works as before. Compilers warn those who use it, so that they can prepare.",
    example: .new(
      "cart_full: {status: 409, endpoints: [/carts], description: The cart is full, deprecated: {since: 1.2.0}}",
      insteadOf: "cart_full:"))

  static let deprecationRemoved = addition(
    is: "A code is no longer deprecated.",
    when: "An error no longer has the key `deprecated`.",
    because: "The code may be used again: a promise is made, and none is broken.",
    example: .old(
      "cart_full: {status: 409, endpoints: [/carts], description: The cart is full, deprecated: {since: 1.2.0}}",
      insteadOf: "cart_full:"))

  static let statusAdded = addition(
    is: "An error documents another status.",
    when: "An error had at least one status, has gained another, and lost none.",
    because: """
      What was valid still is. A client that does not know a status treats it like the first of its class, such as 400 (RFC \
      9110, section 15).
      """,
    example: .new("not_found: {status: [404, 410], description: The order does not exist}", insteadOf: "not_found:"))

  static let statusSpecified = addition(
    is: "The status of an error is specified for the first time.",
    when: "An error had no status, and has at least one.",
    because: """
      Clients had to expect any status, and now know which ones. The exchange schema, which accepted any status too, now rejects \
      others: it finds out whether the list is complete, while the API sends what it did.
      """,
    remedy: """
      List every status that the API sends with the code, and increase the minor number of `version`, or below 1.0.0 the patch \
      number.
      """,
    example: .old("not_found: {description: The order does not exist}", insteadOf: "not_found:"))

  static let codeEndpointAdded = addition(
    is: "An error is documented for more endpoints.",
    when: "The `endpoints` of an error include one of the surface's endpoints where it could not occur.",
    because: "At that endpoint, it is like a new code, which clients already know from the others.",
    example: .new("cart_full: {status: 409, description: The cart is full}", insteadOf: "cart_full:"))

  static let usualStatusChanged = documentation(
    is: "Another status of an error is now the most common.",
    when: "The statuses of an error are the same, but the list begins with another one.",
    because:
      "Clients must expect the same statuses as before. Only the default status of an error that a server creates is different.",
    example: .edited(
      "not_found: {status: [404, 410], description: The order does not exist}", insteadOf: "not_found:",
      by: "s/404, 410/410, 404/"))

  static let codeCategoryChanged = documentation(
    is: "An error is in another category.",
    when: "The `category` of an error was changed, added or removed.",
    because: """
      Programs act on the recovery of an error. If it changes together with the category, that is reported separately. The category \
      itself groups errors for readers.
      """,
    example: .new(
      "cart_full: {status: 409, category: stock, endpoints: [/carts], description: The cart is full}",
      insteadOf: "cart_full:"))

  static let historyChanged = documentation(
    is: "The history of a code has changed.",
    when: """
      The `since` of an error was changed, added or removed; the `since`, `replacement` or `note` of a deprecated or retired code \
      was; or a code is listed as retired that the old catalogue did not have.
      """,
    because: "It tells readers what to use since when, and does not change what the API sends.",
    example: .new("gone: {since: 1.0.0, replacement: not_found}", insteadOf: "gone:"))
}
