import Foundation
import GeneratedBankID
import Testing

/// The generated types, beyond the cases of the specification.
struct ResponseDecodingTests {
  private static let text = #"{"errorCode":"invalid_token","errorDescription":"Nö 🙂","errorReference":"R1"}"#

  /// What servers, gateways and proxies send that isn't JSON, or that platforms read in different ways.
  static let unusualBodies: [String: [UInt8]] = [
    "nothing": [],
    "HTML": Array("<html><body><h1>502 Bad Gateway</h1></body></html>".utf8),
    "a byte order mark": [0xEF, 0xBB, 0xBF] + Array(text.utf8),
    "only a byte order mark": [0xEF, 0xBB, 0xBF],
    "UTF-16": text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
    "half a unit of UTF-16": [0xFF, 0xFE, 0x7B],
    "a NUL": [0],
    "Latin-1": Array(#"{"errorCode":"invalid_token","errorDescription":"f"#.utf8) + [0xFC] + Array(#"r"}"#.utf8),
    "a doubled name": Array(#"{"errorCode":"invalid_request","errorCode":"invalid_token"}"#.utf8),
    "an unpaired surrogate": Array(#"{"errorCode":"invalid_token","errorDescription":"\ud83dx"}"#.utf8),
    "a number beyond all limits": Array(#"{"errorCode":1e400,"errorReference":123456789012345678901}"#.utf8),
    "cut off at an escape": Array(#"{"errorCode":"\u00"#.utf8),
    "two objects": Array((text + text).utf8),
    "a million brackets": Array(String(repeating: "[", count: 1_000_000).utf8),
    "a million levels": Array((#"{"x":"# + String(repeating: #"{"x":"#, count: 1_000_000)).utf8),
  ]

  @Test(arguments: unusualBodies.keys.sorted())
  func keepsWhatCame(_ name: String) throws {
    let bytes = try #require(Self.unusualBodies[name])
    let headers = ["Retry-After": "7", "X-Trace": "T1"]
    let error = CSCError(status: 502, headers: headers, body: Data(bytes))
    #expect(error.status == 502 && error.headers == headers && error.body == Data(bytes))
    #expect(error.retryAfter == .seconds(7))
    #expect(error.description.contains("HTTP 502"))
  }

  /// As deep as Foundation reads, on a thread with as little stack as those of a thread pool.
  @Test func readsDeepBodiesWithLittleStack() async {
    let levels = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
    let body = Data(#"{"errorCode":"invalid_token","x":\#(levels)}"#.utf8)
    let code = await withCheckedContinuation { continuation in
      let thread = Thread { continuation.resume(returning: CSCError(status: 401, body: body).code) }
      thread.stackSize = 512 * 1024
      thread.start()
    }
    #expect(code == .invalidToken)
  }

  /// A slice whose first index isn't zero.
  @Test func readsASlice() {
    let data = Data("xx\(Self.text)yy".utf8).dropFirst(2).dropLast(2)
    #expect(CSCError(status: 401, body: data).code == .invalidToken)
  }

  @Test(arguments: CSCErrorCode.known + [.unrecognized("a \"quote\" \\ and\ta tab 🙂\u{1}")])
  func writesABodyThatReadsBack(_ code: CSCErrorCode) throws {
    let error = CSCError(code, message: "Nö \"quoted\" \u{7}", reference: "R1")
    let object = try #require(try JSONSerialization.jsonObject(with: error.body) as? [String: String])
    #expect(
      object == ["errorCode": code.rawValue, "errorDescription": "Nö \"quoted\" \u{7}", "errorReference": "R1"])
    #expect(error.status == code.httpStatus ?? 500)
    #expect(CSCError(status: error.status, body: error.body) == error)
    #expect(CSCError(code).message == code.summary)
    #expect(CSCError(code, status: 418).status == 418)
  }

  /// Codes that look alike are different codes, as they are on the wire.
  @Test func comparesCodesByScalar() {
    let (composed, decomposed) = (CSCErrorCode(rawValue: "caf\u{E9}"), CSCErrorCode(rawValue: "cafe\u{301}"))
    #expect(composed != decomposed && composed == .unrecognized("caf\u{E9}"))
    #expect(Set([composed, decomposed, composed]).count == 2)
    #expect(CSCErrorCode.unrecognized("invalid_token") != .invalidToken)
  }

  @Test func waitsAsLongAsTheServerSays() {
    let now = Date(timeIntervalSince1970: 784_111_717)  // 1994-11-06 08:48:37
    let delays = ["120", "Sun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:47:00 GMT"].map { value in
      CSCError(status: 503, headers: ["retry-after": value], body: Data()).retryAfter?.delay(from: now)
    }
    #expect(delays == [120, 60, 0])
  }

  @Test func describesTheError() {
    let error = CSCError(.cscUserKeysLimit, reference: "R1")
    let summary = "The signing backend key generation limit has been reached. Retry after a short delay"
    #expect(error.isRetryable && error.recovery == .retryLater && error.category == .service)
    #expect(error.errorDescription == "csc_user_keys_limit (HTTP 503): \(summary) (reference R1)")
    #expect(error.description == error.errorDescription && error.failureReason == summary)
    #expect(error.recoverySuggestion?.hasPrefix("The signing backend cannot generate more keys") == true)
    #expect(error.helpAnchor == "csc-csc_user_keys_limit")

    let unknown = CSCError(status: 503, body: Data("<html>".utf8))
    #expect(!unknown.isRetryable && unknown.recovery == nil && unknown.helpAnchor == nil)
    #expect(unknown.errorDescription == "HTTP 503: HTTP status 503 without an error code")
  }

  /// Crash reporters group errors by domain and number.
  @Test func isAnNSErrorWithAStableNumber() {
    let error = CSCError(.invalidToken, reference: "R1")
    let bridged = error as any Error as NSError
    #expect(bridged.domain == "BankIDCSC.CSCError" && bridged.code == 2_056_865_578)
    #expect(bridged.localizedDescription == error.errorDescription)
    #expect(bridged.localizedFailureReason == CSCErrorCode.invalidToken.summary)
    #expect(bridged.localizedRecoverySuggestion == CSCErrorCode.invalidToken.guidance)
    #expect(CSCError(status: 502, body: Data()).errorCode == 0)
  }

  /// A thrown error is caught by its code, independently of its other properties.
  @Test(arguments: [
    (CSCErrorCode.tokenAlreadyUsed, "used"), (.unrecognized("new"), "new"), (.unrecognized("other"), "a CSC error"),
  ])
  func isCaughtByItsCode(_ code: CSCErrorCode, _ expected: String) {
    let caught: String
    do {
      throw CSCError(code, reference: "R1") as any Error
    } catch CSCError.code(.invalidToken), CSCError.code(.internalError) {
      caught = "another code"
    } catch CSCError.code(.tokenAlreadyUsed) {
      caught = "used"
    } catch CSCError.code(.unrecognized("new")) {
      caught = "new"
    } catch is CSCError {
      caught = "a CSC error"
    } catch {
      caught = "something else"
    }
    #expect(caught == expected)
    #expect(!(CSCErrorCode.tokenAlreadyUsed ~= CancellationError()))
  }

  @Test(arguments: [
    ("/credentials/list", #"{"errorCode":"invalid_token"}"#, "CSCError", "invalid_token"),
    ("/signatures/signHash?x=/oauth2/token", #"{"errorCode":"new"}"#, "CSCError", "new"),
    ("/oauth2/token", #"{"error":"invalid_client"}"#, "OAuthTokenError", "invalid_client"),
    ("/oauth2/token", "<html>", "OAuthTokenError", nil),
    // Only surfaces with a matching endpoint are asked.
    ("/oauth2/token", #"{"errorCode":"invalid_token"}"#, "OAuthTokenError", nil),
    ("/csc/v2/oauth2/token", "", "OAuthTokenError", nil), ("/csc/v2/info", "", "CSCError", nil),
    ("/elsewhere", #"{"errorCode":"a"}"#, "CSCError", "a"), ("", "", "CSCError", nil),
  ])
  func findsTheSurface(_ path: String, _ body: String, _ type: String, _ code: String?) {
    let error = BankIDCSC.error(path: path, status: 400, headers: ["retry-after": "1"], body: Data(body.utf8))
    #expect(String(describing: Swift.type(of: error)) == type)
    #expect(error.rawCode == code && error.status == 400 && error.retryAfter == .seconds(1))
    #expect(error.body == Data(body.utf8))
  }
}
