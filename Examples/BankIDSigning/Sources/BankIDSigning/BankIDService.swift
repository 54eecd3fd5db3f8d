import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// BankID's API over HTTP. An answer of success is decoded; everything else is thrown as the error that it names.
struct BankIDService: Sendable {
  let address: URL
  let session: URLSession

  /// Sends JSON, with an access token.
  /// - Throws: the `CSCError` that BankID answered; `URLError`; `SigningProblem.unreadableAnswer`.
  func post<Answer: Decodable>(_ body: some Encodable, to path: String, token: String) async throws -> Answer {
    var request = URLRequest(url: address.appending(path: path))
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization")
    request.httpBody = try JSONEncoder().encode(body)
    return try await answer(to: request, at: path)
  }

  /// Sends a form.
  /// - Throws: the `OAuthTokenError` that BankID answered; `URLError`; `SigningProblem.unreadableAnswer`.
  func post<Answer: Decodable>(form: [(name: String, value: String)], to path: String) async throws -> Answer {
    var request = URLRequest(url: address.appending(path: path))
    request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
    request.httpBody = Data(formEncoded(form).utf8)
    return try await answer(to: request, at: path)
  }

  private func answer<Answer: Decodable>(to request: URLRequest, at path: String) async throws -> Answer {
    var request = request
    request.httpMethod = "POST"
    let (body, response) = try await session.data(for: request)
    guard let response = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
    guard 200..<300 ~= response.statusCode else {
      throw BankIDCSC.error(path: path, status: response.statusCode, headers: response.headers, body: body)
    }
    do {
      return try JSONDecoder().decode(Answer.self, from: body)
    } catch {
      throw SigningProblem.unreadableAnswer(path: path)
    }
  }
}

extension HTTPURLResponse {
  fileprivate var headers: [String: String] {
    allHeaderFields.reduce(into: [:]) { headers, field in headers["\(field.key)"] = "\(field.value)" }
  }
}

/// Names and values as a form or a query has them.
func formEncoded(_ fields: [(name: String, value: String)]) -> String {
  let plain = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
  func encoded(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: plain) ?? "" }
  return fields.map { "\(encoded($0.name))=\(encoded($0.value))" }.joined(separator: "&")
}
