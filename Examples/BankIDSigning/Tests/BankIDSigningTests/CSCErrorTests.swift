import BankIDSigning
import Foundation
import Testing

/// How the client handles an error.
enum Handling {
  /// Sends the request again after a delay; in the case of `signHash`, in a new session.
  case retry
  case newSession
  case newLogIn
  /// Throws the error unchanged.
  case rethrow
}

/// Every code that BankID documents on its CSC endpoints, in BankID's order.
let cscCodes: [(code: String, status: Int, handling: Handling)] = [
  ("invalid_request", 400, .rethrow),
  ("invalid_parameters", 400, .rethrow),
  ("invalid_credential_id", 400, .rethrow),
  ("invalid_sad", 400, .rethrow),
  ("invalid_hash_algorithm", 400, .rethrow),
  ("invalid_signature_format", 400, .rethrow),
  ("hash_mismatch", 400, .rethrow),
  ("document_too_large", 413, .rethrow),
  ("token_already_used", 400, .newSession),
  ("authentication_required", 401, .newLogIn),
  ("invalid_token", 401, .newLogIn),
  ("insufficient_scope", 403, .rethrow),
  ("credential_not_found", 404, .rethrow),
  ("credential_locked", 403, .rethrow),
  ("credential_expired", 403, .rethrow),
  ("certificate_not_found", 404, .rethrow),
  ("certificate_expired", 403, .rethrow),
  ("certificate_revoked", 403, .rethrow),
  ("certificate_creation_failed", 500, .rethrow),
  ("signing_limit_exceeded", 403, .rethrow),
  ("signature_validation_failed", 422, .rethrow),
  ("unsupported_operation", 501, .rethrow),
  ("csc_service_error", 500, .retry),
  ("csc_service_timeout", 500, .retry),
  ("csc_service_unavailable", 503, .retry),
  ("csc_user_keys_limit", 503, .retry),
  ("service_unavailable", 503, .retry),
  ("internal_error", 500, .rethrow),
]

struct CSCErrorTests {
  @Test func theTableHasEveryCode() {
    #expect(cscCodes.map(\.code) == CSCErrorCode.known.map(\.rawValue))
    #expect(cscCodes.count == 28)
  }

  @Test(arguments: cscCodes, BankIDServer.order)
  func isHandledByItsRecovery(
    _ row: (code: String, status: Int, handling: Handling), _ path: String
  ) async throws {
    try await withBankID(failing: [path: [.csc(row.code, row.status)]]) { environment in
      let result = await Result { try await environment.sign() }
      let tokens = await environment.server.tokens(at: path)
      let reasons = await environment.user.reasons
      let sleeps = environment.clock.sleeps
      switch row.handling {
      case .retry where path == "/signatures/signHash":
        #expect(try result.get() == TestEnvironment.signatures)
        #expect(tokens == ["token-1", "token-2"] && reasons == [.newSession, .newSession] && sleeps == [.seconds(1)])
      case .retry:
        #expect(try result.get() == TestEnvironment.signatures)
        #expect(tokens == ["token-1", "token-1"] && reasons == [.newSession] && sleeps == [.seconds(1)])
      case .newSession:
        #expect(try result.get() == TestEnvironment.signatures)
        #expect(tokens == ["token-1", "token-2"] && reasons == [.newSession, .newSession] && sleeps.isEmpty)
      case .newLogIn:
        #expect(try result.get() == TestEnvironment.signatures)
        #expect(tokens == ["token-1", "token-2"] && reasons == [.newSession, .logInAgain] && sleeps.isEmpty)
      case .rethrow:
        let error = try #require(throws: CSCError.self) { try result.get() }
        #expect(error.code?.rawValue == row.code && error.status == row.status)
        #expect(error.message == "About \(row.code)" && error.reference == "REF-\(row.code)")
        for text in ["\(error)", error.localizedDescription] {
          #expect(text.contains("REF-\(row.code)"), "the message includes the reference")
        }
        #expect(tokens == ["token-1"] && reasons == [.newSession] && sleeps.isEmpty)
      }
    }
  }

  @Test func isCaughtByItsCode() async throws {
    try await withBankID(failing: ["/credentials/authorize": [.csc("credential_locked", 403)]]) { environment in
      do {
        _ = try await environment.sign()
        Issue.record("the credential is locked")
      } catch CSCError.code(.credentialLocked) {
        // As an app would, to show its own message.
      }
    }
  }
}

extension Result where Failure == any Error {
  /// The result of `body`.
  init(_ body: () async throws -> Success) async {
    do { self = .success(try await body()) } catch { self = .failure(error) }
  }
}
