@testable import ErrataValidation

import Foundation
import Testing

/// Summaries of inputs with more than can be told apart, and the selection of findings.
struct SummaryTests {
  /// Lines with `count` unknown codes, `count` paths and `count` kinds of responses without a code, each twice.
  private func log(_ count: Int) -> [String] {
    let once = (0..<count).flatMap { number in
      [
        #"{"path":"/orders/1","status":400,"body":{"code":"x\#(number)","message":"m"}}"#,
        #"{"path":"/nowhere/p\#(number)","status":400,"body":""}"#,
        #"{"path":"/cart","status":500,"headers":{"Content-Type":"text/x\#(number)"},"body":"x"}"#,
      ]
    }
    return once + once
  }

  private func summary(_ lines: [String], threads: Int) throws -> Summary {
    let bytes = Array(lines.joined(separator: "\n").utf8)
    let options = ValidationOptions(threads: threads)
    let (summary, failure) = try validator().validate(
      InputSource(name: "log", bytes: bytes), as: .exchanges, options
    ) { _, _ in }
    #expect(failure == nil)
    return summary
  }

  @Test func onlyTheFirstNamesAreToldApart() throws {
    for threads in [1, 3] {
      let few = try summary(log(1_000), threads: threads)
      #expect(few.codes.count == 1_000 && few.codeless.count == 1_000 && few.paths.count == 1_000)
      #expect(few.otherCodes == 0 && few.otherCodeless == 0 && few.otherPaths == 0)
      #expect(few.codes.allSatisfy { $0.count == 2 })
      // Several batches, whose order must not matter to the threads.
      let many = try summary(log(9_000), threads: threads)
      #expect(many.codes.count == 1_000 && many.codeless.count == 1_000 && many.paths.count == 1_000)
      #expect(many.otherCodes == 16_000 && many.otherCodeless == 16_000 && many.otherPaths == 16_000)
      #expect(Set(many.codes.map(\.code)) == Set((0..<1_000).map { "x\($0)" }))
      #expect(many.read == 54_000 && many.checked == 36_000 && many.unmatched == 18_000)
      #expect(many.text().contains("\ncounted together beyond the first 1,000: 16,000 with other unknown codes"))
      #expect(many.text().contains("\n  and 16,000 at paths beyond the first 1,000\n"))
    }
  }

  @Test func statesOfCodes() throws {
    let summary = try summary(
      [
        ("sold_out", 409), ("sold_out", 409), ("old_way", 400), ("ancient", 400), ("ancient", 410), ("sold_ot", 409),
        ("busy", 500),
      ].map { #"{"path":"/orders/1","status":\#($0.1),"body":{"code":"\#($0.0)","message":"m"}}"# }, threads: 1)
    let codes = summary.codes.map {
      "\($0.code) \($0.state) \($0.nearest ?? "-") \($0.status!) \($0.isStatusDocumented) \($0.count)"
    }
    #expect(
      codes == [
        "sold_out known - 409 true 2", "busy known - 500 false 1", "old_way deprecated sold_out 400 true 1",
        "ancient retired sold_out 400 true 1", "ancient retired sold_out 410 true 1",
        "sold_ot unknown sold_out 409 true 1",
      ])
    #expect(
      summary.neverSeen.map(\.code) == [
        "closed", "any_time", "cart_full", "invalid_client", "invalid_grant", "access_denied",
      ])
  }

  @Test func pathsAreGroupedAndTheirBaseIsFound() throws {
    let paths = [
      "/api/v1/orders/17", "/api/v1/orders/18", "/api/v1/cart?x=1", "/other/0b9f1e6c-55d1-4a54-8f0c-0123456789ab",
      "https://api.example/other/deadbeefdeadbeef", "/other/deadbeef", "/$(id)/orders/1", "//cart",
      "/other/deadbeef;jsessionid=1", "/other/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl",
    ]
    let summary = try summary(paths.map { #"{"path":"\#($0)","status":400,"body":""}"# }, threads: 1)
    #expect(
      summary.paths.map { "\($0.path) \($0.count)" } == [
        "/other/* 3", "/api/v1/orders/* 2", "/other/deadbeef 2", "/api/v1/cart 1", "/$(id)/orders/* 1", "//cart 1",
      ])
    #expect(summary.bases.map { "\($0.path) \($0.count)" } == ["/api/v1 3"])
    #expect(summary.baseHint == "3 of them are at an endpoint below /api/v1: did you mean --base /api/v1?")
  }

  @Test func aHostilePathIsCut() throws {
    let path = "/" + String(repeating: "p\\n", count: 100_000)
    let summary = try summary([#"{"path":"\#(path)","status":400,"body":""}"#], threads: 1)
    #expect(summary.paths.count == 1 && summary.paths[0].path.utf8.count <= 260)
    #expect(!summary.text().dropFirst().contains("p\np"), "line breaks are made visible")
  }

  @Test func findingsOfAThousandKindsAreToldApart() {
    var limiter = FindingLimiter(.text, .some)
    var shown = 0
    for part in 0..<4 {
      var batch = FindingBatch()
      for number in 0..<1_000 {
        let kind = FindingKind(rule: .unknownCode, severity: .warning, code: "x\(part)-\(number)")
        if let index = batch.count(kind, limit: 20) { batch.append(Array("finding\n".utf8), kind: index) }
      }
      shown += limiter.findings(in: batch).count { $0 == 0x0A }
    }
    // One of each of the first thousand kinds, and twenty of all others.
    #expect(shown == 1_020)
    #expect(
      String(decoding: limiter.end(), as: UTF8.self)
        == "… and 2,980 more [unknown-code] with other codes\n      = help: to show all of them, add --all\n")
  }

  @Test func aRemovedFindingLeavesTheOthers() {
    var batch = FindingBatch()
    let kinds = ["a", "b", "a"].map { FindingKind(rule: .inputFormat, severity: .error, code: $0) }
    let ranges = kinds.map { kind in
      batch.append(Array("\(kind.code!)\n".utf8), kind: batch.count(kind, limit: 20))
    }
    batch.remove(ranges[1])
    #expect(String(decoding: batch.bytes, as: UTF8.self) == "a\na\n")
    #expect(batch.entries.map { String(decoding: batch.bytes[$0.range], as: UTF8.self) } == ["a\n", "a\n"])
    #expect(batch.kinds.map(\.count) == [2, 0])
  }

  /// Members that the catalogue declares, and null for a field that is not required, are as they should be.
  @Test func declaredMembersAndNullAreNoFindings() throws {
    let body = #"{"code":"sold_out","message":"m","ref":null}"#
    #expect(try validator().findings(in: Exchange(surface: "shop", status: 409, body: body.utf8)).isEmpty)
  }
}
