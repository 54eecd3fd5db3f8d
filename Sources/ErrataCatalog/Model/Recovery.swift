/// What a program can do about an error. The set of cases is fixed, so that programs can rely on it.
public enum Recovery: String, Sendable, CaseIterable {
  /// Correct the request, then send it again.
  case correctRequest = "correct_request"
  /// Obtain valid credentials or a valid token, then send the request again.
  case authenticate
  /// Request the missing permission or scope.
  case requestAccess = "request_access"
  /// Start the whole flow again.
  case restartFlow = "restart_flow"
  /// Send the same request again after a delay.
  case retryLater = "retry_later"
  /// A program can't recover: tell the user whom to contact.
  case contactSupport = "contact_support"
}

extension Recovery {
  /// What the program does, as a predicate in Markdown.
  package var action: String {
    switch self {
    case .correctRequest: "corrects the request, then sends it again"
    case .authenticate: "obtains valid credentials or a valid token, then sends the request again"
    case .requestAccess: "requests the missing permission or scope"
    case .restartFlow: "starts the whole flow again"
    case .retryLater: "sends the same request again after a delay"
    case .contactSupport: "tells the user whom to contact"
    }
  }
}
