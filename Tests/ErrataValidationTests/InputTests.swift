@testable import ErrataValidation

import ErrataDiagnostics
import ErrataText
import Foundation
import TestSupport
import Testing

/// Each kind of input: how it is split into responses, and the positions of findings.
struct InputTests {
  private struct Line: Decodable {
    let rule, severity, message, file: String
    let surface, code, pointer: String?
    let status: Int?
    let line, column: Int
  }

  /// The findings in `bytes` in the form `rule line:column pointer`, and the summary.
  private func validate(
    _ bytes: some Sequence<UInt8>, as kind: InputKind, surface: String? = nil, status: Int? = nil, threads: Int = 2,
    chunkSize: Int = .max
  ) throws -> (findings: [String], summary: Summary) {
    let bytes = Array(bytes)
    var index = 0
    let source = InputSource(name: "input") { output in
      let count = min(output.freeCapacity, chunkSize, bytes.count - index)
      for byte in bytes[index..<index + count] { output.append(byte) }
      index += count
    }
    var output: [UInt8] = []
    let options = ValidationOptions(surface: surface, status: status, threads: threads)
    let (summary, failure) = try validator().validate(source, as: kind, options) { findings, _ in
      output += findings.bytes
    }
    #expect(failure == nil)
    let findings = try output.split(separator: 0x0A).map { line in
      let finding = try JSONDecoder().decode(Line.self, from: Data(line))
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
      #expect(object.values.allSatisfy { !($0 is NSNull) }, "what is unknown is left out")
      #expect(finding.file == "input" && !finding.message.isEmpty)
      return "\(finding.rule) \(finding.line):\(finding.column) \(finding.pointer ?? "-")"
    }
    #expect(findings.count == summary.errors + summary.warnings)
    return (findings, summary)
  }

  /// `line:column` of the first `needle` in a line of `text`.
  private func position(_ line: Int, _ needle: String, in text: String) throws -> String {
    let content = text.split(separator: "\n", omittingEmptySubsequences: false)[line - 1]
    let start = try #require(content.range(of: needle)).lowerBound
    return "\(line):\(content[..<start].unicodeScalars.count + 1)"
  }

  private let good = #"{"code":"sold_out","message":"m"}"#

