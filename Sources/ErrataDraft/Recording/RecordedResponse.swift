import ErrataText
import ErrataValidation
import Foundation

/// A response as it was recorded, with what is known of its request.
package struct RecordedResponse: Sendable {
  /// The path of the request, without query; nil if unknown.
  var path: String?
  /// nil if unknown.
  var status: Int?
  /// The headers that may say something about an error, with names in lower case.
  var headers: [String: String] = [:]
  /// The body; nil if it is empty or not JSON.
  var body: JSONValue?
  /// The URL that the user agent is sent to.
  var redirect: String?

  /// A response of which only the body is known.
  package init(body: JSONValue) {
    self.body = body
  }

  /// The response of an exchange whose headers have names in lower case.
  init(_ exchange: Exchange) {
    path = exchange.path.flatMap { $0.utf8.first == UInt8(ascii: "/") ? $0 : nil }
    status = exchange.status
    headers = exchange.headers ?? [:]
    body = JSONValue(json: exchange.body)
    let isRedirect = status.map { (300..<400).contains($0) } ?? true
    redirect = exchange.redirect ?? (isRedirect ? headers["location"] : nil)
  }

  /// The type and subtype of `Content-Type`, in lower case and at most 100 characters; nil if there is none.
  var mediaType: String? {
    headers["content-type"].map { value in
      let type = value.prefix(100).prefix { $0 != ";" && $0 != "," }
      return String(type).trimmingCharacters(in: .whitespaces).lowercased()
    }
  }
}
