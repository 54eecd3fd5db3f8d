import ErrataCatalog

/// A small catalogue to start from, with a comment wherever a reader needs one.
package let starterCatalogue = """
  # The errors of an API: replace these examples, check them with `errata check`, and write the outputs with `errata generate`.
  errata: \(Catalog.formatVersion)  # the version of this format
  name: Shop  # the namespace of the generated code, in UpperCamelCase
  title: Shop API
  version: 0.1.0  # the version of the content: raise it whenever you publish a change
  support: Contact the team of the shop, and state the `request_id` of the response.

  # Errors that are handled in the same way.
  categories:
    request:
      title: Invalid request
      recovery: correct_request  # what a program can do
      guidance: Correct what the description names, then send the request again.
    availability:
      title: Temporarily unavailable
      recovery: retry_later
      guidance: Wait a moment, then send the same request again.

  # Endpoints that report errors in the same way.
  surfaces:
    api:
      title: API
      type: API  # the prefix of the generated types
      endpoints: [/*]  # or some of them, as in [/orders/*, POST /carts]
      response:
        carrier: json  # the errors are in JSON bodies
        fields:  # the purpose of a member, and its name
          code: code
          description: message
          reference: {name: request_id, required: false}
      statuses:
        5xx: {recovery: retry_later}  # for responses without a known code
      errors:
        quantity_invalid:  # the code as the API sends it
          status: 400
          category: request
          description: The quantity is not a positive number
        order_not_found:
          status: 404
          category: request
          description: The order does not exist
        shop_closed:
          status: 503
          category: availability
          description: The shop is closed for maintenance

  """