  @Test func aBody() throws {
    let (findings, summary) = try validate(
      "{\n \"code\": \"sold_ot\",\n\t\"message\": 7}".utf8, as: .body, surface: "shop")
    #expect(findings == ["unknown-code 2:10 /code", "wrong-type 3:13 /message"])
    #expect(summary.checked == 1 && summary.warnings == 1 && summary.errors == 1)
    #expect(try validate(good.utf8, as: .body, surface: "shop", status: 400).findings == ["status-mismatch 1:9 /code"])
    #expect(
      try validate("\u{FEFF}\(good)x".utf8, as: .body, surface: "shop").findings == [
        "byte-order-mark 1:1 ", "trailing-content 1:34 ",
      ])
    #expect(
      try validate([UInt8](repeating: 0x20, count: 9 << 20), as: .body, surface: "shop").findings == ["too-large 1:1 -"]
    )
  }

  @Test func oneBodyPerLine() throws {
    let lines = [good, "", "{\"message\":\"æ\",\"code\":\"sold_ot\"}\r", "x", good]
    let (findings, summary) = try validate(lines.joined(separator: "\n").utf8, as: .lines, surface: "shop")
    #expect(findings == ["empty-body 2:1 ", "unknown-code 3:23 /code", "not-json 4:1 "])
    #expect(summary.checked == 5)
    #expect(summary.codes.map { "\($0.code) \($0.count)" } == ["sold_out 2", "sold_ot 1"])
    #expect(summary.rules.map(\.rule.name) == ["empty-body", "not-json", "unknown-code"])
    #expect(try validate("\(good)\n".utf8, as: .lines, surface: "shop").summary.checked == 1)
    #expect(try validate("".utf8, as: .lines, surface: "shop").summary.checked == 0)
    #expect(
      try validate([0x22, 0xFF, 0x22, 0x0A] + good.utf8, as: .lines, surface: "shop").findings == [
        "not-an-object 1:1 ", "not-utf8 1:2 ",
      ])
  }

  @Test func oneRedirectPerLine() throws {
    let lines = [
      "https://a/b?error=access_denied&error_description=No&state=x",
      "https://a/b?error=access_denie&error_description=No&state=x\r",
    ]
    let (findings, summary) = try validate(lines.joined(separator: "\n").utf8, as: .lines, surface: "authorize")
    #expect(findings == ["unknown-code 2:13 /error"] && summary.checked == 2)
  }

  @Test func oneExchangePerLine() throws {
    let lines = [
      #"{"path":"/orders/1","status":409,"body":{"code":"sold_out","message":"m"}}"#,
      #"{"status":400,"path":"/orders/1?a=b","body":{"code":"sold_out","message":7}}"#,
      #"{"path":"/orders/1","status":409,"body":"{\"code\":\"s\u006fld_ot\",\"message\":\"m\"}"}"#,
      #"{"path":"/orders/1","status":409,"body_base64":"eyJjb2RlIjoic29sZF9vdCIsIm1lc3NhZ2UiOiJtIn0="}"#,
      #"{"path":"/orders/1","status":500}"#,
      #"{"path":"/orders/1","status":500,"body":null}"#,
      #"{"path":"/orders/1","status":500,"body":[1]}"#,
      #"{"path":"/orders/1","status":200,"body":{"items":[]}}"#,
      #"{"path":"/orders/1","status":200,"body":{"code":"sold_out","message":"m"}}"#,
      #"{"path":"/elsewhere","status":500,"body":"x"}"#,
      #"{"url":"https://shop.example/orders/1?x","status":409,"body":{"code":"sold_ot","message":"m"}}"#,
      #"{"path":"/token","status":401,"headers":{"content-type":"application/json","cache-control":["no-store"]},"body":{"error":"invalid_client"}}"#,
      #"{"path":"/authorize","status":302,"headers":{"Location":"https://a/b?error=access_denie&error_description=x&state=y"}}"#,
      #"{"path":"/authorize","status":302,"headers":{"location":"https://a/b?code=1"}}"#,
      #"{"path":"/authorize","status":200,"body":"<html>"}"#,
      #"{"url":"https:\/\/a/b#error=access_denied&error_description=x&state=y"}"#,
      #"{"path":"/orders/1","status":4.09e2,"body":{"code":"sold_out","message":"m"}}"#,
      "   ",
    ]
    let (findings, summary) = try validate(lines.joined(separator: "\n").utf8, as: .exchanges)
    let text = lines.joined(separator: "\n")
    let expected = try [
      "status-mismatch \(position(2, "\"sold_out", in: text)) /code",
      "wrong-type \(position(2, "7}", in: text)) /message",
      "unknown-code \(position(3, "\\\"s\\u006fld_ot", in: text)) /code",
      "unknown-code \(position(4, "\"eyJj", in: text)) /code", "empty-body 5:1 ",
      "empty-body \(position(6, "null", in: text)) ",
      "not-an-object \(position(7, "[1]", in: text)) ",
      "success-with-error \(position(9, "\"sold_out", in: text)) /code",
      "unknown-code \(position(11, "\"sold_ot", in: text)) /code",
      "missing-challenge \(position(12, "{\"error", in: text)) -",
      "unknown-code \(position(13, "error=", in: text)) /error",
      "fragment-response \(position(16, "#", in: text)) ",
    ]
    #expect(findings == expected)
    #expect(summary.checked == 13 && summary.successes == 3 && summary.unmatched == 1)
    #expect(summary.surfaces.map { "\($0.surface) \($0.count)" } == ["shop 10", "token 1", "authorize 2"])
  }

  @Test(arguments: [
    ("nonsense", "1:1", "expected an exchange to be a JSON object"),
    ("[1]", "1:1", "expected an exchange to be a JSON object"),
    (#"{"path":"/orders/1","status":400"#, "1:33", "unexpected end of input"),
    (#"{"path":"/orders/1"} x"#, "1:22", "unexpected text after the exchange"),
    (#"{"path":"/orders/1","status":"4oo","body":{}}"#, "1:30", "expected `status` to be an integer"),
    (#"{"path":"/orders/1","status":600,"body":{}}"#, "1:30", "expected `status` to be an integer"),
    (#"{"path":"/orders/1","status":400.5,"body":{}}"#, "1:30", "expected `status` to be an integer"),
    (#"{"path":7,"status":400,"body":{}}"#, "1:9", "expected `path` to be a string"),
    ("{", "1:1", "found JSON over several lines; convert it with `jq -c .`"),
    (" [ ", "1:2", "found JSON over several lines; convert it with `jq -c '.[]'`"),
    (#"{"path":"/orders/1","headers":[],"body":{}}"#, "1:31", "expected `headers` to be an object"),
    (#"{"path":"/orders/1","body_base64":"%"}"#, "1:35", "not valid base64"),
    (#"{"status":400,"body":{}}"#, "1:1", "no surface given"),
  ])
  func aLineThatIsNotAnExchange(_ line: String, _ position: String, _ reason: String) throws {
    let after = #"{"path":"/orders/1","status":409,"body":{"code":"sold_ot","message":"m"}}"#
    var text = ""
    let source = InputSource(name: "input", bytes: Array("\(line)\n\(after)".utf8))
    let (summary, _) = try validator().validate(source, as: .exchanges, ValidationOptions(format: .text)) {
      findings, _ in
      text += String(decoding: findings.bytes, as: UTF8.self)
    }
    #expect(text.hasPrefix("input:\(position): error: ") && text.contains(reason), "\(text)")
    #expect(summary.checked == 1 && summary.rules.map(\.rule.name) == ["broken-input", "unknown-code"])
  }

  @Test func aGivenSurfaceOverridesThePath() throws {
    let line = #"{"path":"/elsewhere","body":{"code":"sold_ot","message":"m"}}"#
    #expect(
      try validate(line.utf8, as: .exchanges, surface: "shop", status: 200).findings == [
        "unknown-code 1:37 /code", "success-with-error 1:37 /code",
      ])
  }

  @Test func aBodyNeedsASurface() throws {
    let (findings, summary) = try validate("\(good)\n\(good)".utf8, as: .lines)
    #expect(findings == ["broken-input 1:1 -", "broken-input 2:1 -"] && summary.checked == 0)
    #expect(try validate(good.utf8, as: .body, surface: "none").findings == ["broken-input 1:1 -"])
  }

  // MARK: Recordings

  private func entry(_ path: String, _ status: Int, _ text: String?, more: String = "") throws -> String {
    let content = try text.map { ",\"text\":" + String(decoding: try JSONEncoder().encode($0), as: UTF8.self) } ?? ""
    return """
      {"request":{"method":"POST","url":"https://api.example\(path)"},
       "response":{"status":\(status),\(more)"content":{"mimeType":"application/json"\(content)}}}
      """
  }

  private func recording(_ entries: [String]) -> String {
    """
    {"log":{"version":"1.2","creator":{"name":"\\"log\\":{\\"entries\\":[","version":"1"},"pages":[{"entries":[{}]}],
    "entries":[
    \(entries.joined(separator: ",\n"))
    ],"comment":"end"}}
    """
  }

  @Test func aRecording() throws {
    let entries = try [
      entry("/orders/1", 409, #"{"code":"sold_ot","message":"æ"}"#), entry("/app.js", 200, "}]{[\"\\"),
      entry("/orders/2?x=y", 200, "[]"), entry("/orders/1", 502, "<html>"), entry("/orders/1", 0, nil),
      entry(
        "/token", 401, #"{"error":"invalid_client"}"#,
        more: #""headers":[{"name":"Content-Type","value":"application/json"}],"#),
      entry("/authorize", 302, nil, more: #""redirectURL":"https://a/b?error=access_denied","#),
      entry("/orders/1", 409, "eyJjb2RlIjoic29sZF9vdXQifQ==").replacing(
        #""mimeType""#, with: #""encoding":"base64","mimeType""#),
    ]
    let text = recording(entries)
    let expected = try [
      "unknown-code \(position(4, "\\\"sold_ot", in: text)) /code", "not-json \(position(10, "<html", in: text)) ",
      "missing-challenge \(position(14, "{\\\"error", in: text)) -",
      "cacheable \(position(14, "{\\\"error", in: text)) -",
      "missing-field \(position(16, "https", in: text)) ", "missing-state \(position(16, "https", in: text)) ",
      "missing-field \(position(18, "\"eyJj", in: text)) ",
    ]
    let without = try entry("/orders/1", 409, nil).replacing(#""mimeType""#, with: #""size":12,"mimeType""#)
    #expect(try validate(recording([without]).utf8, as: .har).summary.notRecorded == 1)
    let empty = recording([try entry("/orders/1", 409, nil)])
    #expect(try validate(empty.utf8, as: .har).findings == ["empty-body \(position(4, "{\"mimeType", in: empty)) "])
    for chunkSize in [Int.max, 1, 7, 64] {
      let (findings, summary) = try validate(text.utf8, as: .har, chunkSize: chunkSize)
      #expect(findings == expected, "read in chunks of \(chunkSize)")
      #expect(summary.checked == 5 && summary.successes == 1)
      #expect(summary.unmatched == 1 && summary.notRecorded == 1)
    }
    // The same on one line.
    let flat = text.replacing("\n", with: "")
    #expect(
      try validate(flat.utf8, as: .har).findings.first == "unknown-code \(position(1, "\\\"sold_ot", in: flat)) /code")
  }

  /// A URL in the path of a URL is part of the path.
  @Test func aURLInTheURLOfARecording() throws {
    let entries = try [entry("/x/https://shop.example/cart", 409, "x"), entry("/orders/https://a/b", 409, "x")]
    let (findings, summary) = try validate(recording(entries).utf8, as: .har)
    #expect(findings.count == 1 && summary.checked == 1 && summary.unmatched == 1)
  }

  @Test func brokenRecordings() throws {
    let first = try entry("/orders/1", 409, #"{"code":"sold_ot","message":"m"}"#)
    let second = try entry("/orders/1", 409, #"{"code":"sold_out","message":"m"}"#)
    let whole = recording([first, "{\"request\":{]}", second])
    #expect(
      try validate(whole.utf8, as: .har).findings.map { $0.prefix(15) } == ["unknown-code 4:", "broken-input 5:"])
    let cut = recording([first, second]).prefix(400)
    let (findings, summary) = try validate(cut.utf8, as: .har)
    let end = cut.split(separator: "\n").last!.count + 1
    #expect(findings.map { $0.split(separator: " ")[0] } == ["unknown-code", "broken-input"])
    #expect(findings.last == "broken-input 6:\(end) -")
    #expect(summary.checked == 1)
    #expect(try validate("".utf8, as: .har).findings == ["broken-input 1:1 -"])
    #expect(try validate("{}".utf8, as: .har).findings == ["broken-input 1:1 -"])
    #expect(try validate("[[[[]]]]]]]]".utf8, as: .har).findings == ["broken-input 1:1 -"])
    let large = try entry("/orders/1", 409, String(repeating: "x", count: 9 << 20))
    #expect(
      try validate(recording([large, first]).utf8, as: .har).findings.map { $0.prefix(15) } == [
        "too-large 3:1 -", "unknown-code 6:",
      ])
  }

  /// A gateway writes the same members on each line, whether it has values for them or not.
  @Test func membersWithoutValues() throws {
    let lines = [
      #"{"path":"/orders/1","url":null,"method":"-","time":null,"request_id":"","status":null,"body":null}"#,
      #"{"path":null,"url":"/orders/1","method":null,"status":"409","body":"{\"code\":\"sold_out\",\"message\":\"m\"}"}"#,
      #"{"path":"/orders/1","status":"-"}"#, #"{"path":"/orders/1","status":0,"body":""}"#,
      #"{"path":"/orders/1","status":"502, 000"}"#,
      #"{"path":"/orders/1","status":"502, 409","body":{"code":"sold_out","message":"m"}}"#,
    ]
    let (findings, summary) = try validate(Array(lines.joined(separator: "\n").utf8), as: .exchanges)
    #expect(findings == ["empty-body 1:94 "])
    #expect(summary.checked == 3 && summary.notRecorded == 3)
    #expect(summary.codes.map { "\($0.code) \($0.status ?? 0) \($0.count)" } == ["sold_out 409 2"])
  }

  /// Problems outside the entries are reported, and the entries are still checked, regardless of how the recording is chunked.
  @Test(arguments: [
    (#"{"log":{"entries":["text",ENTRY]}}"#, ["broken-input 1:20"], "expected an entry to be an object"),
    (#"{"log":{"entries":[-1.5e3,ENTRY]}}"#, ["broken-input 1:20"], "expected an entry to be an object"),
    (#"{"log":{"entries":[true , null,ENTRY]}}"#, ["broken-input 1:20", "broken-input 1:27"], "to be an object"),
    (#"{"log":{"entries":[[{}],ENTRY]}}"#, ["broken-input 1:20"], "expected an entry to be an object"),
    (#"{"log":{"entries":[,ENTRY]}}"#, ["broken-input 1:20"], "expected an entry"),
    (#"{"log":{"entries":[ENTRY,]}}"#, ["broken-input 1:END"], "expected an entry"),
    (#"{"log":{"entries":[{}ENTRY]}}"#, ["broken-input 1:22"], "expected `,` or `]`"),
    (#"{"log":{"entries":[ENTRY]}} {"#, ["broken-input 1:END"], "unexpected text after the recording"),
    (#"x {"log":{"entries":[ENTRY]}}"#, ["broken-input 1:1"], "expected a recording to be a JSON object"),
    (#"{"log":{"entries":[ENTRY]} ]"#, ["broken-input 1:END"], "not valid JSON: expected `,` or `}`"),
    (#"{"log":{"a" 1,"entries":[ENTRY]}}"#, ["broken-input 1:13"], "not valid JSON: expected `:` after the key"),
    (#"{"log":{"entries":[ENTRY]"#, ["broken-input 1:END+1"], "unexpected end of file"),
    (#"{"l\u006fg":{"\u0065ntries":[ENTRY]}}"#, [], ""),
    ("\u{FEFF}" + #"{"log":{"entries":[7,ENTRY]}}"#, ["broken-input 1:20"], "expected an entry to be an object"),
  ])
  func aroundTheEntries(_ recording: String, _ expected: [String], _ reason: String) throws {
    let entry =
      #"{"request":{"url":"/orders/1"},"response":{"status":409,"content":{"text":"{\"code\":\"sold_ot\"}"}}}"#
    let text = recording.replacing("ENTRY", with: entry)
    let end = text.unicodeScalars.filter { $0 != "\u{FEFF}" }.count - (text.hasSuffix("]}}") ? 2 : 0)
    let all = expected.map { $0.replacing("END+1", with: "\(end + 1)").replacing("END", with: "\(end)") }
    for chunkSize in [Int.max, 1, 3] {
      let (findings, summary) = try validate(text.utf8, as: .har, chunkSize: chunkSize)
      let broken = findings.filter { $0.hasPrefix("broken-input") }.map { String($0.dropLast(2)) }
      #expect(broken == all && summary.checked == 1, "\(findings) in chunks of \(chunkSize)")
    }
    var output = ""
    let source = InputSource(name: "input", bytes: Array(text.utf8))
    _ = try validator().validate(source, as: .har, ValidationOptions(format: .text)) { findings, _ in
      output += String(decoding: findings.bytes, as: UTF8.self)
    }
    #expect(output.contains(reason.isEmpty ? "unknown-code" : reason))
  }

  /// Suggestions are limited per part of an input, and the parts do not depend on how the recording is read.
  @Test func suggestionsDoNotDependOnHowARecordingIsRead() throws {
    let entries = (0..<3_000).map { number in
      let body = #"{\"code\":\"sold_o\#(number % 100)\",\"message\":\"m\"}"#
      let padding = String(repeating: "x", count: 900)
      return
        #"{"request":{"url":"/orders/1"},"response":{"status":409,"content":{"text":"\#(body)"}},"comment":"\#(padding)"}"#
    }
    let bytes = Array(recording(entries).utf8)
    func suggestions(_ chunkSize: Int) throws -> [Int] {
      var rest = bytes[...]
      let source = InputSource(name: "input") { output in
        let chunk = rest.prefix(min(chunkSize, output.freeCapacity))
        for byte in chunk { output.append(byte) }
        rest = rest.dropFirst(chunk.count)
      }
      var text: [UInt8] = []
      _ = try validator().validate(source, as: .har, ValidationOptions(format: .text)) { findings, _ in
        text += findings.bytes
      }
      let messages = String(decoding: text, as: UTF8.self).split(separator: "\n").filter {
        $0.contains("[unknown-code]")
      }
      #expect(messages.count == 3_000)
      return messages.indices.filter { messages[$0].contains("did you mean") }
    }
    let whole = try suggestions(.max)
    #expect(whole.count > 64)
    #expect(try suggestions(4_096) == whole && suggestions(65_536) == whole)
  }

  // MARK: Alternative forms of exchanges

  @Test(arguments: [
    (#""body_base64":"BASE64""#, []),
    (
      #""body_base64":"BASE\/64""#.replacing("BASE\\/64", with: "eyJjb2RlIjoic29sZF9vdXQiLCJtZXNzYWdlIjoiPz8\\/In0="),
      []
    ),
    (#""body_base64":"BASE64","body":null"#, []), (#""body":null,"body_base64":"BASE64""#, []),
    (#""body_base64":null,"body":null"#, ["empty-body 1:60 "]),
    (#""body_base64":"%","body":{"code":"sold_out","message":"m"}"#, []),
    (#""body":{"code":"sold_out","message":"m"},"body_base64":"%""#, []),
  ])
  func bodiesInBase64(_ members: String, _ expected: [String]) throws {
    let encoded = Data(good.utf8).base64EncodedString()
    let line = #"{"path":"/orders/1","status":409,"# + members.replacing("BASE64", with: encoded) + "}"
    #expect(try validate(line.utf8, as: .exchanges).findings == expected)
  }

  @Test func repeatedHeaders() throws {
    func findings(_ headers: String) throws -> [String] {
      let line = #"{"path":"/token","status":400,"headers":{\#(headers)},"body":{"error":"invalid_grant"}}"#
      return try validate(line.utf8, as: .exchanges).findings.map { String($0.prefix { $0 != " " }) }
    }
    let json = #""Content-Type":"application/json""#
    #expect(try findings(#"\#(json),"Cache-Control":["no-store","private"]"#) == [])
    #expect(try findings(#"\#(json),"Cache-Control":["private","max-age=0, no-store"]"#) == [])
    #expect(try findings(#"\#(json),"Cache-Control":"no-store","cache-control":"private""#) == [])
    #expect(try findings(#"\#(json),"Cache-Control":["private","no-cache"]"#) == ["cacheable"])
    // Only the first line of a header that is not a list counts.
    #expect(try findings(#"\#(json),"content-type":"text/html","Cache-Control":"no-store""#) == [])
    #expect(
      try findings(#""Content-Type":["text/html","application/json"],"Cache-Control":"no-store""#) == ["content-type"])
  }

  /// RFC 9110, sections 9.3.2, 15.3.5 and 15.4.5.
  @Test func responsesWithoutABody() throws {
    func findings(_ members: String) throws -> [String] {
      try validate("{\"path\":\"/orders/1\",\(members)}".utf8, as: .exchanges).findings
    }
    #expect(try findings(#""method":"HEAD","status":409,"body":"""#) == [])
    #expect(try findings(#""method":"HEAD","status":409"#) == [])
    #expect(try findings(#""method":"GET","status":409,"body":"""#) == ["empty-body 1:57 "])
    #expect(try findings(#""method":"HEAD","status":409,"body":"x""#).first?.hasPrefix("not-json") == true)
    for status in [204, 304] {
      #expect(try validate("".utf8, as: .body, surface: "shop", status: status).findings == [])
      #expect(try validator().findings(in: Exchange(surface: "shop", status: status, body: [])) == [])
    }
    #expect(try validate("".utf8, as: .body, surface: "shop", status: 409).findings == ["empty-body 1:1 "])
    #expect(try validator().findings(in: Exchange(surface: "shop", method: "HEAD", status: 409, body: [])) == [])

    let head = try entry("/orders/1", 409, nil).replacing(#""POST""#, with: #""HEAD""#)
    #expect(try validate(recording([head]).utf8, as: .har).findings == [])
  }

  // MARK: Streams

  @Test func batchesEndAtLineFeeds() throws {
    // Lines of different lengths, and one that is longer than a batch.
    var lines: [String] = []
    for number in 0..<30_000 {
      let filler = String(repeating: "x", count: number % 97)
      lines.append(
        "{\"code\":\"\(number % 1000 == 0 ? "sold_ot" : "sold_out")\",\"message\":\"m\",\"ref\":\"R1\"\(filler.isEmpty ? "" : " ")}"
      )
      if number == 15_000 { lines.append(good + String(repeating: " ", count: 3 << 20) + "x") }
    }
    let text = Array(lines.joined(separator: "\n").utf8)
    let expected = lines.enumerated().filter { $0.element.contains("sold_ot\"") || $0.element.hasSuffix("x") }.map {
      $0.element.hasSuffix("x")
        ? "trailing-content \($0.offset + 1):\($0.element.count) " : "unknown-code \($0.offset + 1):9 /code"
    }
    for (threads, chunkSize) in [(1, Int.max), (2, 65_536), (5, 4_099)] {
      let (findings, summary) = try validate(text, as: .lines, surface: "shop", threads: threads, chunkSize: chunkSize)
      #expect(findings == expected, "\(threads) threads, chunks of \(chunkSize)")
      #expect(summary.checked == lines.count)
    }
  }

  @Test func aLineThatIsTooLong() throws {
    let long = [UInt8](repeating: 0x78, count: 10 << 20)
    let (findings, summary) = try validate(
      Array("\(good)\n".utf8) + long + Array("\nx\n".utf8), as: .lines, surface: "shop")
    #expect(findings == ["too-large 2:1 -", "not-json 3:1 "] && summary.checked == 2)
    #expect(try validate(long, as: .lines, surface: "shop").findings == ["too-large 1:1 -"])
    #expect(try validate(long + [0x0A], as: .exchanges).findings == ["too-large 1:1 -"])
  }

  /// The output, including suggestions, does not depend on the number of threads.
  @Test func outputDoesNotDependOnThreads() throws {
    let lines = (0..<40_000).map { "{\"code\":\"sold_o\($0 % 300)\",\"message\":\"m\"}" }.joined(separator: "\n")
    func output(_ threads: Int) throws -> [UInt8] {
      var output: [UInt8] = []
      let source = InputSource(name: "input", bytes: Array(lines.utf8))
      let options = ValidationOptions(format: .text, surface: "shop", threads: threads)
      _ = try validator().validate(source, as: .lines, options) { findings, _ in output += findings.bytes }
      return output
    }
    let one = try output(1)
    #expect(one.count > 1_000_000)
    #expect(try output(2) == one && output(7) == one)
  }

  @Test func errorsOfReadingAndEmittingAreReturned() throws {
    struct Stop: Error {}
    var isFirst = true
    let line = Array("x\n".utf8)
    let source = InputSource(name: "input") { output in
      if !isFirst { throw Stop() }
      isFirst = false
      for byte in line { output.append(byte) }
    }
    var output = 0
    let options = ValidationOptions(surface: "shop", threads: 2)
    let (summary, failure) = try validator().validate(source, as: .lines, options) { findings, _ in
      output += findings.bytes.count
    }
    #expect(failure is Stop && summary.checked == 1 && output > 0)
    let lines = Array(repeating: Array((String(repeating: " ", count: 4095) + "\n").utf8), count: 2_000).flatMap(\.self)
    let unread = try validator().validate(InputSource(name: "input", bytes: lines), as: .lines, options) { _, _ in
      throw Stop()
    }
    #expect(unread.failure is Stop && unread.summary.checked < 2_000)
  }

  /// The fast path for ASCII lines writes the same as `DiagnosticFormat.text`.
  @Test(arguments: [
    #"{"code":"sold_ot","message":"m"}"#, #"{"code":"sold_out","message":7}"#, "x", #"{"message":"m","x":1}"#,
    #"{"code":"sold_out","message":"m"}"# + String(repeating: " ", count: 200) + "x",
    String(repeating: " ", count: 200) + #"{"code":"sold_ot","message":"m","a":1,"b":2,"c":3}"#
      + String(repeating: " ", count: 200),
    "{\"code\":\"sold_ot\",\t\"message\":\"m\"}", "{\"code\":\"sold_ot\",\"message\":\"æ\"}",
    "\u{FEFF}{\"code\":\"sold_ot\",\"message\":\"m\"}",
    String(repeating: " ", count: 3000) + "x",
  ])
  func textHasTheFormatOfDiagnostics(_ line: String) throws {
    let lines = "\n\n" + line
    var text = ""
    let options = ValidationOptions(format: .text, surface: "shop")
    _ = try validator().validate(InputSource(name: "a b.ndjson", bytes: Array(lines.utf8)), as: .lines, options) {
      bytes, _ in
      text += String(decoding: bytes.bytes, as: UTF8.self)
    }
    let file = SourceFile(path: "a b.ndjson", bytes: Array(("\n\n" + line.drop { $0 == "\u{FEFF}" }).utf8))
    let expected = try validator().findings(in: Exchange(surface: "shop", body: line.utf8)).map { finding in
      // A finding has no length, so only the first caret is compared.
      let start = SourcePosition(line: 3, column: finding.position.column)
      let message = DiagnosticFormat.text.render(
        Diagnostic(
          Rule.validationRules[finding.rule.rawValue].with(finding.severity), finding.message,
          at: SourceLocation(file: file, start: start)))
      return message.replacing(/\^+\n/, with: "^\n")
    }
    let output = text.replacing(/\^+\n/, with: "^\n")
    #expect(output.hasSuffix(expected.joined()), "\(output)\n\(expected.joined())")
  }
}
