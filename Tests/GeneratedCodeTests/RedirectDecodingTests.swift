import Foundation
import GeneratedBankID
import Testing

/// The generated types, decoding the URLs of redirects.
struct RedirectDecodingTests {
  typealias Expected = (code: String?, message: String?, state: String?)

  @Test(
    arguments: [
      ("https://a.example/cb?error=access_denied&error_description=No+way&state=x", ("access_denied", "No way", "x")),
      ("https://a.example/cb?state=x&code=abc", (nil, nil, nil)),
      ("https://a.example/cb", (nil, nil, nil)),
      ("https://a.example/cb?", (nil, nil, nil)),
      ("https://a.example/cb?error", (nil, nil, nil)),
      ("https://a.example/cb?error=", (nil, nil, nil)),
      ("https://a.example/cb?error=&error=access_denied", (nil, nil, nil)),
      ("https://a.example/cb?Error=access_denied", (nil, nil, nil)),
      ("https://a.example/cb?xerror=access_denied", (nil, nil, nil)),
      ("https://a.example/cb#error=access_denied&state=y", ("access_denied", nil, "y")),
      ("https://a.example/cb?state=x#error=access_denied&state=y", ("access_denied", nil, "y")),
      ("https://a.example/cb?error=server_error&state=x#error=access_denied&state=y", ("server_error", nil, "x")),
      ("https://a.example/cb?error=server_error#_=_", ("server_error", nil, nil)),
      ("https://a.example/cb#/x?error=access_denied", (nil, nil, nil)),
      ("app:cb?error=access_denied", ("access_denied", nil, nil)),
      ("com.example.app://?error=access_denied", ("access_denied", nil, nil)),
      ("https://a.example/cb?error=new_code", ("new_code", nil, nil)),
      ("https://a.example/cb?error=a&error=b", ("a", nil, nil)),
      ("https://a.example/cb?error=a&state=&state=s", ("a", nil, "")),
      ("https://a.example/cb?&&error=a&&", ("a", nil, nil)),
      ("https://a.example/cb?error=a=b=c", ("a=b=c", nil, nil)),
      ("https://a.example/cb?%65rror=%61%5f%62", ("a_b", nil, nil)),
      ("https://a.example/cb?error=a&error_description=1%2B1%3D2%26", ("a", "1+1=2&", nil)),
      ("https://a.example/cb?error=a&error_description=100%25%20of+it", ("a", "100% of it", nil)),
      ("https://a.example/cb?error=a&error_description=n%C3%B6%20%F0%9F%99%82", ("a", "nö 🙂", nil)),
      ("https://a.example/cb?error=a&error_description=f%FCr", ("a", "f\u{FFFD}r", nil)),
      ("https://a.example/cb?error=a&state=x?y/z:@", ("a", nil, "x?y/z:@")),
    ] as [(String, Expected)])
  func readsARedirect(_ text: String, _ expected: Expected) throws {
    let url = try #require(URL(string: text))
    let error = OAuthAuthorizeError(redirect: url)
    #expect(error?.code.rawValue == expected.code)
    #expect(error?.message == expected.message)
    #expect(error?.state == expected.state)
    if let error { #expect(error.redirect == url) }
  }

  /// `URL(string:)` would escape every other `%`, too.
  @Test(arguments: ["100% sure", "50%", "%", "%%", "%4", "%zz", "a%2"])
  func toleratesAStrayPercent(_ text: String) throws {
    let written = text.replacingOccurrences(of: " ", with: "+")
    let redirect = "https://a.example/cb?error=access_denied&error_description=\(written)&state=%C3%B6"
    let url = try #require(URL(dataRepresentation: Data(redirect.utf8), relativeTo: nil))
    let error = try #require(OAuthAuthorizeError(redirect: url))
    #expect(error.code == .accessDenied)
    #expect(error.state == "ö")
    #expect(error.message == text)
  }

  @Test(arguments: OAuthAuthorizeErrorCode.known + [.unrecognized("a b&c=d%+#ö🙂")])
  func writesARedirectThatReadsBack(_ code: OAuthAuthorizeErrorCode) throws {
    for base in [
      "https://a.example/cb", "https://a.example/cb?x=%2B&y", "app:cb",
      "https://a.example/cb?y&err%6Fr=old&state=old&error=old", "https://a.example/cb?#f",
    ] {
      let url = try #require(URL(string: base))
      let error = OAuthAuthorizeError(code, redirectingTo: url, state: "a+b & c=d%")
      #expect(OAuthAuthorizeError(redirect: error.redirect) == error)
      #expect(error.message == code.summary)
      #expect(error.redirect.absoluteString.hasPrefix(base.prefix { $0 != "#" && $0 != "&" }))
    }
  }

  @Test func isCaughtByItsCode() throws {
    let url = try #require(URL(string: "https://a.example/cb"))
    do {
      throw OAuthAuthorizeError(.accessDenied, redirectingTo: url) as any Error
    } catch OAuthAuthorizeError.code(.accessDenied) {
      return
    } catch {
      Issue.record("not caught by its code: \(error)")
    }
  }
}
