@testable import ErrataValidation

import ErrataCatalog
import ErrataOutputs
import ErrataText
import Foundation
import GeneratedBankID
import TestSupport
import Testing

/// The outputs of one catalogue must agree: the schemas as evaluated by two independent validators, the Swift types, and
/// `errata validate`.
@Suite(.enabled(if: RequiredTool.python.isExpected, "needs python with jsonschema: run Scripts/bootstrap --tests"))
struct AgreementTests {
  private static let seed: UInt64 = 20_261_122
  /// The rules that a schema cannot check, since it sees only what a parser returns.
  private static let syntaxRules: Set<FindingRule> = [
    .emptyBody, .notJSON, .notUTF8, .byteOrderMark, .trailingContent, .tooDeep, .tooLarge,
  ]

  private struct Verdicts: Decodable {
    let parsed: Bool
    let hasDuplicates: Bool
    let fields: [String: String]?
    let jsonschema: [Bool]
    let rs: [Bool?]

    /// Whether `text` is JSON in which readers agree (RFC 7493): the generator has no other unpaired surrogate.
    func isInDomain(_ text: String) -> Bool {
      parsed && !hasDuplicates && !text.contains("\\ud83d\"")
    }
  }

  /// A case with its check.
  private struct Case {
    let kind: String
    let schemas: [String]
    /// The text to validate.
    let text: String
    /// The disagreement, if there is one.
    let check: (Verdicts) -> String?
  }

  /// Validates all cases, and reports the smallest one with a disagreement.
  private func expectAgreement(_ cases: [Case], _ catalog: Catalog) async throws {
    let schemas = JSONSchemaOutput().files(for: catalog).map { file in
      "\"\(file.path)\":\(file.contents.replacing("\n", with: " "))"
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    struct Line: Encodable {
      let item: Case
      func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        try container.encode(item.kind)
        try container.encode(item.schemas)
        try container.encode(item.text)
      }
    }
    let lines =
      try ["{\(schemas.joined(separator: ","))}"]
      + cases.map {
        String(decoding: try encoder.encode(Line(item: $0)), as: UTF8.self)
      }
    let output = try await withTemporaryFolder { folder in
      let file = folder.appending(path: "cases")
      try Data(lines.joined(separator: "\n").utf8).write(to: file)
      let script = Repository.root.appending(path: "Tests/Tools/validate_texts.py").path(percentEncoded: false)
      let result = try await runTool(RequiredTool.python.path, [script, file.path(percentEncoded: false)])
      #expect(result.status == 0, "\(result.error)")
      return result.output
    }
    let verdicts = try output.split(separator: "\n").map {
      try JSONDecoder().decode(Verdicts.self, from: Data($0.utf8))
    }
    try #require(verdicts.count == cases.count)
    let disagreements = zip(cases, verdicts).compactMap { item, verdicts in item.check(verdicts).map { (item.text, $0) }
    }
    if let smallest = disagreements.min(by: { ($0.0.utf8.count, $0.0) < ($1.0.utf8.count, $1.0) }) {
      Issue.record("\(disagreements.count) disagreements; the smallest: \(smallest.1)\n\(smallest.0.debugDescription)")
    }
  }

