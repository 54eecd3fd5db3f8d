/// Which parts of an exchange an object has, to tell an exchange from a body.
struct ExchangeShape {
  private var hasRequest = false
  private var hasStatus = false
  private var hasContent = false

  /// Whether it has any part of an exchange.
  var isExchange: Bool { hasRequest || hasStatus || hasContent }

  /// Whether it can hardly be anything else: some bodies of errors have a status and a path, but none has headers or a body, too.
  var isUnmistakable: Bool { hasContent && (hasRequest || hasStatus) }

  mutating func add(_ role: ExchangeFields.Role) {
    switch role {
    case .method, .path, .url: hasRequest = true
    case .status: hasStatus = true
    case .headers, .body, .base64Body: hasContent = true
    case .time, .requestID: break
    }
  }
}
