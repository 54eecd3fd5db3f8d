import ErrataCatalog
import ErrataDiagnostics
import ErrataOutputs
import Foundation
import Testing
import TestSupport

/// The code from the built-in templates, compiled and run with the tools of each language: it compiles without warnings and
/// decodes responses in the same way in all of them.
struct CodeTemplateTests {
  /// Writes the files of the template `name` for `catalogues` to `folder`.
  private func generate(_ name: String, _ catalogues: [TestCatalogue], into folder: URL) throws {
    let file = try #require(BuiltInTemplate.named(name).template).file
    let template = try #require(readTemplate(file).template)
    for catalogue in catalogues {
      for file in TemplateOutput(template).files(for: try catalogue.read()) {
        try Data(file.contents.utf8).write(to: folder.appending(path: file.path))
      }
    }
  }

  private func copy(_ tool: String, to folder: URL) throws {
    try Data(try Repository.text("Tests/Tools/\(tool)").utf8).write(to: folder.appending(path: tool))
  }

  private func succeeds(_ tool: String, _ arguments: [String], input: String = "", in folder: URL) async throws
    -> String
  {
    let result = try await runTool(tool, arguments, input: input, in: folder)
    #expect(result.status == 0, "\(tool): \(result.output)\(result.error)")
    return result.output
  }

  @Test func pythonRuns() async throws {
    try await withTemporaryFolder { folder in
      try generate("python", [.bankID, .nasty, .minimal], into: folder)
      try copy("decode.py", to: folder)
      for module in ["nasty", "minimal"] {
        _ = try await succeeds(
          "python3", ["-W", "error", "-c", "import \(module); print(\(module).Category)"], in: folder)
      }
      let output = try await succeeds("python3", ["-W", "error", "decode.py", "."], input: Response.input, in: folder)
      try Response.expect(output)
    }
  }

  /// Every protocol of pickle, both kinds of copy, and a pool of processes.
  @Test func pythonErrorsCanBeCopied() async throws {
    try await withTemporaryFolder { folder in
      try generate("python", [.bankID, .minimal], into: folder)
      try copy("copying.py", to: folder)
      #expect(try await succeeds("python3", ["-W", "error", "copying.py", "."], in: folder) == "7\n")
    }
  }

  @Test(.enabled(if: RequiredTool.tsc.isExpected, "needs tsc: run Scripts/bootstrap --tests"))
  func typeScriptCompilesAndRuns() async throws {
    try await withTemporaryFolder { folder in
      try generate("typescript", [.bankID, .nasty, .minimal], into: folder)
      try copy("decode.ts", to: folder)
      _ = try await succeeds(
        RequiredTool.tsc.path,
        [
          "--strict", "--noUncheckedIndexedAccess", "--noImplicitOverride", "--exactOptionalPropertyTypes",
          "--noUnusedLocals",
          "--target", "es2018", "--module", "commonjs", "decode.ts", "Nasty.ts", "Minimal.ts",
        ], in: folder)
      let output = try await succeeds(RequiredTool.node.path, ["decode.js"], input: Response.input, in: folder)
      try Response.expect(output)
    }
  }
}

/// A response, and the values that every language decodes from it.
private struct Response {
  let kind: String
  let bytes: [UInt8]
  let values: [String?]

  init(_ kind: String, _ bytes: [UInt8], _ values: [String?]) {
    self.kind = kind
    self.bytes = bytes
    self.values = values
  }

  /// A body with a code and a description, or with neither.
  static func body(_ bytes: [UInt8], _ code: String?, _ description: String? = nil) -> Self {
    Self("body", bytes, [code, description, nil, nil, nil])
  }

  static func body(_ text: String, _ code: String?, _ description: String? = nil) -> Self {
    body(Array(text.utf8), code, description)
  }

  /// A body with a documented code, which has a recovery and guidance.
  static func documented(_ code: String, _ recovery: String?, _ guidance: String?) -> Self {
    Self("body", Array("{\"errorCode\": \"\(code)\"}".utf8), [code, nil, nil, recovery, guidance])
  }

  static func redirect(_ url: String, _ values: String?...) -> Self { Self("redirect", Array(url.utf8), values) }

  static func retryAfter(_ value: String, _ result: String?) -> Self {
    Self("retry-after", Array(value.utf8), [result])
  }

  private static let object = #"{"errorCode":"internal_x"}"#

