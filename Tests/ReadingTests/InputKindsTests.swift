import ErrataCatalog
import ErrataText
import ErrataValidation
import Foundation
import TestSupport
import Testing

/// A response is checked in the same way, however it is recorded: as a line of a log, as an entry of a recording, or as a value of the
/// library.
struct InputKindsTests {
  @Test func aResponseHasTheSameFindingsHoweverItIsRecorded() throws {
    for (index, catalog) in try Cases.readable().enumerated() {
      let validator = Validator(catalog)
      var generator = ResponseGenerator(seed: 17 + UInt64(index), catalog.name.lowercased(), catalog)
      var compared = 0
      for number in 0..<120 {
        let line = generator.next()
        let item = try JSONDecoder().decode(RecordedResponse.self, from: Data(line.utf8))
        guard let response = item.completed(for: catalog, number: number) else { continue }
        compared += 1
        let asLine = try findings(response.line, as: .exchanges, validator)
        let asEntry = try findings(response.recording, as: .har, validator)
        let (asValue, summary) = validator.validate([response.exchange])
        #expect(asLine.findings == asEntry.findings, "\(catalog.name): \(line)")
        #expect(asLine.findings == asValue.map(Found.init), "\(catalog.name): \(line)")
        #expect(asLine.summary == asEntry.summary && asLine.summary == summary.json(), "\(catalog.name): \(line)")
      }
      #expect(compared > 60, "\(catalog.name) has too few responses that all three can have")
    }
  }

  /// The summary of a log is the sum of the summaries of its parts.
  @Test func summariesOfPartsAdd() throws {
    let catalog = try TestCatalogue.bankID.read()
    let validator = Validator(catalog, base: "/csc/v2")
    let lines = try Repository.text("Tests/Fixtures/logs/gateway.ndjson").split(separator: "\n").map(String.init)
    let whole = try findings(lines.joined(separator: "\n"), as: .exchanges, validator).summary
    for size in [1, 7, 100] {
      var sum = Summary(emptyFor: validator)
      for start in stride(from: 0, to: lines.count, by: size) {
        let part = lines[start..<min(start + size, lines.count)].joined(separator: "\n")
        sum =
          sum
          + validator.validate(InputSource(name: "log", bytes: Array(part.utf8)), as: .exchanges, ValidationOptions()) {
            _, _ in
          }.summary
      }
      #expect(sum.json() == whole)
    }
  }

  private func findings(
    _ text: String, as kind: InputKind, _ validator: Validator
  ) throws -> (findings: [Found], summary: String) {
    var output: [UInt8] = []
    let (summary, failure) = validator.validate(
      InputSource(name: "log", bytes: Array(text.utf8)), as: kind, ValidationOptions()
    ) { batch, _ in output += batch.bytes }
    #expect(failure == nil)
    let findings = try output.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Found.self, from: Data($0))
    }
    return (findings, summary.json())
  }
}

/// A finding without its place in the input.
private struct Found: Decodable, Equatable {
  let rule, severity, message: String
  let surface, code, method, path, time, requestID, pointer: String?
  let status: Int?

  private enum CodingKeys: String, CodingKey {
    case rule, severity, message, surface, code, method, path, time, pointer, status
    case requestID = "request_id"
  }

  init(_ finding: Finding) {
    (rule, severity, message) = (finding.rule.name, finding.severity.rawValue, finding.message)
    (surface, code, status, pointer) = (finding.surface, finding.code, finding.status, finding.pointer)
    (method, path, time, requestID) = (finding.method, finding.path, finding.time, finding.requestID)
  }
}

/// A generated response.
private struct RecordedResponse: Decodable {
  let surface: String?
  let path: String?
  let status: Int?
  let headers: [[String]]?
  let body: String?
  let url: String?

  /// The response with everything that each kind of input needs; nil if one of them cannot have it: the library has no header twice.
  func completed(for catalog: Catalog, number: Int) -> CompleteResponse? {
    var headers = headers ?? []
    guard Set(headers.map { $0[0].lowercased() }).count == headers.count else { return nil }
    let surface = catalog.surfaces.first { $0.key == self.surface }
    guard let path = path ?? surface.map({ $0.endpoints[0].path.description.replacing("*", with: "x") }) else {
      return nil
    }
    if let url { headers.append(["Location", url]) }
    return CompleteResponse(
      method: number % 3 == 0 ? "HEAD" : "POST", path: path, time: "2026-11-24T08:00:0\(number % 10)Z",
      requestID: headers.contains { $0[0].lowercased().hasSuffix("request-id") } ? nil : "r-\(number)",
      status: url == nil ? status ?? 400 : 302, headers: headers,
      body: body ?? "")
  }
}

private struct CompleteResponse {
  let method, path, time: String
  let requestID: String?
  let status: Int
  let headers: [[String]]
  let body: String

  /// The headers with the request id, which is nowhere else in a recording.
  private var allHeaders: [[String]] { headers + (requestID.map { [["X-Request-ID", $0]] } ?? []) }

  var line: String {
    JSONValue.object([
      ("method", .string(method)), ("path", .string(path)), ("time", .string(time)), ("status", .number(status)),
      ("headers", .object(allHeaders.map { ($0[0], .string($0[1])) })), ("body", .string(body)),
    ]).line
  }

  var recording: String {
    let request: [(String, JSONValue)] = [("method", .string(method)), ("url", .string(path))]
    let headers = allHeaders.map { JSONValue.object([("name", .string($0[0])), ("value", .string($0[1]))]) }
    let response: [(String, JSONValue)] = [
      ("status", .number(status)), ("headers", .array(headers)), ("content", .object([("text", .string(body))])),
    ]
    let entry: [(String, JSONValue)] = [
      ("startedDateTime", .string(time)), ("request", .object(request)), ("response", .object(response)),
    ]
    return JSONValue.object([("log", .object([("entries", .array([.object(entry)]))]))]).line
  }

  var exchange: Exchange {
    Exchange(
      method: method, path: path, status: status,
      headers: Dictionary(uniqueKeysWithValues: allHeaders.map { ($0[0], $0[1]) }), time: time, body: body.utf8)
  }
}
