import TestSupport
import Testing

@testable import ErrataValidation

/// Thousands of inputs that are almost valid: nothing crashes, and every line is counted.
struct HostileInputTests {
  private let shop: Validator

  init() throws { shop = try validator() }

  private static let exchanges = [
    #"{"path":"/orders/1","status":409,"headers":{"Retry-After":"1","x":["y"]},"body":{"code":"sold_out","message":"m","ref":"R1"}}"#,
    #"{"path":"/token","status":401,"body":"{\"error\":\"invalid_client\",\"error_description\":\"\\u00e6\"}"}"#,
    #"{"path":"/cart","status":500,"body_base64":"eyJjb2RlIjoic29sZF9vdXQifQ=="}"#,
    #"{"path":"/authorize","status":302,"headers":{"location":"https://a/b?error=access_denied&state=%41"}}"#,
  ]

  /// `text` with a few bytes changed, removed, duplicated or inserted.
  private func damaged(_ text: String, _ random: inout some RandomNumberGenerator) -> [UInt8] {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      guard let index = bytes.indices.randomElement(using: &random) else { break }
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: index)
      case 2:
        bytes.insert(contentsOf: Array("\"\\{}[],:%&#=\u{0}\u{80}".utf8).shuffled(using: &random).prefix(2), at: index)
      case 3: bytes.removeSubrange(index..<min(index + 9, bytes.count))
      default: bytes.insert(contentsOf: bytes[index..<min(index + 20, bytes.count)], at: index)
      }
    }
    // A line feed would split the line.
    return bytes.filter { $0 != 0x0A }
  }

  private func validate(_ bytes: [UInt8], as kind: InputKind) throws -> Summary {
    let options = ValidationOptions(format: .text, surface: kind == .lines ? "shop" : nil, threads: 2)
    let (summary, failure) = shop.validate(InputSource(name: "x", bytes: bytes), as: kind, options) {
      text, _ in
      // Messages quote the input, but contain no control characters.
      #expect(!text.bytes.contains { $0 < 0x20 && $0 != 0x0A })
    }
    #expect(failure == nil)
    return summary
  }

  @Test func damagedLines() throws {
    var random = SeededGenerator(seed: 1)
    let lines = (0..<8_000).map { _ in damaged(Self.exchanges.randomElement(using: &random)!, &random) }
    let text = Array(lines.joined(separator: [0x0A]))
    let bodies = try validate(text, as: .lines)
    #expect(bodies.read == lines.count)
    let exchanges = try validate(text, as: .exchanges)
    let broken = exchanges.unreadable
    let blank = lines.count { $0.allSatisfy { [0x20, 0x09, 0x0D].contains($0) } }
    #expect(exchanges.read + blank == lines.count)
    #expect(exchanges.checked > 1_000 && broken > 1_000)
  }

  @Test func damagedRecordings() throws {
    var random = SeededGenerator(seed: 2)
    let entry =
      #"{"request":{"url":"https://x/orders/1"},"response":{"status":409,"headers":[{"name":"a","value":"b"}],"content":{"text":"{\"code\":\"sold_out\"}"}}}"#
    for _ in 0..<1_000 {
      let whole = #"{"log":{"entries":["# + Array(repeating: entry, count: 3).joined(separator: ",") + "]}}"
      let summary = try validate(damaged(whole, &random), as: .har)
      #expect(summary.checked <= 4)
    }
  }

  @Test func damagedRedirects() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<4_000 {
      let url = damaged("https://a/b?error=access_denied&error_description=a+b%20c&state=x#error=y&z", &random)
      #expect(try validate(url, as: .url).checked == 1)
    }
  }

  // MARK: Truncated inputs

  /// `rule line:column` of each finding, and the summary.
  private func places(_ bytes: some Sequence<UInt8>, as kind: InputKind) throws -> (findings: [String], Summary) {
    var text: [UInt8] = []
    let source = InputSource(name: "x", bytes: Array(bytes))
    let options = ValidationOptions(format: .text, surface: kind == .lines ? "shop" : nil, threads: 2)
    let (summary, failure) = shop.validate(source, as: kind, options) { findings, _ in text += findings.bytes }
    #expect(failure == nil)
    let lines = String(decoding: text, as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix("x:") }
    return (
      lines.map { "\($0.split(separator: "[").last!.dropLast()) \($0.dropFirst(2).prefix { $0 != " " }.dropLast())" },
      summary
    )
  }

  /// The end of a text as `line:column`.
  private func end(of text: some StringProtocol) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return "\(lines.count):\(lines.last!.unicodeScalars.count + 1)"
  }

  /// Each complete entry is checked, and the end of the file is reported.
  @Test func aRecordingThatIsTruncatedAnywhere() throws {
    let entry =
      #"{"request":{"url":"/orders/1"},"response":{"status":409,"content":{"text":"{\"code\":\"sold_ot\",\"message\":\"m\"}"}}}"#
    let start = "{\"log\": {\"creator\": {\"name\": \"\\\"[æ\"},\n\"entries\": ["
    let whole = "\(start)\n\(entry),\n\(entry) ], \"comment\": -1.5e3\n}}\n"
    let ends = [start.count + 1 + entry.count, start.count + 1 + 2 * entry.count + 2]
    for length in 0...whole.count {
      let text = whole.prefix(length)
      let (findings, summary) = try places(text.utf8, as: .har)
      let complete = ends.count { $0 <= length }
      let isWhole = length >= whole.count - 1
      let column = start.split(separator: "\n").count
      #expect(
        findings == (0..<complete).map {
          "unknown-code \(column + 1 + $0):\(entry.firstRange(of: "\\\"sold")!.lowerBound.utf16Offset(in: entry) + 1)"
        }
          + (isWhole ? [] : ["broken-input \(end(of: text))"]), "after \(length) characters: \(text)")
      #expect(summary.checked == complete)
    }
  }

  /// Each complete line is checked, and so is the rest of the last one.
  @Test(arguments: [
    (InputKind.exchanges, #"{"path":"/orders/1","status":409,"body":{"code":"sold_ot","message":"æ\n"}}"#),
    (.lines, #"{"code":"sold_ot","message":"æ\n","ref":"R1"}"#),
  ])
  func linesThatAreTruncatedAnywhere(_ kind: InputKind, _ line: String) throws {
    let whole = "\(line)\n\(line)\n"
    for length in 0...whole.utf8.count {
      let text = Array(whole.utf8.prefix(length))
      let (findings, summary) = try places(text, as: kind)
      let rest = text.split(separator: 0x0A, omittingEmptySubsequences: false).last!
      let complete = text.count { $0 == 0x0A } + (rest.count == line.utf8.count ? 1 : 0)
      #expect(findings.count { $0.hasPrefix("unknown-code") } >= complete)
      let isPartial = !rest.isEmpty && rest.count < line.utf8.count
      #expect(findings.last?.contains(" \(complete + (isPartial ? 1 : 0)):") ?? (length == 0), "\(findings)")
      #expect(summary.errors > 0 || !isPartial)
    }
  }

  /// A NUL byte anywhere in a recording is reported; between two entries, it is an element of the list without a comma, too.
  @Test func aNULAnywhereInARecording() throws {
    let entry =
      #"{"request":{"url":"/orders/1"},"response":{"status":409,"content":{"text":"{\"code\":\"sold_ot\",\"message\":\"m\"}"}}}"#
    let whole = Array(#"{"log":{"entries":[\#(entry),\#(entry)]}} "#.utf8)
    for index in 0...whole.count {
      let text = whole[..<index] + [0] + whole[index...]
      let (findings, summary) = try places(text, as: .har)
      let broken = findings.filter { $0.hasPrefix("broken-input") }
      #expect((1...2).contains(broken.count) && summary.checked <= 2, "at \(index): \(findings)")
    }
  }

  /// The text around the entries is not kept if it is large, and the entries are still found.
  @Test func aRecordingWithMegabytesAroundItsEntries() throws {
    let entry =
      #"{"request":{"url":"/orders/1"},"response":{"status":409,"content":{"text":"{\"code\":\"sold_ot\",\"message\":\"m\"}"}}}"#
    let filler = String(repeating: "x", count: 9 << 20)
    for text in [
      #"{"log":{"comment":"\#(filler)","entries":[\#(entry)]}}"#,
      #"{"log":{"entries":[\#(entry)],"comment":"\#(filler)"}}"#,
    ] {
      let (findings, summary) = try places(text.utf8, as: .har)
      #expect(findings.map { $0.prefix { $0 != " " } } == ["unknown-code", "too-large"] && summary.checked == 1)
    }
  }

  // MARK: Many findings in one response

  /// The time must be linear in the size of the body. With quadratic time, these inputs would take minutes.
  @Test func findingsOfARuleAreLimitedInEachResponse() throws {
    func counts(_ body: String, _ surface: String = "shop") -> [String: Int] {
      Dictionary(grouping: shop.findings(in: Exchange(surface: surface, body: body.utf8)), by: \.rule.name)
        .mapValues(\.count)
    }
    let repeated = "{" + Array(repeating: #""code":1"#, count: 80_000).joined(separator: ",") + "}"
    #expect(counts(repeated) == ["wrong-type": 100, "duplicate-key": 100, "unknown-code": 1, "missing-field": 1])
    let extra = (0..<80_000).map { #""k\#($0)":0"# }.joined(separator: ",")
    #expect(counts("{\(extra)}") == ["extra-field": 100, "missing-code": 1, "missing-field": 1])

    let parameters = String(repeating: "&a=1", count: 80_000) + String(repeating: "&b=%", count: 80_000)
    let url = "https://a/b?error=access_denied&error_description=x&state=x" + parameters
    let redirect = Dictionary(grouping: shop.findings(in: Exchange(redirect: url)), by: \.rule.name).mapValues(\.count)
    #expect(redirect == ["duplicate-parameter": 100, "malformed-escape": 100])
  }

  @Test func positionsInAnEscapedBodyTakeASinglePass() throws {
    // The findings follow megabytes of escapes, one finding per line.
    let filler = String(repeating: "\n", count: 1 << 20)
    let body = "{\(filler)" + (0..<100).map { "\"k\($0)\":0,\n" }.joined() + #""code":"sold_out","message":"m"}"#
    let line = #"{"path":"/orders/1","status":409,"body":""#
    let escaped = body.replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    var columns: [Int] = []
    let source = InputSource(name: "x", bytes: Array("\(line)\(escaped)\"}".utf8))
    _ = shop.validate(source, as: .exchanges, ValidationOptions(format: .json)) { findings, _ in
      for finding in String(decoding: findings.bytes, as: UTF8.self).split(separator: "\n") {
        columns.append(Int(finding[finding.firstRange(of: "\"column\":")!.upperBound...].prefix { $0 != "," }) ?? 0)
      }
    }
    let first = line.utf8.count + 1 + 1 + 2 * filler.utf8.count
    let lengths = (0..<100).map { "\\\"k\($0)\\\":0,\\n".utf8.count }
    #expect(columns == (0..<100).map { first + lengths.prefix($0).reduce(0, +) + 1 - 1 })
  }

  @Test func longCodesAreTruncatedInFindings() throws {
    let code = String(repeating: "c", count: 1 << 20)
    let body = "{\"code\":\"\(code)\",\"message\":\"m\"," + (0..<90).map { "\"k\($0)\":0" }.joined(separator: ",") + "}"
    var count = 0
    let source = InputSource(name: "x", bytes: Array(body.utf8))
    let options = ValidationOptions(format: .json, surface: "shop")
    _ = shop.validate(source, as: .body, options) { findings, _ in count += findings.bytes.count }
    #expect(count > 90_000 && count < 200_000)
  }
}
