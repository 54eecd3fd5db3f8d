import ErrataCatalog
import ErrataOutputs
import Foundation
import Testing
import TestSupport

/// The generated Swift, compiled with warnings as errors in each language mode, and run.
@Suite(.slow) struct GeneratedCodeTests {
  enum Mode: String, CaseIterable, Sendable {
    case swift5
    case swift6
    case swift6OnTheMainActor
    case swift6WithUpcomingFeatures

    var flags: [String] {
      switch self {
      case .swift5: ["-swift-version", "5"]
      case .swift6: ["-swift-version", "6"]
      case .swift6OnTheMainActor: ["-swift-version", "6", "-default-isolation", "MainActor"]
      case .swift6WithUpcomingFeatures:
        ["-swift-version", "6"]
          + ["InternalImportsByDefault", "MemberImportVisibility", "ExistentialAny"].flatMap {
            ["-enable-upcoming-feature", $0]
          }
      }
    }
  }

  /// The values that the program prints for one code.
  private struct Row: Codable, Equatable {
    var type: String
    var code: String
    var status: Int?
    var category: String?
    var recovery: String?
    var isRetryable: Bool
    var summary: String?
    var guidance: String?
    var documentation: String?
  }

  /// The catalogues of the specification have errors of every shape. All of them are in one module, so that the compiler starts once.
  @Test(arguments: Mode.allCases)
  func agreesWithTheCatalogues(_ mode: Mode) async throws {
    let folder = Repository.fixtures.appending(path: "reading").path(percentEncoded: false)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }.sorted()
    #expect(!names.isEmpty)
    let shapes = try names.map { try TestSupport.catalogue(Repository.text("Tests/Fixtures/reading/\($0)")) }
    let others = try [TestCatalogue.bankID, .nasty, .minimal].map { try $0.read() }
    try await expectAgreement(others + shapes, mode)
  }

  /// More codes are more of the same code, so one mode is enough.
  @Test func agreesWithALargeCatalogue() async throws {
    try await expectAgreement([TestCatalogue.thousand.read()], .swift6)
  }

  /// Compiles what is made of `catalogs`, and compares what it says of each code with the catalogue.
  private func expectAgreement(_ catalogs: [Catalog], _ mode: Mode) async throws {
    let output = try await withTemporaryFolder { folder in
      for file in catalogs.flatMap({ SwiftOutput().files(for: $0) }) {
        try Data(file.contents.utf8).write(to: folder.appending(path: file.path))
      }
      try Data(program(for: catalogs).utf8).write(to: folder.appending(path: "Program.swift"))
      let sources = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).filter {
        $0.hasSuffix(".swift")
      }
      let compiled = try await runTool(
        "swiftc",
        mode.flags + ["-warnings-as-errors", "-parse-as-library", "-wmo", "-Onone", "-o", "program"] + sources.sorted(),
        in: folder)
      #expect(compiled.status == 0, "\(compiled.error)\(compiled.output)")
      let run = try await runTool(folder.appending(path: "program").path(percentEncoded: false), [])
      #expect(run.status == 0, "\(run.error)")
      return run.output
    }
    let printed = try JSONDecoder().decode([Row].self, from: Data(output.utf8))
    let expected = catalogs.flatMap(expected)
    #expect(printed.map(\.code) == expected.map(\.code))
    for (printed, expected) in zip(printed, expected) { #expect(printed == expected) }
  }

  private static let redirectsOnly = """
    errata: 1
    name: Only
    title: Only redirects
    version: 1.0.0
    surfaces:
      login:
        title: Log-in
        endpoints: [/login]
        response: {carrier: query, fields: {code: error}}
        errors: {access_denied: {description: No}}
    """

  /// Every access level and layout.
  @Test(arguments: SwiftOutput.Access.allCases, SwiftOutput.Layout.allCases)
  func compilesForEveryAccess(_ access: SwiftOutput.Access, _ layout: SwiftOutput.Layout) async throws {
    for catalog in [try TestCatalogue.nasty.read(), try catalogue(Self.redirectsOnly)] {
      try await withTemporaryFolder { folder in
        let files = SwiftOutput(access: access, layout: layout).files(for: catalog)
        for file in files { try Data(file.contents.utf8).write(to: folder.appending(path: file.path)) }
        let compiled = try await runTool(
          "swiftc",
          ["-swift-version", "6", "-warnings-as-errors", "-parse-as-library", "-package-name", "p", "-typecheck"]
            + files.map(\.path),
          in: folder)
        #expect(compiled.status == 0, "\(compiled.error)\(compiled.output)")
      }
    }
  }

  private func expected(of catalog: Catalog) -> [Row] {
    catalog.surfaces.flatMap { surface in
      surface.errors.map { error in
        let recovery = catalog.recovery(for: error)
        return Row(
          type: surface.typePrefix + "ErrorCode", code: error.code, status: error.statuses.first,
          category: error.category,
          recovery: recovery?.rawValue, isRetryable: recovery == .retryLater, summary: error.description,
          guidance: catalog.guidance(for: error).map(plain),
          documentation: catalog.documentation.map { base in
            base + "#"
              + (surface.anchor(for: error.code).addingPercentEncoding(withAllowedCharacters: .urlFragmentAllowed) ?? "")
          })
      }
    }
  }

  /// Guidance without markup, implemented independently of the generator.
  private func plain(_ guidance: String) -> String {
    let blocks = guidance.replacing(#/(?m)^ *- /#, with: "\n\n- ").components(separatedBy: "\n\n").map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n")
      .replacing(#/(?m)^(- .*)\n\n(?=- )/#) { "\($0.output.1)\n" }
      .replacing(#/\[([^\]]+)\]\(([^\s)]+)\)/#) { "\($0.output.1) (\($0.output.2))" }
      .replacingOccurrences(of: "(?<!`)`([^`]+)`(?!`)", with: "$1", options: .regularExpression)
  }

  /// A program that prints every known code with all its properties, and checks the invariants of each.
  private func program(for catalogs: [Catalog]) -> String {
    """
    import Foundation

    struct Row: Codable {
      var type: String
      var code: String
      var status: Int?
      var category: String?
      var recovery: String?
      var isRetryable: Bool
      var summary: String?
      var guidance: String?
      var documentation: String?
    }

    func check(_ condition: Bool, line: UInt = #line) {
      precondition(condition, "line \\(line)")
    }

    @main
    struct Program {
      static func main() throws {
        var rows: [Row] = []
    \(catalogs.flatMap { catalog in catalog.surfaces.map { checks(of: $0, in: catalog) } }.joined(separator: "\n"))
        print(String(decoding: try JSONEncoder().encode(rows), as: UTF8.self))
      }
    }

    """
  }

  private func checks(of surface: Surface, in catalog: Catalog) -> String {
    let error = surface.typePrefix + "Error"
    let type = error + "Code"
    let hasIntegers = surface.response.field(.code)?.valueType == .integer
    // An endpoint may be on several surfaces, so only the code is compared.
    let path = surface.endpoints.first?.description.replacing("*", with: "x") ?? ""
    let roundTrip =
      surface.response.carrier == .query
      ? """
              let error = \(error)(code, redirectingTo: URL(string: "https://a.example/cb?a=b")!)
              check(\(error)(redirect: error.redirect) == error && error.code == code)
      """
      : """
              let error = \(error)(code)
              check(error.code == code && error.status == code.httpStatus ?? \(surface.response.carrier == .json ? 500 : 401))
              check(\(error)(status: error.status, headers: error.headers, body: error.body) == error)
              let found = \(catalog.name).error(
                path: "\(path)", status: error.status, headers: error.headers, body: error.body)
              check(found.rawCode == "\\(code)")
      """
    return """
          precondition(\(catalog.name).Recovery.allCases.count == 6)
          for code in \(type).known {
            check(\(type)(rawValue: code.rawValue) == code)
            if case .unrecognized = code { preconditionFailure("a known code is recognized") }
            check(try JSONDecoder().decode([\(type)].self, from: try JSONEncoder().encode([code])) == [code])
            check(try JSONDecoder().decode([\(hasIntegers ? "Int" : "String")].self, from: try JSONEncoder().encode([code])) == [code.rawValue])
      \(roundTrip)
            check(error.isRetryable == code.isRetryable && error.recovery == code.recovery && error.category == code.category)
            check(error.failureReason == code.summary && error.recoverySuggestion == code.guidance)
            check(error.helpAnchor == code.documentationAnchor && error.documentationURL == code.documentationURL)
            check(error.rawCode == "\\(code)" && error.localizedDescription == error.errorDescription)
            check(code ~= error && !(\(type).unrecognized(\(hasIntegers ? "-1" : "\"\"")) ~= error))
            rows.append(
              Row(
                type: "\(type)", code: "\\(code)", status: code.httpStatus, category: code.category?.rawValue,
                recovery: code.recovery?.rawValue, isRetryable: code.isRetryable, summary: code.summary,
                guidance: code.guidance, documentation: code.documentationURL?.absoluteString))
          }
          check(Set(\(type).known).count == \(type).known.count)
          for code in \(hasIntegers ? "[-1, 987_654_321, Int.max]" : #"["never_heard_of_it", "", "INVALID_REQUEST", " ", "🙂"]"#) {
            let unknown = \(type)(rawValue: code)
            guard case .unrecognized(code) = unknown else { preconditionFailure("an unknown code is kept unchanged") }
            check(unknown.rawValue == code && unknown.httpStatus == nil && unknown.category == nil)
            check(unknown.recovery == nil && !unknown.isRetryable && unknown.summary == nil)
            check(unknown.guidance == nil && unknown.documentationURL == nil)
            check(try JSONDecoder().decode([\(type)].self, from: try JSONEncoder().encode([unknown])) == [unknown])
          }
      """
  }
}
