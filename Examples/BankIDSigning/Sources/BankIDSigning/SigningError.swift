import Foundation

/// An error that BankID does not report itself.
public enum SigningError: LocalizedError, Hashable {
  /// The redirect belongs to a log-in that the client did not begin.
  case stateMismatch
  /// The redirect has neither a code nor an error.
  case missingCode
  /// The user has no credential to sign with.
  case noCredential
  /// A successful response of BankID cannot be decoded.
  case invalidResponse(path: String)

  /// A message for the user.
  public var errorDescription: String? {
    switch self {
    case .stateMismatch: "The browser returned from a different log-in."
    case .missingCode: "The log-in ended without a result."
    case .noCredential: "There is no credential to sign with."
    case .invalidResponse(let path): "The response of \(path) cannot be read."
    }
  }
}
