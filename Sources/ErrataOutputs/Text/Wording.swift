import ErrataCatalog
import ErrataText

/// Words that several outputs use for the same thing.
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
}

extension Recovery {
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

extension ErrorEntry {
  /// `400`, or `400, 422`; empty where the catalogue names none.
  var statusText: String {
    statuses.count == 1 ? String(statuses[0]) : statuses.map(String.init).joined(separator: ", ")
  }
}

/// What is known of an error beside its description, for outputs that say it in plain sentences.
struct ErrorFacts {
  /// Status, category and recovery: `HTTP 400 · Request Validation · correct the request`; nil where none is known.
  let line: String?
  /// Where it is limited to, and its history: a sentence each.
  let sentences: [String]

  init(_ error: ErrorEntry, in catalog: Catalog) {
    let category = catalog.category(of: error)
    var facts: [String] = []
    if !error.statuses.isEmpty { facts.append("HTTP " + error.statusText) }
    if let category { facts.append(singleLine(category.title)) }
    if let recovery = error.recovery ?? category?.recovery { facts.append(recovery.phrase) }
    line = facts.isEmpty ? nil : facts.joined(separator: " · ")

    var sentences: [String] = []
    if !error.endpoints.isEmpty {
      sentences.append(singleLine("Only at " + error.endpoints.map(\.description).joined(separator: ", ") + "."))
    }
    if let since = error.since { sentences.append("Since version \(since).") }
    if let deprecated = error.deprecated { sentences.append(deprecated.sentence) }
    self.sentences = sentences
  }
}

extension Deprecation {
  /// Since when, what instead, and why, in a sentence or two.
  var sentence: String {
    let instead = replacement.map { ": use `\($0)` instead" } ?? ""
    let note = note.map { " " + singleLine($0) } ?? ""
    return "Deprecated since version \(since)\(instead).\(note)"
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

/// The reason phrase that belongs to `status` in HTTP (RFC 9110, section 15; RFC 6585; RFC 4918), or nil for one that is
/// not among them.
func reasonPhrase(for status: Int) -> String? {
  reasonPhrases[status]
}

/// `400 Bad Request`; the number alone where HTTP has no words for it.
func statusLine(_ status: Int) -> String {
  String(status) + (reasonPhrase(for: status).map { " " + $0 } ?? "")
}

private let reasonPhrases: [Int: String] = [
  100: "Continue", 101: "Switching Protocols", 200: "OK", 201: "Created", 202: "Accepted",
  203: "Non-Authoritative Information", 204: "No Content", 205: "Reset Content", 206: "Partial Content",
  300: "Multiple Choices", 301: "Moved Permanently", 302: "Found", 303: "See Other", 304: "Not Modified",
  307: "Temporary Redirect", 308: "Permanent Redirect", 400: "Bad Request", 401: "Unauthorized",
  402: "Payment Required",
  403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 406: "Not Acceptable",
  407: "Proxy Authentication Required", 408: "Request Timeout", 409: "Conflict", 410: "Gone", 411: "Length Required",
  412: "Precondition Failed", 413: "Content Too Large", 414: "URI Too Long", 415: "Unsupported Media Type",
  416: "Range Not Satisfiable", 417: "Expectation Failed", 421: "Misdirected Request", 422: "Unprocessable Content",
  423: "Locked", 424: "Failed Dependency", 425: "Too Early", 426: "Upgrade Required", 428: "Precondition Required",
  429: "Too Many Requests", 431: "Request Header Fields Too Large", 500: "Internal Server Error",
  501: "Not Implemented",
  502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout", 505: "HTTP Version Not Supported",
  507: "Insufficient Storage", 511: "Network Authentication Required",
]
