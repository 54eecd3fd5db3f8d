import Foundation
import TestSupport
import Testing

/// What an editor shows of the files of `errata init`, according to the language server that most editors have for YAML.
@Suite(
  .enabled(
    if: RequiredTool.yamlLanguageServer.isExpected && RequiredTool.node.isExpected,
    "needs yaml-language-server: run Scripts/bootstrap"))
struct LanguageServerTests {
  private struct Answer: Decodable {
    let problems: [[String]]
    let hover: String
    let completions: [[String]]

    /// The texts that are underlined.
    var underlined: [String] { problems.map { $0[0] } }
    var names: Set<String> { Set(completions.map { $0[0] }) }
  }

  /// Asks about `name` with a change, in which `|` is the cursor.
  private func ask(
    about name: String, changing old: String, to new: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) async throws -> Answer {
    try await withTemporaryFolder { folder in
      #expect(try await Errata.run("init", in: folder).status == 0)
      let text = try folder.reading(name)
      #expect(text.contains(old), "\(old)", sourceLocation: sourceLocation)
      let script = Repository.root.appending(path: "Tests/Tools/language_server.py").plainPath
      let result = try await runTool(
        RequiredTool.python.path, [script, folder.plainPath, name],
        input: text.replacing(old, with: new, maxReplacements: 1))
      #expect(result.status == 0, "\(result.error)", sourceLocation: sourceLocation)
      return try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
    }
  }

  @Test(arguments: ["errors.yaml", "errata.yaml"])
  func underlinesNothingAtFirst(_ name: String) async throws {
    #expect(try await ask(about: name, changing: "# ", to: "# ").problems == [])
  }

  @Test func underlinesAWrongKey() async throws {
    let answer = try await ask(about: "errors.yaml", changing: "category: request", to: "categry: request")
    #expect(answer.problems == [["categry", "Property categry is not allowed."]])
    let option = try await ask(
      about: "errata.yaml", changing: "# - swift: Sources/Errors", to: "- {swift: a, acess: b}")
    #expect(option.problems == [["acess", "Property acess is not allowed."]])
  }

  /// Each mistake is underlined where it is.
  @Test(arguments: [
    ("version: 0.1.0", "version: 0.1", "0.1"), ("status: 404", "status: 4040", "4040"),
    ("[/*]", "[orders]", "orders"), ("  api:", "  API:", "API"), ("5xx:", "6xx:", "6xx"),
    ("recovery: retry_later}", "recovery: retry}", "retry"),
    ("order_not_found:", "order not found:", "order not found"),
    ("code: code", "code: {nme: code}", "nme"), ("code: code", "code: {name: code, at: /code}", "at"),
    ("carrier: json", "carrier: xml", "xml"), ("title: API", "title: [API]", "[API]"),
    ("reference: {name: request_id, required: false}", "{}: {}", "{}"), ("    endpoints: [/*]", "", "api"),
  ])
  func underlinesAMistake(_ old: String, _ new: String, _ underlined: String) async throws {
    let answer = try await ask(about: "errors.yaml", changing: old, to: new)
    #expect(answer.underlined.contains(underlined), "\(answer.problems)")
  }

  @Test func saysWhatIsExpected() async throws {
    let answer = try await ask(about: "errors.yaml", changing: "version: 0.1.0", to: "version: 0.1")
    #expect(answer.problems == [["0.1", "expected three numbers, as in `1.0.0`"]])
  }

  @Test func completesKeys() async throws {
    let error = try await ask(about: "errors.yaml", changing: "category: request", to: "|")
    #expect(
      error.names.isSuperset(of: ["category", "guidance", "recovery", "name", "endpoints", "since", "deprecated"]))
    #expect(error.names.isDisjoint(with: ["status", "description", "carrier"]), "only what is missing")
    let place = try await ask(about: "errors.yaml", changing: "code: code", to: "code:\n          |")
    #expect(place.names.isSuperset(of: ["name", "at", "header", "max_length"]))
    let output = try await ask(about: "errata.yaml", changing: "# - html: site", to: "- swift: a\n    |")
    #expect(output.names.isSuperset(of: ["access", "files"]))
  }

  @Test func completesValues() async throws {
    let answer = try await ask(about: "errors.yaml", changing: "recovery: correct_request", to: "recovery: |")
    #expect(
      answer.names == [
        "correct_request", "authenticate", "request_access", "restart_flow", "retry_later", "contact_support",
      ])
    let rule = try await ask(
      about: "errata.yaml", changing: "outputs:", to: "validate: {rules: {extra-field: |}}\noutputs:")
    #expect(rule.names.isSuperset(of: ["off", "warning", "error"]))
  }

  @Test func explainsKeysAndValues() async throws {
    let key = try await ask(about: "errors.yaml", changing: "carrier: json", to: "ca|rrier: json")
    #expect(key.hover.contains("for the JSON in the body"))
    let value = try await ask(
      about: "errors.yaml", changing: "recovery: correct_request", to: "recovery: |correct_request")
    #expect(value.hover.contains("Corrects the request, then sends it again"))
    let output = try await ask(about: "errata.yaml", changing: "markdown: docs", to: "mark|down: docs")
    #expect(output.hover.contains("The folder for Markdown pages"))
  }
}
