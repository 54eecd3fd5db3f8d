import Foundation

/// An access token and the sequence of endpoints that it may be used for: `credentials/list`, `credentials/authorize`,
/// `signatures/signHash`. Each step requires the result of the previous one, so they cannot be called out of order.
///
/// The session is not copyable and `signHash` consumes it, so the compiler ensures that no token is used for signing twice.
struct SigningSession: ~Copyable {
  private let token: String
  private let service: BankIDService

  init(token: String, service: BankIDService) {
    self.token = token
    self.service = service
  }

  /// The user's first credential.
  func credential() async throws -> CredentialID {
    let list: CredentialList = try await service.post(CredentialListRequest(), to: "/credentials/list", token: token)
    guard let first = list.credentialIDs.first else { throw SigningError.noCredential }
    return CredentialID(text: first)
  }

  /// Authorizes signing `hashes`.
  func authorize(_ credential: CredentialID, for hashes: [Data]) async throws -> ActivationData {
    let request = AuthorizeRequest(credentialID: credential.text, numSignatures: hashes.count, hashes: hashes)
    let response: AuthorizeResponse = try await service.post(request, to: "/credentials/authorize", token: token)
    return ActivationData(text: response.activationData, credential: credential)
  }

  /// Signs `hashes`, and returns the signatures in the same order.
  consuming func signHash(_ hashes: [Data], with activation: ActivationData) async throws -> [Data] {
    let request = SignRequest(credentialID: activation.credential.text, activationData: activation.text, hashes: hashes)
    let response: SignResponse = try await service.post(request, to: "/signatures/signHash", token: token)
    return response.signatures
  }
}

/// The identifier of a credential, from `credentials/list`.
struct CredentialID {
  fileprivate let text: String
}

/// The authorization to sign, from `credentials/authorize`.
struct ActivationData {
  fileprivate let text: String
  fileprivate let credential: CredentialID
}

// The request and response bodies.

private struct CredentialListRequest: Encodable {}

private struct CredentialList: Decodable {
  let credentialIDs: [String]
}

private struct AuthorizeRequest: Encodable {
  let credentialID: String
  let numSignatures: Int
  let hashes: [Data]
}

private struct AuthorizeResponse: Decodable {
  let activationData: String

  enum CodingKeys: String, CodingKey {
    case activationData = "SAD"
  }
}

private struct SignRequest: Encodable {
  let credentialID: String
  let activationData: String
  let hashes: [Data]

  enum CodingKeys: String, CodingKey {
    case credentialID
    case activationData = "SAD"
    case hashes
  }
}

private struct SignResponse: Decodable {
  let signatures: [Data]
}
