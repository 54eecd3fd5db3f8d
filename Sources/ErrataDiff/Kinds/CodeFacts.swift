// What is known of the changes of codes.

extension ChangeFacts {
  static let codeRemoved = breaking(
    .source, .clients, .schema,
    is: "A code is gone without being retired.",
    when: "A code of the old catalogue is neither under `errors` nor under `retired` of its surface.",
    because: """
      Source that names the code does not compile, clients no longer find out what they handled, the strict schema rejects the \
      code, and nothing keeps it from coming back with another meaning.
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
      The API no longer sends the code, so running clients notice nothing; but generated types no longer have its name, so source \
      that uses it does not compile.
      """,
    remedy: "Deprecate a code before you retire it, and retire it in a major version.",
    example: .old(by: "/retired:/d; s/gone: .*/gone: {status: 410, description: The order was deleted}/"))

  static let codeRenamed = breaking(
    .source, .clients, .schema,
    is: "A code is sent under another name.",
    when: """
      A code is gone, and one with the same meaning was added to the surface: with the same statuses, category, recovery and \
      description, or with the same words.
      """,
    because: """
      Clients compare codes letter for letter: they no longer recognize the error. Source that uses the old name does not compile, \
      and the strict schema of before rejects the new code.
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
    is: "A retired code is forgotten.",
    when: "A code that the old catalogue has under `retired` is not in the new one.",
    because: """
      Nothing keeps the code from coming back with another meaning, while clients may still know the old one. \
      Pages and findings no longer name its replacement either.
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
    because: "Source that uses the old identifier does not compile. On the wire, nothing changes.",
    remedy: "Restore the old `name`, or wait for the next major version.",
    example: .new(
      "busy: {name: overloaded, status: 503, recovery: retry_later, description: Try again later}", insteadOf: "busy:"))

  static let statusChanged = breaking(
    .clients, .schema,
    is: "An error has another HTTP status.",
    when: "One or more statuses of an error have been replaced by others.",
    because: """
      Clients and proxies choose by status what to do before they read the body, and some clients never read it; the exchange \
      schema rejects the old status.
      """,
    remedy: "Add the new status to the list, and keep the old one for as long as the API may send it.",
    example: .new("not_found: {status: 410, description: The order does not exist}", insteadOf: "not_found:"))

  static let statusRemoved = breaking(
    .clients, .schema,
    is: "An error no longer documents a status.",
    when: "An error has fewer statuses than before, or none.",
    because: """
      Clients can no longer rely on the status that the catalogue promised, and the exchange schema rejects one that is gone from \
      the list.
      """,
    remedy: "Keep the status for as long as the API may send it.",
    example: .old("not_found: {status: [404, 410], description: The order does not exist}", insteadOf: "not_found:"))

  static let codeEndpointRemoved = breaking(
    .schema,
    is: "An error is documented for fewer endpoints.",
    when: "The `endpoints` of an error no longer cover one where it could occur before.",
    because: """
      A response with the code from that endpoint is now a `wrong-endpoint`. Clients are not affected: they read the code wherever \
      it comes from.
      """,
    remedy: "Keep the endpoint for as long as the API may send the code there.",
    example: .new(
      "busy: {status: 503, endpoints: [/orders/*], recovery: retry_later, description: Try again later}",
      insteadOf: "busy:"))

  static let codeAdded = addition(
    is: "A code is new.",
    when: "An error of the new catalogue is not in the old one.",
    because: """
      Generated types read an unknown code as unrecognized and the tolerant schema accepts it, so clients keep working. The strict \
      schema is for servers, which get the new one with the code. A `switch` over the codes needs a `default`, as the generated \
      types say.
      """,
    example: .new(
      """
      busy: {status: 503, recovery: retry_later, description: Try again later}
      too_slow: {status: 504, description: The server took too long}
      """, insteadOf: "busy:"))

  static let codeDeprecated = addition(
    is: "A code is deprecated.",
    when: "An error has the key `deprecated`, and did not have it before.",
    because: "The code keeps working. Compilers warn about it, so that developers can prepare.",
    example: .new(
      "cart_full: {status: 409, endpoints: [/carts], description: The cart is full, deprecated: {since: 1.2.0}}",
      insteadOf: "cart_full:"))

  static let deprecationRemoved = addition(
    is: "A code is no longer deprecated.",
    when: "An error no longer has the key `deprecated`.",
    because: "Using the code is fine again: a promise is added, and none is broken.",
    example: .old(
      "cart_full: {status: 409, endpoints: [/carts], description: The cart is full, deprecated: {since: 1.2.0}}",
      insteadOf: "cart_full:"))

  static let statusAdded = addition(
    is: "An error documents another status.",
    when: "An error has more statuses than before, or has one for the first time.",
    because: """
      The statuses of before are still valid. A client that chooses by status alone sees the new one as any other of its class \
      (RFC 9110, section 15).
      """,
    example: .new("not_found: {status: [404, 410], description: The order does not exist}", insteadOf: "not_found:"))

  static let codeEndpointAdded = addition(
    is: "An error is documented for more endpoints.",
    when: "The `endpoints` of an error cover one where it could not occur before.",
    because: "At the new endpoint it is like a new code: clients read it as they do elsewhere.",
    example: .new("cart_full: {status: 409, description: The cart is full}", insteadOf: "cart_full:"))

  static let usualStatusChanged = documentation(
    is: "Another status of an error is the most common one.",
    when: "The list of statuses begins with another one, and has the same statuses as before.",
    because: "The same statuses can come as before. Only the default of a server that creates errors is another one.",
    example: .edited(
      "not_found: {status: [404, 410], description: The order does not exist}", insteadOf: "not_found:",
      by: "s/404, 410/410, 404/"))

  static let codeCategoryChanged = documentation(
    is: "An error is in another category.",
    when: "The `category` of an error is another one, or is new or gone.",
    because: """
      What a program can do about an error is its recovery, and a recovery that changes with the category is a change of its own. \
      The category says where readers find the error.
      """,
    example: .new(
      "cart_full: {status: 409, category: stock, endpoints: [/carts], description: The cart is full}",
      insteadOf: "cart_full:"))

  static let historyChanged = documentation(
    is: "The history of a code has changed.",
    when: """
      `since`, or the `since`, `replacement` or `note` of a deprecated or retired code, is another one; or a code is listed as \
      retired that the old catalogue did not have.
      """,
    because: "The history tells readers what to use instead. It doesn't change what the API sends.",
    example: .new("gone: {since: 1.0.0, replacement: not_found}", insteadOf: "gone:"))
}
