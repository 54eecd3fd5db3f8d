import ErrataCatalog
import ErrataText

extension Recovery {
  /// What to do, as a short phrase.
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
    case .correctRequest: "Correct the request, then send it again."
    case .authenticate: "Obtain valid credentials or a valid token, then send the request again."
    case .requestAccess: "Request the missing permission or scope."
    case .restartFlow: "Restart the flow from the beginning."
    case .retryLater: "Send the same request again after a delay."
    case .contactSupport: "A program cannot fix this: tell the user whom to contact."
    }
  }
}

extension ResponseFormat.Carrier {
  /// How errors are sent, in a sentence.
  var sentence: String {
    switch self {
    case .json: "Errors are JSON objects in the response body."
    case .query: "Errors are query parameters of the redirect back to the client."
    case .challenge: "Errors are parameters of the challenge in the header WWW-Authenticate."
    }
  }
}

extension ResponseField {
  /// The meaning of the field; for a code or a detail that isn't text, with its type.
  var meaning: String {
    role == .code || role == nil ? purpose + valueType.apposition : purpose
  }

  private var purpose: String {
    switch role {
    case .code: "The error code"
    case .title: "The name of the error; the same for each occurrence"
    case .description: "A description of the error"
    case .reference: "Identifies this occurrence of the error, for support"
    case .uri: "A link to more about the error"
    case .state: "The state that the client sent with its request"
    case .target: "The part of the request that caused the error"
    case .status: "The HTTP status again"
    case .retryAfter: "The number of seconds after which to try again"
    case nil: sentenceCase(key.replacing("_", with: " "))
    }
  }
}

extension FieldType {
  fileprivate var apposition: String {
    switch self {
    case .text: ""
    case .integer: ", an integer"
    case .number: ", a number"
    case .boolean: ", true or false"
    case .json: ", any JSON value"
    }
  }
}

/// `41 codes on 3 surfaces`.
package func counts(_ catalog: Catalog) -> String {
  counted(catalog.codeCount, "code") + " on " + counted(catalog.surfaces.count, "surface")
}
