import ErrataCatalog
import ErrataText

extension Recovery {
  /// What to do, in a few words.
  var phrase: String {
    switch self {
    case .correctRequest: "correct the request"
    case .authenticate: "authenticate"
    case .requestAccess: "request access"
    case .restartFlow: "restart the flow"
    case .retryLater: "retry later"
    case .contactSupport: "contact support"
    }
  }

  /// The same as a sentence.
  var sentence: String {
    switch self {
    case .correctRequest: "Send the request again once it is right."
    case .authenticate: "Get valid credentials or a valid token, then send the request again."
    case .requestAccess: "Ask for the missing permission or scope."
    case .restartFlow: "Begin the whole flow anew."
    case .retryLater: "Send the same request again after a delay."
    case .contactSupport: "Nothing a program can do: tell a person whom to ask."
    }
  }
}

extension ResponseFormat.Carrier {
  /// How the errors come, in a sentence.
  var sentence: String {
    switch self {
    case .json: "As a JSON object in the body of the response."
    case .query: "As query parameters of the redirect back to the client."
    }
  }
}

extension ResponseField {
  /// What the field holds.
  var meaning: String {
    switch role {
    case .code: "The error code"
    case .description: "The error in words"
    case .reference: "The reference of this one error, for support"
    case .uri: "Where to read more about the error"
    case .state: "The state that the client sent with its request"
    }
  }
}

/// `41 codes on 3 surfaces`.
package func counts(_ catalog: Catalog) -> String {
  counted(catalog.codeCount, "code") + " on " + counted(catalog.surfaces.count, "surface")
}
