@testable import ErrataValidation

import ErrataCatalog
import Foundation
import TestSupport
import Testing

/// Random responses of every shape, which the generated code of all languages and the validator must read in the same way.
@Suite(.slow) struct RandomReadingTests {
  private static let seed: UInt64 = 20_261_128
  private static let responses = 100_000
  private static let batches = 4

  @Test func allReadersAgree() async throws {
    let catalogs = try Cases.readable()
    var generators = catalogs.enumerated().map { index, catalog in
      ResponseGenerator(seed: Self.seed + UInt64(index), catalog.name.lowercased(), catalog)
    }
    let validators = Dictionary(uniqueKeysWithValues: catalogs.map { ($0.name.lowercased(), Validator($0)) })
    let batches = (0..<Self.batches).map { _ in
      (0..<Self.responses / Self.batches).map { generators[$0 % generators.count].next() }
    }
    // Two at a time, since it is the last test to end.
    try await withThrowingTaskGroup(of: Void.self) { group in
      for lane in 0..<2 {
        group.addTask {
          for batch in stride(from: lane, to: batches.count, by: 2) {
            try await expectAgreement(batches[batch], validators)
          }
        }
      }
      try await group.waitForAll()
    }
  }

  /// The exchanges of the examples are those that real clients will see.
  @Test func allReadersAgreeOnTheExamples() async throws {
    let catalogs = try ExampleCatalogue.all.map { try ($0.read(), $0.exchanges()) }
    let lines = try catalogs.flatMap { catalog, exchanges in
      try exchanges.split(separator: "\n").map { try ExampleCase(exchange: String($0), of: catalog).line() }
    }
    let validators = Dictionary(uniqueKeysWithValues: catalogs.map { ($0.0.name.lowercased(), Validator($0.0)) })
    try await expectAgreement(lines, validators)
  }

  private func expectAgreement(_ lines: [String], _ validators: [String: Validator]) async throws {
    let decoder = JSONDecoder()
    let checked = try lines.map { line in
      let item = try decoder.decode(RandomCase.self, from: Data(line.utf8))
      return try #require(validators[item.catalog]).reading(of: item)
    }
    try await withTemporaryFolder { folder in
      func write(_ lines: some Sequence<some StringProtocol>, _ name: String) throws -> String {
        let file = folder.appending(path: name)
        try Data(lines.joined(separator: "\n").utf8).write(to: file)
        return file.path(percentEncoded: false)
      }
      var arguments = [
        Repository.root.appending(path: "Tests/Tools/compare_readings.py").path(percentEncoded: false),
        try write(lines, "cases"), "validator=" + (try write(checked, "validator")),
      ]
      for subject in Subject.allCases where subject.isExpected {
        let readings = try await ReaderPrograms.shared.program(for: subject).readings(of: lines)
        arguments.append("\(subject.rawValue)=" + (try write(readings, subject.rawValue)))
      }
      let result = try await runTool("python3", arguments)
      #expect(result.status == 0 && result.output == "0\n", "\(result.output)\(result.error)")
    }
  }
}

/// A response without results.
private struct RandomCase: Decodable {
  let catalog: String
  let surface: String?
  let path: String?
  let status: Int?
  let headers: [[String]]?
  let body: String?
  let url: String?
}

/// An exchange of an example as a case.
private struct ExampleCase {
  private var members: [String: Any]

  init(exchange: String, of catalog: Catalog) throws {
    members = try #require(try JSONSerialization.jsonObject(with: Data(exchange.utf8)) as? [String: Any])
    members["catalog"] = catalog.name.lowercased()
    if let headers = members["headers"] as? [String: Any] {
      // The client that follows a redirect sees only its URL.
      if let location = headers["Location"] { members["url"] = location }
      members["headers"] = headers.sorted { $0.key < $1.key }.flatMap { name, value in
        (value as? [String] ?? [value as? String ?? ""]).map { [name, $0] }
      }
    }
    if let body = members["body"], !(body is String) {
      members["body"] = String(decoding: try JSONSerialization.data(withJSONObject: body), as: UTF8.self)
    }
    if members["url"] != nil {
      members["surface"] = catalog.surfaces.first { $0.response.carrier == .query }?.key
    }
  }

  func line() throws -> String {
    String(decoding: try JSONSerialization.data(withJSONObject: members, options: .sortedKeys), as: UTF8.self)
  }
}

extension Validator {
  /// The surface and the code that it finds, as a line of JSON; `null` where it does not say what readers say.
  fileprivate func reading(of item: RandomCase) throws -> String {
    var exchange =
      item.url.map { Exchange(surface: item.surface, redirect: $0) }
      ?? Exchange(
        surface: item.surface, path: item.path, status: item.status, headers: item.singleHeaders,
        body: (item.body ?? "").utf8)
    exchange.surface = item.surface
    let result = check(exchange)
    // Readers guess a base that is not known, and a redirect without a code is no error for them.
    let rules = Set(result.findings.map(\.rule))
    guard let surface = result.surface, rules.isDisjoint(with: [.wrongSurface, .brokenInput]),
      item.url == nil || result.code != nil
    else { return "null" }
    let code = result.code.map { ["code": $0] } ?? [:]
    let line = try JSONEncoder().encode(code.merging(["surface": surface]) { $1 })
    return String(decoding: line, as: UTF8.self)
  }
}

extension RandomCase {
  /// The headers as a client has them.
  fileprivate var singleHeaders: [String: String] {
    Dictionary((headers ?? []).map { ($0[0], $0[1]) }) { "\($0), \($1)" }
  }
}
