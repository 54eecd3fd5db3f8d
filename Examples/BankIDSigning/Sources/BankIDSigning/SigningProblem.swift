import Foundation

/// What can go wrong that BankID does not answer as an error.
public enum SigningProblem: LocalizedError, Hashable {
  /// The browser came back from a log-in that the client did not begin.
  case foreignRedirect
  /// The browser came back without a code and without an error.
  case redirectWithoutCode
  /// The user has nothing to sign with.
  case noCredential
  /// BankID answered with success, and something that cannot be read.
  case unreadableAnswer(path: String)

  /// What happened, for people.
  public var errorDescription: String? {
    switch self {
    case .foreignRedirect: "The browser came back from another log-in."
    case .redirectWithoutCode: "The log-in ended without a result."
    case .noCredential: "There is no credential to sign with."
    case .unreadableAnswer(let path): "The answer of \(path) cannot be read."
    }
  }
}
