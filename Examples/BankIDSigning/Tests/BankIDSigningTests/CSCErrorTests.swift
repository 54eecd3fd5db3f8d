import BankIDSigning
import Foundation
import Testing

/// What the client does about an error.
enum Reaction {
  /// Sends the request again after a while; to sign, in a new session.
  case sendsAgain
  case beginsANewSession
  case asksToLogInAgain
  /// Nothing that a program could do: the error is thrown as it came.
  case throwsIt
}

/// Every code that BankID documents on its CSC endpoints, in BankID's order.
let cscCodes: [(code: String, status: Int, reaction: Reaction)] = [
  ("invalid_request", 400, .throwsIt),
  ("invalid_parameters", 400, .throwsIt),
  ("invalid_credential_id", 400, .throwsIt),
  ("invalid_sad", 400, .throwsIt),
  ("invalid_hash_algorithm", 400, .throwsIt),
  ("invalid_signature_format", 400, .throwsIt),
  ("hash_mismatch", 400, .throwsIt),
  ("document_too_large", 413, .throwsIt),
  ("token_already_used", 400, .beginsANewSession),
  ("authentication_required", 401, .asksToLogInAgain),
  ("invalid_token", 401, .asksToLogInAgain),
  ("insufficient_scope", 403, .throwsIt),
  ("credential_not_found", 404, .throwsIt),
  ("credential_locked", 403, .throwsIt),
  ("credential_expired", 403, .throwsIt),
  ("certificate_not_found", 404, .throwsIt),
  ("certificate_expired", 403, .throwsIt),
  ("certificate_revoked", 403, .throwsIt),
  ("certificate_creation_failed", 500, .throwsIt),
  ("signing_limit_exceeded", 403, .throwsIt),
  ("signature_validation_failed", 422, .throwsIt),
  ("unsupported_operation", 501, .throwsIt),
  ("csc_service_error", 500, .sendsAgain),
  ("csc_service_timeout", 500, .sendsAgain),
  ("csc_service_unavailable", 503, .sendsAgain),
  ("csc_user_keys_limit", 503, .sendsAgain),
  ("service_unavailable", 503, .sendsAgain),
  ("internal_error", 500, .throwsIt),
]

struct CSCErrorTests {
  @Test func theTableHasEveryCode() {
    #expect(cscCodes.map(\.code) == CSCErrorCode.known.map(\.rawValue))
    #expect(cscCodes.count == 28)
  }

  @Test(arguments: cscCodes, BankIDServer.order)
  func isReactedToByItsRecovery(
    _ row: (code: String, status: Int, reaction: Reaction), _ path: String
  ) async throws {
    try await withBankID(failing: [path: [.csc(row.code, row.status)]]) { world in
      let result = await Result { try await world.sign() }
      let tokens = await world.server.tokens(at: path)
      let reasons = await world.user.reasons
      let sleeps = world.clock.sleeps
      switch row.reaction {
      case .sendsAgain where path == "/signatures/signHash":
        #expect(try result.get() == World.signatures)
        #expect(tokens == ["token-1", "token-2"] && reasons == [.newSession, .newSession] && sleeps == [.seconds(1)])
      case .sendsAgain:
        #expect(try result.get() == World.signatures)
        #expect(tokens == ["token-1", "token-1"] && reasons == [.newSession] && sleeps == [.seconds(1)])
      case .beginsANewSession:
        #expect(try result.get() == World.signatures)
        #expect(tokens == ["token-1", "token-2"] && reasons == [.newSession, .newSession] && sleeps.isEmpty)
      case .asksToLogInAgain:
        #expect(try result.get() == World.signatures)
        #expect(tokens == ["token-1", "token-2"] && reasons == [.newSession, .logInAgain] && sleeps.isEmpty)
      case .throwsIt:
        let error = try #require(throws: CSCError.self) { try result.get() }
        #expect(error.code?.rawValue == row.code && error.status == row.status)
        #expect(error.message == "About \(row.code)" && error.reference == "REF-\(row.code)")
        for text in ["\(error)", error.localizedDescription] {
          #expect(text.contains("REF-\(row.code)"), "the reference is in what a person would copy")
        }
        #expect(tokens == ["token-1"] && reasons == [.newSession] && sleeps.isEmpty)
      }
    }
  }

  @Test func isCaughtByItsCode() async throws {
    try await withBankID(failing: ["/credentials/authorize": [.csc("credential_locked", 403)]]) { world in
      do {
        _ = try await world.sign()
        Issue.record("the credential is locked")
      } catch CSCError.code(.credentialLocked) {
        // As an app would, to say what it knows of the user's credential.
      }
    }
  }
}

extension Result where Failure == any Error {
  /// What `body` comes to.
  init(_ body: () async throws -> Success) async {
    do { self = .success(try await body()) } catch { self = .failure(error) }
  }
}