  static let all: [Response] = [
    body(#" {"errorCode":"brand_new","errorDescription":"New","more":[1,{"errorCode":"inner"}]} "#, "brand_new", "New"),
    Self(
      "body", Array(#"{"errorCode": "brand_new", "errorReference": "REF1"}"#.utf8),
      ["brand_new", nil, "REF1", nil, nil]),
    documented(
      "internal_error", "contact_support",
      "There is a technical problem. Contact BankID support and state the error reference."),
    documented(
      "csc_user_keys_limit", "retry_later",
      "The signing backend cannot generate more keys at the moment. Wait briefly, then send the request again. "
        + "If the error persists, contact BankID support and state the error reference."),
    // Duplicate names, and values that are not strings.
    body(#"{"errorCode":"a_1","errorCode":"b_1"}"#, "b_1"), body(#"{"errorCode":"a_1","errorCode":null}"#, "a_1"),
    body(#"{"errorCode":"a_1","errorCode":{"errorCode":"x"},"errorCode":[1],"errorCode":true}"#, "a_1"),
    body(#"{"error\u0043ode":"a_1"}"#, "a_1"), body(#"{"errorCode":""}"#, nil), body(#"{"errorCode":false}"#, nil),
    body(#"{"errorCode":12345678901234567890,"errorDescription":-1.50E+400}"#, "12345678901234567890", "-1.50E+400"),
    body(#"{"__proto__":"x","errorCode":"__proto__","constructor":1}"#, "__proto__"),
    // Text.
    body(#"{"errorCode":"a\u00e9\ud83d\ude42\n\/","errorDescription":"\ud800x\udc00"}"#, "aé🙂\n/", "\u{FFFD}x\u{FFFD}"),
    body(Array(#"{"errorCode":"a_1","errorDescription":""#.utf8) + [0xFF] + Array(#""}"#.utf8), "a_1", "\u{FFFD}"),
    body([0xEF, 0xBB, 0xBF] + Array(object.utf8), "internal_x"),
    body(object.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, "internal_x"),
    body(object.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, "internal_x"),
    body([0xFF, 0xFE] + object.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, "internal_x"),
    body([0xFE, 0xFF] + object.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, "internal_x"),
    body(object.unicodeScalars.flatMap { [UInt8($0.value), 0, 0, 0] }, "internal_x"),
    body(object.unicodeScalars.flatMap { [0, 0, 0, UInt8($0.value)] }, "internal_x"),
    body([0xFF, 0xFE, 0, 0] + object.unicodeScalars.flatMap { [UInt8($0.value), 0, 0, 0] }, "internal_x"),
    // Anything but one JSON object.
    body("", nil), body("<html>errorCode</html>", nil), body(#"[{"errorCode":"a_1"}]"#, nil),
    body(#""errorCode""#, nil),
    body(#"{"errorCode":"a_1""#, nil), body(#"{"errorCode":"a_1"}x"#, nil), body(#"{"errorCode":"a_1"}{}"#, nil),
    body(#"{"errorCode":"a_1",}"#, nil), body(#"{'errorCode':'a_1'}"#, nil), body(#"{"errorCode":"a_1","n":NaN}"#, nil),
    body(#"{"errorCode":"a_1","n":01}"#, nil), body(#"{"errorCode":"a_1","n":1.}"#, nil),
    body(#"{"errorCode":"a_1","n":+1}"#, nil),
    body("{\"errorCode\":\"a_1\",\"n\":\"\u{1}\"}", nil), body(#"{"errorCode":"a_1","n":"\x"}"#, nil),
    body("{\"errorCode\":\"a_1\"}\u{A0}", nil), body(#"{"errorCode":"a_1","n":tru}"#, nil),
    body(#"{"errorCode" "a_1"}"#, nil),
    body("{\"errorCode\":\"a_1\",\"n\":\(nested(511))}", "a_1"),
    body("{\"errorCode\":\"a_1\",\"n\":\(nested(512))}", nil),
    body("{\"errorCode\":\"a_1\",\"n\":\(nested(100_000))}", nil), body(String(repeating: "[", count: 100_000), nil),
    // Redirects.
    redirect(
      "https://c.example/cb?error=access_denied&error_description=a+b%20c&state=s", "access_denied", "a b c", "s"),
    redirect("app://cb#error=access_denied", "access_denied", nil, nil),
    redirect("https://c.example/cb?code=1#error=brand_new&state=%F0%9F%99%82", "brand_new", nil, "🙂"),
    redirect("https://c.example/cb?error=a_1&error=b_1&state=&state=2", "a_1", nil, "2"),
    redirect("https://c.example/cb?error=a_1&error_description=100%&state=%zz%41", "a_1", "100%", "%zzA"),
    redirect("https://c.example/cb?error=a_1&error_description=%ff&state=a=b?c", "a_1", "\u{FFFD}", "a=b?c"),
    redirect("https://c.example/cb?error=&code=1", nil), redirect("https://c.example/cb?code=1", nil),
    redirect("", nil),
    redirect("https://c.example/cb?error=#error=a_1", "a_1", nil, nil),
    redirect("https://c.example/cb??error=a_1", nil),
    // Retry-After.
    retryAfter("120", "120"), retryAfter(" 0 ", "0"), retryAfter("-1", nil), retryAfter("1.5", nil),
    retryAfter("", nil),
    retryAfter("soon", nil), retryAfter("Sun, 06 Nov 1994 08:49:37 GMT", "784111777000"),
    retryAfter("Sunday, 06-Nov-94 08:49:37 GMT", "784111777000"),
    retryAfter("Sun Nov  6 08:49:37 1994", "784111777000"),
    retryAfter("Sun, 31 Feb 1994 08:49:37 GMT", nil), retryAfter("Sun, 06 Nov 1994 25:49:37 GMT", nil),
    retryAfter("1994-11-06T08:49:37Z", nil), retryAfter("Sun, 06 Xyz 1994 08:49:37 GMT", nil),
  ]

  private static func nested(_ depth: Int) -> String {
    String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
  }

  static var input: String {
    all.map { "\($0.kind) \(Data($0.bytes).base64EncodedString())\n" }.joined()
  }

  static func expect(_ output: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
    let lines = output.split(separator: "\n")
    #expect(lines.count == all.count, sourceLocation: sourceLocation)
    for (line, response) in zip(lines, all) {
      let values = line.split(separator: " ").map { value in
        value == "-" ? nil : Data(base64Encoded: String(value.dropFirst())).map { String(decoding: $0, as: UTF8.self) }
      }
      let excerpt = String(decoding: response.bytes.prefix(100), as: UTF8.self)
      #expect(values == response.values, "\(response.kind) \(excerpt)", sourceLocation: sourceLocation)
    }
  }
}
