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

  @Test(arguments: TestCatalogue.allCases, Mode.allCases)
  func agreesWithTheCatalogue(_ catalogue: TestCatalogue, _ mode: Mode) async throws {
    let catalog = try catalogue.read()
    let output = try await withTemporaryFolder { folder in
      for file in SwiftOutput().files(for: catalog) {
        try Data(file.contents.utf8).write(to: folder.appending(path: file.path))
      }
      try Data(program(for: catalog).utf8).write(to: folder.appending(path: "Program.swift"))
      let sources = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).filter {
        $0.hasSuffix(".swift")
      }
      let compiled = try await runTool(
        "swiftc",
        mode.flags + ["-warnings-as-errors", "-parse-as-library", "-Onone", "-o", "program"] + sources.sorted(),
        in: folder)
      #expect(compiled.status == 0, "\(compiled.error)\(compiled.output)")
      let run = try await runTool(folder.appending(path: "program").path(percentEncoded: false), [])
      #expect(run.status == 0, "\(run.error)")
      return run.output
    }
    let printed = try JSONDecoder().decode([Row].self, from: Data(output.utf8))
    let expected = expected(of: catalog)
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
    let paragraphs = guidance.components(separatedBy: "\n\n").map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    return paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n")
      .replacingOccurrences(of: "(?<!`)`([^`]+)`(?!`)", with: "$1", options: .regularExpression)
  }

  /// A program that prints every known code with all its properties, and checks the invariants of each.
  private func program(for catalog: Catalog) -> String {
    let surfaces = catalog.surfaces.map { surface in
      let error = surface.typePrefix + "Error"
      let type = error + "Code"
      let roundTrip =
        surface.response.carrier == .json
        ? """
                let error = \(error)(code)
                check(error.code == code && error.status == code.httpStatus ?? 500 && error.rawCode == code.rawValue)
                check(\(error)(status: error.status, body: error.body) == error)
                check(\(catalog.name).error(path: "", status: 400, body: error.body).rawCode == code.rawValue)
        """
        : """
                let error = \(error)(code, redirectingTo: URL(string: "https://a.example/cb?a=b")!)
                check(\(error)(redirect: error.redirect) == error && error.code == code)
        """
      return """
            for code in \(type).known {
              check(\(type)(rawValue: code.rawValue) == code)
              if case .unrecognized = code { preconditionFailure("a known code is recognized") }
              check(String(decoding: try JSONEncoder().encode([code]), as: UTF8.self) == String(decoding: try JSONEncoder().encode([code.rawValue]), as: UTF8.self))
              check(try JSONDecoder().decode([\(type)].self, from: try JSONEncoder().encode([code])) == [code])
        \(roundTrip)
              check(error.isRetryable == code.isRetryable && error.recovery == code.recovery && error.category == code.category)
              check(error.failureReason == code.summary && error.recoverySuggestion == code.guidance)
              check(error.helpAnchor == code.documentationAnchor && error.documentationURL == code.documentationURL)
              check("\\(code)" == code.rawValue)
              check(code ~= error && !(\(type).unrecognized("") ~= error))
              rows.append(
                Row(
                  type: "\(type)", code: code.rawValue, status: code.httpStatus, category: categoryName(code.category),
                  recovery: code.recovery?.rawValue, isRetryable: code.isRetryable, summary: code.summary,
                  guidance: code.guidance, documentation: code.documentationURL?.absoluteString))
            }
            check(Set(\(type).known).count == \(type).known.count)
            for text in ["never_heard_of_it", "", "INVALID_REQUEST", " ", "🙂"] {
              let unknown = \(type)(rawValue: text)
              guard case .unrecognized(text) = unknown else { preconditionFailure("an unknown code is kept unchanged") }
              check(unknown.rawValue == text && unknown.httpStatus == nil && unknown.category == nil)
              check(unknown.recovery == nil && !unknown.isRetryable && unknown.summary == nil)
              check(unknown.guidance == nil && unknown.documentationURL == nil)
              check(try JSONDecoder().decode([\(type)].self, from: try JSONEncoder().encode([unknown])) == [unknown])
            }
        """
    }
    let categoryName =
      catalog.categories.isEmpty
      ? "func categoryName(_ category: \(catalog.name).Category?) -> String? { nil }"
      : """
      func categoryName(_ category: \(catalog.name).Category?) -> String? {
        guard let category else { return nil }
        precondition(!category.title.isEmpty && \(catalog.name).Category.allCases.contains(category))
        return category.rawValue
      }
      """
    return """
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

      \(categoryName)

      func check(_ condition: Bool, line: UInt = #line) {
        precondition(condition, "line \\(line)")
      }

      @main
      struct Program {
        static func main() throws {
          precondition(\(catalog.name).Recovery.allCases.count == 6)
          var rows: [Row] = []
      \(surfaces.joined(separator: "\n"))
          print(String(decoding: try JSONEncoder().encode(rows), as: UTF8.self))
        }
      }

      """
  }
}
