/// What the program that met an error can do about it. The list is closed, so that programs can rely on it.
public enum Recovery: String, Sendable, CaseIterable {
  /// Send the request again once it is right.
  case correctRequest = "correct_request"
  /// Get valid credentials or a valid token, then send the request again.
  case authenticate
  /// Ask for the missing permission or scope.
  case requestAccess = "request_access"
  /// Begin the whole flow anew.
  case restartFlow = "restart_flow"
  /// Send the same request again after a delay.
  case retryLater = "retry_later"
  /// Nothing a program can do: tell a person whom to ask.
  case contactSupport = "contact_support"
}
