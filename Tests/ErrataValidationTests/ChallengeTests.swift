import TestSupport
import Testing

@testable import ErrataValidation

/// Challenges in `WWW-Authenticate`, and the surfaces that share an endpoint.
struct ChallengeTests {
  private let validator: Validator

  init() throws {
    validator = Validator(
      try catalogue(
        """
        errata: 1
        name: Shared
        title: Shared
        version: 1.0.0
        base: /api
        surfaces:
          json:
            title: JSON
            endpoints: [/me, /json]
            response: {carrier: json, fields: {code: code}}
            errors:
              broken: {status: 500, description: Broken}
          bearer:
            title: Bearer
            endpoints: [/me, /photos]
            response:
              carrier: challenge
              protocol: oauth2
              fields:
                code: error
                description: {name: error_description, required: false, max_length: 9}
              details:
                tries: {name: tries, type: integer, required: false}
            errors:
              invalid_token: {status: 401, description: No}
              insufficient_scope: {status: 403, description: No}
          redirect:
            title: Redirect
            endpoints: [/me]
            response: {carrier: query, protocol: oauth2, fields: {code: error}}
            errors:
              access_denied: {description: No}
        """))
  }

  private func findings(
    _ challenge: String?, _ status: Int = 401, path: String = "/photos", body: String = ""
  ) -> [String] {
    let headers = ["WWW-Authenticate": challenge, "Content-Type": "application/json"].compactMapValues(\.self)
    return validator.findings(in: Exchange(path: path, status: status, headers: headers, body: body.utf8)).map {
      "\($0.surface ?? "-") \($0.code ?? "-") \($0.description)"
    }
  }

  @Test func parameters() {
    #expect(findings(#"Bearer realm="x", error="invalid_token""#) == [])
    #expect(findings(#"bearer ERROR=invalid_token ,, error_description = "a,\tb""#) == [])
    #expect(findings(#"Basic realm="a, Bearer error=x", Bearer error="invalid_token""#) == [])
    #expect(findings(#"Negotiate abc==, Bearer error="invalid_token""#) == [])
    #expect(findings("Bearer") == [])
    #expect(findings(nil) == ["bearer - missing-challenge warning 1:1 -"])
    #expect(findings(nil, 403) == [])
    #expect(
      findings(#"Bearer error="invalid_tokn""#) == ["bearer invalid_tokn unknown-code warning 1:8 /error"])
    #expect(
      findings(#"Bearer error="invalid_token""#, 403)
        == ["bearer invalid_token status-mismatch error 1:8 /error"])
    #expect(
      findings(#"Bearer error="invalid_token", error_description="1234567890""#)
        == ["bearer invalid_token too-long error 1:31 /error_description"])
    #expect(
      findings(#"Bearer error="invalid_token", error_description="\"""#)
        == ["bearer invalid_token charset warning 1:31 /error_description"])
    #expect(
      findings(#"Bearer error="invalid_token", tries=x"#)
        == ["bearer invalid_token wrong-type error 1:31 /tries"])
    #expect(
      findings(#"Bearer error="invalid_token", Error="x""#)
        == ["bearer invalid_token duplicate-parameter error 1:31 /error"])
  }

  @Test(arguments: [
    (#"Bearer error="invalid_token"#, 28), (#"Bearer error="invalid_token" x"#, 30), ("=", 1), ("Bearer =", 8),
    (#"Bearer error=invalid_token, realm="\"#, 37), ("Bearer error=\u{1}", 14), ("Bearer a b", 9),
  ])
  func malformed(_ header: String, _ column: Int) {
    let found = findings(header).filter { $0.contains("malformed") }
    #expect(found.map { $0.split(separator: " ").suffix(2).first ?? "" } == ["1:\(column)"], "\(findings(header))")
  }

  /// What was read before the fault counts.
  @Test func whatPrecedesTheFault() {
    #expect(
      findings(#"Bearer error="invalid_token", realm="x"#)
        == ["bearer invalid_token malformed-challenge error 1:39 -"])
  }

  /// A response belongs to the first surface of its endpoint in which it names a code.
  @Test func surfacesThatShareAnEndpoint() {
    let challenge = #"Bearer error="invalid_token""#
    #expect(findings(challenge, 500, path: "/api/me", body: #"{"code":"broken"}"#) == [])
    #expect(findings(challenge, 401, path: "/api/me", body: "<html>") == [])
    #expect(findings(challenge, 401, path: "/api/me", body: "{}") == [])
    #expect(findings(nil, 401, path: "/api/me", body: "{}") == ["json - missing-code error 1:1 "])
    #expect(findings(challenge, 401, path: "/json", body: "{}") == ["json - missing-code error 1:1 "])
    let redirect = Exchange(
      path: "/me", status: 302, headers: ["Location": "https://a/b?error=access_denid"], body: [])
    #expect(validator.findings(in: redirect).map(\.description) == ["unknown-code warning 1:13 /error"])
  }

  /// The catalogue's base applies unless another one is given.
  @Test func theCataloguesBase() throws {
    #expect(validator.base == "/api")
    #expect(findings(nil, 500, path: "/api/json", body: #"{"code":"broken"}"#) == [])
    #expect(findings(nil, 500, path: "/v2/json", body: #"{"code":"broken"}"#).map { $0.suffix(1) } == ["-"])
  }
}
