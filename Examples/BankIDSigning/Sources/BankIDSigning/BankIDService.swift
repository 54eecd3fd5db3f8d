import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// BankID's API over HTTP. Successful responses are decoded; all others are thrown as errors.
struct BankIDService: Sendable {
  let address: URL
  let session: URLSession

  /// Sends JSON, with an access token.
  /// - Throws: `CSCError` from BankID; `URLError`; `SigningError.invalidResponse`.
  func post<Response: Decodable>(_ body: some Encodable, to path: String, token: String) async throws -> Response {
    var request = URLRequest(url: address.appending(path: path))
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization")
    request.httpBody = try JSONEncoder().encode(body)
    return try await send(request, to: path)
  }

  /// Sends a form.
  /// - Throws: `OAuthTokenError` from BankID; `URLError`; `SigningError.invalidResponse`.
  func post<Response: Decodable>(form: [(name: String, value: String)], to path: String) async throws -> Response {
    var request = URLRequest(url: address.appending(path: path))
    request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
    request.httpBody = Data(formEncoded(form).utf8)
    return try await send(request, to: path)
  }

  private func send<Response: Decodable>(_ request: URLRequest, to path: String) async throws -> Response {
    var request = request
    request.httpMethod = "POST"
    let (body, response) = try await session.data(for: request)
    guard let response = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
    guard 200..<300 ~= response.statusCode else {
      throw BankIDCSC.error(path: path, status: response.statusCode, headers: response.headers, body: body)
    }
    do {
      return try JSONDecoder().decode(Response.self, from: body)
    } catch {
      throw SigningError.invalidResponse(path: path)
    }
  }
}

extension HTTPURLResponse {
  fileprivate var headers: [String: String] {
    allHeaderFields.reduce(into: [:]) { headers, field in headers["\(field.key)"] = "\(field.value)" }
  }
}

/// Encodes names and values as `application/x-www-form-urlencoded`, for a form or a query.
func formEncoded(_ fields: [(name: String, value: String)]) -> String {
  let unreserved = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
  func encoded(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? "" }
  return fields.map { "\(encoded($0.name))=\(encoded($0.value))" }.joined(separator: "&")
}
