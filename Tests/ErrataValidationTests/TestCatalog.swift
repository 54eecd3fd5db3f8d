import ErrataCatalog
import ErrataValidation
import TestSupport
import Testing

/// A catalogue with everything that rules check.
let everyRule = """
  errata: 1
  name: Everything
  title: Everything
  version: 1.2.0
  surfaces:
    shop:
      title: Shop
      endpoints: [/orders/*, /cart]
      response:
        carrier: json
        fields:
          code: code
          description: {name: message, required: true, max_length: 10}
          reference: {name: ref, required: false, pattern: "^R[0-9]+$"}
      errors:
        sold_out: {status: 409, description: Gone}
        busy: {status: [503, 429], description: Wait, recovery: retry_later}
        closed: {status: 410, description: Closed, recovery: contact_support}
        any_time: {description: No status}
        cart_full: {status: 409, description: Full, endpoints: [/cart]}
        old_way:
          status: 400
          description: Old
          deprecated: {since: 1.1.0, replacement: sold_out}
      retired:
        ancient: {since: 1.1.0, replacement: sold_out}
    token:
      title: Token
      endpoints: [/token]
      response:
        carrier: json
        protocol: oauth2
        fields:
          code: error
          description: {name: error_description, required: false}
          uri: {name: error_uri, required: false}
      errors:
        invalid_client: {status: 401, description: Who are you}
        invalid_grant: {status: 400, description: No}
    authorize:
      title: Authorize
      endpoints: [/authorize]
      response:
        carrier: query
        protocol: oauth2
        fields:
          code: error
          description: {name: error_description, required: true, max_length: 10}
          state: {name: state, required: false, pattern: "^[a-z]*$"}
      errors:
        access_denied: {description: No}
      retired:
        gone: {since: 1.0.0}
  """

/// A validator of that catalogue.
func validator(strict: Bool = false) throws -> Validator {
  Validator(try catalogue(everyRule), strict: strict)
}

extension Finding {
  /// `rule severity line:column pointer`
  var description: String {
    "\(rule.name) \(severity.rawValue) \(position.line):\(position.column) \(pointer ?? "-")"
  }
}
