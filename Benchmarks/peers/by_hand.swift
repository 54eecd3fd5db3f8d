import Foundation

public enum Category: String, Codable, Sendable {
  case validation
  case service

  public var title: String {
    switch self {
    case .validation: "Validation"
    case .service: "Service"
    }
  }

  public var recovery: Recovery {
    switch self {
    case .validation: .correctRequest
    case .service: .retryLater
    }
  }
}

public enum Recovery: String, Codable, Sendable {
  case correctRequest
  case retryLater
}

public enum RetryAfter: Hashable, Sendable {
  case seconds(Int)
  case date(Date)

  init?(_ text: String) {
    if let seconds = UInt(text) {
      self = .seconds(Int(clamping: seconds))
      return
    }
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "GMT")
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    guard let date = formatter.date(from: text) else { return nil }
    self = .date(date)
  }
}

public struct APIError: LocalizedError, CustomNSError, CustomStringConvertible, Hashable, Sendable {
  public let rawCode: String?
  public let message: String?
  public let reference: String?
  public let status: Int
  public let headers: [String: String]
  public let body: Data
  public let retryAfter: RetryAfter?

  private struct Fields: Codable {
    let code: String?
    let message: String?
    let reference: String?
  }

  public init(status: Int, headers: [String: String] = [:], body: Data) {
    let fields = try? JSONDecoder().decode(Fields.self, from: body)
    rawCode = fields?.code
    message = fields?.message
    reference = fields?.reference
    retryAfter = headers.first { $0.key.lowercased() == "retry-after" }.flatMap { RetryAfter($0.value) }
    self.status = status
    self.headers = headers
    self.body = body
  }

  public init(_ code: APIErrorCode, status: Int? = nil, message: String? = nil, reference: String? = nil) {
    let fields = Fields(code: code.rawValue, message: message ?? code.summary, reference: reference)
    self.init(status: status ?? code.httpStatus, body: (try? JSONEncoder().encode(fields)) ?? Data())
  }

  public var code: APIErrorCode? { rawCode.flatMap(APIErrorCode.init(rawValue:)) }
  public var category: Category? { code?.category }
  public var recovery: Recovery? { category?.recovery }
  public var isRetryable: Bool { recovery == .retryLater }

  public var errorDescription: String? {
    let text = message ?? code?.summary ?? "HTTP status \(status)"
    return reference.map { "\(text) (reference \($0))" } ?? text
  }
  public var failureReason: String? { code?.summary }
  public var recoverySuggestion: String? { code?.guidance }
  public var description: String { "\(rawCode ?? "no code") (HTTP \(status)): \(errorDescription ?? "")" }

  public static var errorDomain: String { "APIError" }
  public var errorCode: Int { code.flatMap { APIErrorCode.allCases.firstIndex(of: $0) } ?? 0 }
  public var errorUserInfo: [String: Any] {
    [
      NSLocalizedDescriptionKey: errorDescription, NSLocalizedFailureReasonErrorKey: failureReason,
      NSLocalizedRecoverySuggestionErrorKey: recoverySuggestion,
    ].compactMapValues { $0 }
  }
}