  @Test func onBodies() async throws {
    let catalog = try TestCatalogue.bankID.read()
    let (strict, tolerant) = (Validator(catalog, strict: true), Validator(catalog))
    var generator = BodyGenerator(seed: Self.seed, catalog)
    let cases = (0..<30_000).map { _ in
      let surface = generator.surface()
      let text = generator.body(of: surface)
      let exchange = Exchange(surface: surface.key, body: text.utf8)
      let (byStrict, byTolerant) = (strict.check(exchange), tolerant.check(exchange))
      let swift = Decoded(surface: surface.key, status: 400, body: Data(text.utf8))
      return Case(
        kind: "body", schemas: ["strict", "tolerant"].map { "\(surface.fileName).\($0).schema.json" }, text: text
      ) { verdicts in
        disagreement(byStrict, verdicts, 0) ?? disagreement(byTolerant, verdicts, 1)
          ?? (verdicts.isInDomain(text) ? disagreement(byTolerant, swift, surface: surface.key) : nil)
          ?? (verdicts.jsonschema.first == true && !verdicts.hasDuplicates
            ? fieldsDisagreement(swift, text, of: surface.key) : nil)
      }
    }
    try await expectAgreement(cases, catalog)
    // The generator must produce all kinds of bodies.
    let rules = Set(
      cases.flatMap { item in tolerant.findings(in: Exchange(surface: "csc", body: item.text.utf8)).map(\.rule) })
    #expect(rules.isSuperset(of: Self.syntaxRules.subtracting([.tooLarge, .notUTF8])), "\(rules)")
    #expect(
      rules.isSuperset(of: [
        .duplicateKey, .missingCode, .missingField, .wrongType, .wrongSurface, .unknownCode, .extraField,
      ]))
  }

  /// The catalogues of the examples and of the specification, which have every shape.
  private static let shapes = ["Examples/catalogues", "Tests/Fixtures/reading"].flatMap { folder in
    let path = Repository.root.appending(path: folder).path(percentEncoded: false)
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.sorted().map { folder + "/" + $0 }
  }

  /// Bodies of every shape, of which the schemas see no headers.
  @Test(arguments: shapes)
  func onBodiesOfEachShape(_ path: String) async throws {
    struct Response: Decodable {
      let surface: String?
      let body: String?
    }
    let catalog = try catalogue(Repository.text(path), path: path)
    let surfaces = catalog.surfaces.filter { $0.response.carrier == .json }
    let (strict, tolerant) = (Validator(catalog, strict: true), Validator(catalog))
    var generator = ResponseGenerator(seed: Self.seed, path, catalog)
    let cases = try (0..<2_000).compactMap { _ -> Case? in
      let response = try JSONDecoder().decode(Response.self, from: Data(generator.next().utf8))
      guard let text = response.body, let surface = surfaces.first(where: { $0.key == response.surface }) else {
        return nil
      }
      let exchange = Exchange(surface: surface.key, body: text.utf8)
      let (byStrict, byTolerant) = (strict.check(exchange), tolerant.check(exchange))
      // It was checked as an error of another surface, whose code it has.
      if byStrict.surface != surface.key { return nil }
      return Case(
        kind: "body", schemas: ["strict", "tolerant"].map { "\(surface.fileName).\($0).schema.json" }, text: text
      ) { disagreement(byStrict, $0, 0) ?? disagreement(byTolerant, $0, 1) }
    }
    try await expectAgreement(cases, catalog)
  }

  /// A disagreement between the validator and the schema at `index`.
  private func disagreement(_ result: ExchangeResult, _ verdicts: Verdicts, _ index: Int) -> String? {
    let rules = Set(result.findings.filter { $0.severity == .error }.map(\.rule))
    // The rest of a body that is too deep is not read.
    if rules.contains(.tooDeep) { return nil }
    if verdicts.parsed == !rules.isDisjoint(with: Self.syntaxRules) {
      return "python's parser \(verdicts.parsed ? "accepts" : "rejects") it, but the validator finds \(rules)"
    }
    guard verdicts.parsed else { return nil }
    if verdicts.hasDuplicates != rules.contains(.duplicateKey) {
      return "python finds \(verdicts.hasDuplicates ? "" : "no ")duplicate keys, but the validator finds \(rules)"
    }
    if verdicts.hasDuplicates { return nil }
    let isValid = rules.isEmpty
    if verdicts.jsonschema[index] != isValid {
      return "jsonschema returns \(!isValid), but the validator finds \(rules)"
    }
    if let rs = verdicts.rs[index], rs != isValid {
      return "jsonschema-rs returns \(rs), but the validator finds \(rules)"
    }
    return nil
  }

  /// A disagreement between the validator and the Swift types.
  private func disagreement(_ result: ExchangeResult, _ swift: Decoded, surface key: String) -> String? {
    let code = result.surface == key ? result.code : nil
    if swift.code != code {
      return "Swift reads the code \(swift.code ?? "nil"), but the validator reads \(code ?? "nil")"
    }
    let isUnknown = code != nil && result.findings.contains { [.unknownCode, .retiredCode].contains($0.rule) }
    return swift.isUnrecognized == isUnknown
      ? nil : "the code is unrecognized in Swift: \(swift.isUnrecognized), in the validator: \(isUnknown)"
  }

  /// A field that the Swift types lack although the strict schema accepts the body.
  private func fieldsDisagreement(_ swift: Decoded, _ text: String, of key: String) -> String? {
    guard let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else { return nil }
    let message = object[key == "csc" ? "errorDescription" : "error_description"] as? String
    let reference = key == "csc" ? object["errorReference"] as? String : nil
    return swift.message == message && swift.reference == reference
      ? nil : "Swift reads \(swift.message ?? "nil") and \(swift.reference ?? "nil")"
  }

  @Test func onExchanges() async throws {
    let catalog = try TestCatalogue.bankID.read()
    let validator = Validator(catalog)
    var generator = BodyGenerator(seed: Self.seed + 1, catalog)
    let paths = ["csc": ["/info", "/credentials/list", "/signatures/a/b"], "oauth_token": ["/oauth2/token"]]
    let statuses = [
      "200", "204", "302", "400", "401", "403", "404", "413", "422", "500", "501", "503", "4e2", "400.0", "99", "600",
      "\"4oo\"", "400.5",
    ]
    let cases = (0..<15_000).map { _ in
      let surface = generator.surface()
      var body = generator.body(of: surface)
      while (try? JSONSerialization.jsonObject(with: Data(body.utf8), options: .fragmentsAllowed)) == nil
        || body.hasPrefix("\u{FEFF}") || body.contains("[[[[[[[[[[")
      { body = generator.body(of: surface) }
      let path = generator.pick(paths[surface.key]!)
      let status = generator.chance(3) ? generator.pick(statuses) : String(generator.pick(surface.errors).statuses[0])
      let line = "{\"path\":\"\(path)\",\"status\":\(status),\"body\":\(body)}".replacing("\r\n", with: " ").replacing(
        "\n", with: " ")
      let swift = Decoded(path: path, status: Int(status) ?? 400, body: Data(body.utf8))
      return Case(kind: "body", schemas: ["\(surface.fileName).exchange.schema.json"], text: line) { verdicts in
        exchangeDisagreement(validator, line, path, Int(status), body, verdicts, swift)
      }
    }
    try await expectAgreement(cases, catalog)
  }

  private func exchangeDisagreement(
    _ validator: Validator, _ line: String, _ path: String, _ status: Int?, _ body: String, _ verdicts: Verdicts,
    _ swift: Decoded
  ) -> String? {
    let (rules, summary) = validator.rules(of: line)
    guard verdicts.parsed else {
      return rules.contains(.brokenInput) ? nil : "python's parser rejects it, but the validator finds \(rules)"
    }
    let exchange = Exchange(path: path, status: status, body: body.utf8)
    let result = validator.check(exchange, isKnownError: status == nil)
    if summary.successes == 1 {
      // Which of two equal names counts is left to each parser.
      if validator.findings(in: exchange).contains(where: { $0.rule == .duplicateKey }) { return nil }
      // With a number as its code, a success is not an error.
      let hasCode = swift.code != nil && !codeIsNumber(validator, exchange)
      return verdicts.jsonschema[0] || hasCode ? "the validator treats it as a success" : nil
    }
    // `null` means that there is no body, and a string contains the text of the body.
    let isBody = !["n", "\""].contains(body.first { !$0.isWhitespace })
    if isBody, status.map({ (100...599).contains($0) }) ?? false, rules != Set(result.findings.map(\.rule)) {
      return "the line has \(rules), but the exchange has \(result.findings.map(\.rule))"
    }
    let errors = rules.filter { $0.severity(strict: false) == .error }
    if errors.contains(.duplicateKey) || errors.contains(.tooDeep) { return nil }
    for verdict in [verdicts.jsonschema[0], verdicts.rs[0]] {
      if let verdict, verdict != errors.isEmpty {
        return "a schema validator returns \(verdict), but the validator finds \(errors)"
      }
    }
    if errors.contains(.brokenInput) || errors.contains(.wrongSurface) || !verdicts.isInDomain(body) { return nil }
    if swift.code != result.code {
      return "Swift reads the code \(swift.code ?? "nil"), but the validator reads \(result.code ?? "nil")"
    }
    if !isBody { return nil }
    // The same body as a string and in base64.
    let text = String(decoding: try! JSONEncoder().encode(body), as: UTF8.self)
    let base64 = Data(body.utf8).base64EncodedString()
    for other in ["\"body\":\(text)", "\"body_base64\":\"\(base64)\""] where status != nil {
      let otherRules = validator.rules(of: "{\"path\":\"\(path)\",\"status\":\(status!),\(other)}").rules
      if otherRules != rules { return "with \(other.prefix(12)) it has \(otherRules), otherwise \(rules)" }
    }
    return nil
  }

  private func codeIsNumber(_ validator: Validator, _ exchange: Exchange) -> Bool {
    validator.findings(in: exchange).contains { [.wrongType, .wrongSurface].contains($0.rule) }
  }

  @Test func onRedirects() async throws {
    let catalog = try TestCatalogue.bankID.read()
    let (strict, tolerant) = (Validator(catalog, strict: true), Validator(catalog))
    let surface = catalog.surfaces[2]
    var generator = BodyGenerator(seed: Self.seed + 2, catalog)
    let cases = (0..<10_000).flatMap { _ -> [Case] in
      let url = generator.redirect(of: surface)
      let exchange = Exchange(redirect: url)
      let (byStrict, byTolerant) = (strict.check(exchange), tolerant.check(exchange))
      // Foundation changes text that is not a URL, such as one with two `#`.
      let swift = URL(string: url, encodingInvalidCharacters: false).map { OAuthAuthorizeError(redirect: $0) }
      let decoded = Case(
        kind: "redirect", schemas: ["strict", "tolerant"].map { "oauth-authorize.\($0).schema.json" }, text: url
      ) { verdicts in
        for (index, result) in [byStrict, byTolerant].enumerated() {
          let urlRules: Set<FindingRule> = [.malformedEscape, .duplicateParameter, .notUTF8]
          let errors = Set(result.findings.filter { $0.severity == .error }.map(\.rule)).subtracting(urlRules)
          if verdicts.jsonschema[index] != errors.isEmpty || (verdicts.rs[index] ?? errors.isEmpty) != errors.isEmpty {
            return "the schemas return \(verdicts.jsonschema[index]), but the validator finds \(errors)"
          }
        }
        let fields = verdicts.fields ?? [:]
        if byTolerant.code != fields["error"] { return "python reads the code \(fields["error"] ?? "nil")" }
        guard let swift else { return nil }
        if swift?.code.rawValue != byTolerant.code { return "Swift reads the code \(swift?.code.rawValue ?? "nil")" }
        if swift?.message != fields["error_description"] && swift != nil {
          return "Swift reads \(swift?.message ?? "nil")"
        }
        if swift?.state != fields["state"] && swift != nil { return "Swift reads the state \(swift?.state ?? "nil")" }
        return nil
      }
      let whole = Case(
        kind: "body", schemas: ["oauth-authorize.exchange.schema.json"],
        text: "{\"url\":\(String(decoding: try! JSONEncoder().encode(url), as: UTF8.self))}"
      ) { verdicts in
        // A schema cannot say which of several parameters counts.
        if url.matches(of: /[?&#]error(?=[=&#]|$)/).count > 1 { return nil }
        let hasCode = !byTolerant.findings.contains { $0.rule == .missingCode }
        return verdicts.jsonschema[0] == hasCode && verdicts.rs[0] == hasCode
          ? nil : "the schema of the exchange returns \(verdicts.jsonschema[0]), but the validator \(hasCode)"
      }
      return [decoded, whole]
    }
    try await expectAgreement(cases, catalog)
  }
}

/// What the generated Swift code reads from a response.
private struct Decoded {
  let code: String?
  let isUnrecognized: Bool
  let message: String?
  let reference: String?

  init(surface: String, status: Int, body: Data) {
    if surface == "csc" {
      self.init(CSCError(status: status, body: body))
    } else {
      self.init(OAuthTokenError(status: status, body: body))
    }
  }

  init(path: String, status: Int, body: Data) {
    self.init(BankIDCSC.error(path: path, status: status, body: body))
  }

  private init(_ error: any BankIDCSC.ResponseError) {
    code = error.rawCode
    if let error = error as? CSCError {
      if case .unrecognized = error.code { isUnrecognized = true } else { isUnrecognized = false }
      message = error.message
      reference = error.reference
    } else if let error = error as? OAuthTokenError {
      if case .unrecognized = error.code { isUnrecognized = true } else { isUnrecognized = false }
      message = error.message
      reference = nil
    } else {
      (isUnrecognized, message, reference) = (false, nil, nil)
    }
  }
}

extension Validator {
  /// The findings of `errata validate` in one line.
  fileprivate func rules(of line: String) -> (rules: Set<FindingRule>, summary: Summary) {
    let source = InputSource(name: "", bytes: Array(line.utf8))
    let (summary, _) = validate(source, as: .exchanges, ValidationOptions()) { _, _ in }
    return (Set(summary.rules.map(\.rule)), summary)
  }
}
