import Foundation

/// An access token on its one way through BankID's endpoints: `credentials/list`, `credentials/authorize`,
/// `signatures/signHash`. Each step needs what the one before has answered, so they cannot be taken out of order.
///
/// The session cannot be copied and `signHash` consumes it: the compiler sees to it that no token is used for signing twice.
struct SigningSession: ~Copyable {
  private let token: String
  private let service: BankIDService

  init(token: String, service: BankIDService) {
    self.token = token
    self.service = service
  }

  /// What the user may sign with: the first credential.
  func credential() async throws -> CredentialID {
    let list: CredentialList = try await service.post(CredentialListRequest(), to: "/credentials/list", token: token)
    guard let first = list.credentialIDs.first else { throw SigningProblem.noCredential }
    return CredentialID(text: first)
  }

  /// The user's consent to sign `hashes`.
  func authorize(_ credential: CredentialID, for hashes: [Data]) async throws -> ActivationData {
    let request = AuthorizeRequest(credentialID: credential.text, numSignatures: hashes.count, hashes: hashes)
    let answer: AuthorizeAnswer = try await service.post(request, to: "/credentials/authorize", token: token)
    return ActivationData(text: answer.activationData, credential: credential)
  }

  /// The signatures of `hashes`, in their order.
  consuming func signHash(_ hashes: [Data], with activation: ActivationData) async throws -> [Data] {
    let request = SignRequest(credentialID: activation.credential.text, activationData: activation.text, hashes: hashes)
    let answer: SignAnswer = try await service.post(request, to: "/signatures/signHash", token: token)
    return answer.signatures
  }
}

/// What the user signs with. Only `credentials/list` knows one.
struct CredentialID {
  fileprivate let text: String
}

/// The user's consent, which `credentials/authorize` answers with.
struct ActivationData {
  fileprivate let text: String
  fileprivate let credential: CredentialID
}

// The bodies as they are on the wire.

private struct CredentialListRequest: Encodable {}

private struct CredentialList: Decodable {
  let credentialIDs: [String]
}

private struct AuthorizeRequest: Encodable {
  let credentialID: String
  let numSignatures: Int
  let hashes: [Data]
}

private struct AuthorizeAnswer: Decodable {
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

private struct SignAnswer: Decodable {
  let signatures: [Data]
}
