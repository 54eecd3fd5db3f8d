@testable import ErrataValidation

import ErrataCatalog
import Foundation
import TestSupport
import Testing

/// The validator, with each case as a line of a log.
struct CheckingTests {
  @Test func agreesWithTheSpecification() throws {
    let catalogs = Dictionary(
      uniqueKeysWithValues: try Cases.catalogNames().map { ($0, try Cases.catalog($0)) })
    for item in try Cases.all() where item.checking != .any {
      let found = try check(item, try #require(catalogs[item.catalog]))
      if found != item.checking {
        Issue.record("\(item)\n  expected \(item.checking)\n  found    \(found)")
      }
    }
  }

  private func check(_ item: ReadingCase, _ catalog: Catalog) throws -> Checking {
    var validator = Validator(catalog, base: item.base)
    if let now = item.now { validator.now = Int(try Date(now, strategy: .iso8601).timeIntervalSince1970) }
    var output: [UInt8] = []
    let (summary, failure) = validator.validate(
      InputSource(name: "case", bytes: Array(try JSONEncoder().encode(RecordedExchange(item)))), as: .exchanges,
      ValidationOptions(format: .json, surface: item.surface)
    ) { findings, _ in output += findings.bytes }
    #expect(failure == nil)
    if summary.successes > 0 { return .success }
    if summary.unmatched + summary.notRedirects > 0 { return .outside }
    let findings = try output.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(ExpectedFinding.self, from: Data($0))
    }
    return .findings(Set(findings))
  }
}

/// A line of a log with the response of a case.
private struct RecordedExchange: Encodable {
  let method: String?
  let path: String?
  let status: Int?
  let headers: [String: [String]]?
  let body: String?
  let bodyBase64: String?
  let url: String?

  private enum CodingKeys: String, CodingKey {
    case method, path, status, headers, body
    case bodyBase64 = "body_base64"
    case url
  }

  init(_ item: ReadingCase) {
    method = item.method
    path = item.path
    status = item.status
    // By the name in lower case, so that the lines of a header stay in their order whatever the case of its names.
    headers = item.headers.map { headers in
      Dictionary(headers.map { ($0[0].lowercased(), [$0[1]]) }, uniquingKeysWith: +)
    }
    body = item.body
    bodyBase64 = item.bodyBase64
    url = item.url
  }
}
