import Foundation
import Testing
import TestSupport

struct GenerateTests {
  private let configuration = """
    catalog: shop.yaml
    outputs:
      - swift: Swift
      - markdown: docs
      - json-schema: schema

    """

  /// Including a folder that does not exist yet.
  @Test(arguments: ["made/x/../y", "made/y/.", "link/y"])
  func twoOutputsOfOneFolderUnderTwoNames(_ second: String) async throws {
    try await withTemporaryFolder { folder in
      try folder.writing(shop(), to: "shop.yaml")
      try FileManager.default.createDirectory(at: folder.appending(path: "made"), withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: "link"), withDestinationURL: folder.appending(path: "made"))
      let template = try await Errata.run("templates", "show", "python")
      try folder.writing(template.output, to: "own.mustache")
      let result = try await Errata.run(
        "generate", "shop.yaml", "--template", "python=made/y", "--template", "own.mustache=\(second)", in: folder)
      #expect(result.status == 2 && result.error.contains("[output-collision]"), "\(result)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "made").plainPath) == [])
    }
  }

  @Test func findsTheConfigurationHereOrInAParentFolder() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing(shop(), to: "shop.yaml")
      try folder.writing(configuration, to: "errata.yaml")
      try folder.writing("", to: "deep/er/x")
      let first = try await Errata.run("generate", in: folder)
      #expect(first.status == 0 && first.error.isEmpty)
      #expect(
        first.output == """
          wrote   Swift/Shop.swift
          wrote   Swift/ShopReading.swift
          wrote   Swift/ApiError.swift
          wrote   docs/index.md
          wrote   docs/api.md
          wrote   schema/api.strict.schema.json
          wrote   schema/api.tolerant.schema.json
          wrote   schema/api.exchange.schema.json
          1 code on 1 surface: 8 files written, 0 up to date

          """)
      let again = try await Errata.run("generate", in: folder.appending(path: "deep/er"))
      #expect(again.output == "1 code on 1 surface: 0 files written, 8 up to date\n")
      let elsewhere = try await Errata.run("generate", "--config", folder.appending(path: "errata.yaml").plainPath)
      #expect(elsewhere.output == again.output)
    }
  }

  @Test func showsAChangeInEveryOutput() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing(shop(), to: "shop.yaml")
      try folder.writing(configuration, to: "errata.yaml")
      _ = try await Errata.run("generate", in: folder)
      try folder.writing(shop().replacing("The order does not exist", with: "There is no such order"), to: "shop.yaml")
      let check = try await Errata.run("generate", "--check", in: folder)
      #expect(check.status == 1)
      #expect(check.error.matches(of: /\[stale-output\]/).count == 4)
      #expect(
        check.error.contains("- ") && check.error.contains("+ ")
          && check.error.contains("= help: run the same command without `--check`"))
      #expect(try !folder.reading("docs/api.md").contains("There is no such order"), "--check writes nothing")
      let result = try await Errata.run("generate", in: folder)
      #expect(result.output.contains("4 files written, 4 up to date"))
      for file in [
        "Swift/ApiError.swift", "docs/api.md", "schema/api.strict.schema.json", "schema/api.tolerant.schema.json",
      ] {
        #expect(try folder.reading(file).contains("There is no such order"))
      }
      #expect(try await Errata.run("generate", "--check", in: folder).status == 0)
    }
  }

  @Test func removesFilesThatAreNoLongerGenerated() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing(shop(), to: "shop.yaml")
      try folder.writing(configuration, to: "errata.yaml")
      _ = try await Errata.run("generate", in: folder)
      try folder.writing("by hand", to: "docs/mine.md")
      try folder.writing(shop().replacing("  api:", with: "  rest:"), to: "shop.yaml")
      let check = try await Errata.run("generate", "--check", in: folder)
      #expect(check.error.matches(of: /\[left-over-output\]/).count == 5)
      #expect(check.error.matches(of: /\[missing-output\]/).count == 5)
      let result = try await Errata.run("generate", in: folder)
      #expect(result.output.contains("removed docs/api.md\n") && result.output.contains(", 5 removed\n"))
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "docs").plainPath).sorted() == [
          "index.md", "mine.md", "rest.md",
        ])
    }
  }

  @Test func keepsFilesThatAreNoLongerGeneratedButWereEdited() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing(shop(), to: "shop.yaml")
      try folder.writing(configuration, to: "errata.yaml")
      _ = try await Errata.run("generate", in: folder)
      try folder.writing(try folder.reading("docs/api.md") + "\nWhat we found out.\n", to: "docs/api.md")
      try folder.writing(shop().replacing("  api:", with: "  rest:"), to: "shop.yaml")
      let result = try await Errata.run("generate", in: folder)
      #expect(result.status == 0 && result.output.contains(", 4 removed\n"))
      #expect(
        result.error == """
          docs/api.md:1:1: warning: this file is no longer generated, but was not removed since it may have been edited [edited-output]
                = help: keep the parts you need, then delete it

          """)
      #expect(try folder.reading("docs/api.md").hasSuffix("What we found out.\n"))
      let check = try await Errata.run("generate", "--check", in: folder)
      #expect(check.status == 1)
      #expect(
        check.error == """
          docs/api.md:1:1: error: this file is no longer generated from the catalogue, and may have been edited [left-over-output]
                = help: keep the parts you need, then delete it

          """)
      try FileManager.default.removeItem(at: folder.appending(path: "docs/api.md"))
      #expect(try await Errata.run("generate", "--check", in: folder).status == 0)
    }
  }

  @Test func keepsFilesThatQuoteTheMark() async throws {
    try await withTemporaryFolder { folder in
      let notes = "# Notes\n\n> Generated by errata from the catalogue Shop are all pages but this one\n"
      try folder.writing(notes, to: "docs/NOTES.md")
      let first = try await Errata.run("generate", "-", "--markdown", "docs", input: shop(), in: folder)
      #expect(first.status == 0 && !first.output.contains("removed"))
      #expect(try folder.reading("docs/NOTES.md") == notes)
      try folder.writing(notes, to: "docs/index.md")
      let second = try await Errata.run("generate", "-", "--markdown", "docs", input: shop(), in: folder)
      #expect(
        second.status == 2
          && second.error.contains("cannot replace docs/index.md: it was not generated from this catalogue"))
      #expect(try folder.reading("docs/index.md") == notes)
    }
  }

  @Test(arguments: ["text", "json", "github"])
  func showsAnExcerptOfALongLineThatDiffers(_ format: String) async throws {
    try await withTemporaryFolder { folder in
      let text = String(repeating: "x", count: 3_000_000)
      try folder.writing(text, to: "site/index.html")
      let check = try await Errata.run(
        "generate", "-", "--html", "site", "--check", "--format", format, input: shop(), in: folder)
      #expect(check.status == 1 && check.error.contains("stale-output") && check.error.utf8.count < 2000)
    }
  }

  @Test func needsNoConfigurationWithOutputOptions() async throws {
    try await withTemporaryFolder { folder in
      let result = try await Errata.run("generate", "-", "--swift", "out", input: shop(), in: folder)
      #expect(result.status == 0)
      #expect(try folder.reading("out/ApiError.swift").contains("case notFound"))
    }
  }

  @Test func readsACatalogueNextToItsConfiguration() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing(shop(), to: "shop.yaml")
      try folder.writing("catalog: .\noutputs: [{markdown: docs}]", to: "errata.yaml")
      let result = try await Errata.run("generate", in: folder)
      #expect(result.status == 0, "\(result.error)")
    }
  }

  @Test func doesNotReplaceFilesWrittenByHand() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing("my own", to: "docs/index.md")
      let result = try await Errata.run("generate", "-", "--markdown", "docs", input: shop(), in: folder)
      #expect(result.status == 2)
      #expect(
        result.error == """
          error: cannot replace docs/index.md: it was not generated from this catalogue [cannot-write]
                = help: move it away, or use another folder for the output

          """)
      #expect(try folder.reading("docs/index.md") == "my own")
    }
  }

  @Test func readsAFolderOfFiles() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing(shop(), to: "catalog/1.yaml")
      try folder.writing("surfaces: {api: {errors: {gone: {status: 410, description: Gone}}}}", to: "catalog/2.yml")
      try folder.writing("not yaml: [", to: "catalog/notes.txt")
      let result = try await Errata.run("generate", "catalog", "--markdown", "docs", in: folder)
      #expect(result.output.contains("2 codes on 1 surface"))
    }
  }

  @Test func writesJSON() async throws {
    try await withTemporaryFolder { folder in
      let result = try await Errata.run(
        "generate", "-", "--markdown", "docs", "--format", "json", input: shop(), in: folder)
      let object = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
      #expect(object["written"] as? [String] == ["docs/index.md", "docs/api.md"])
      #expect(object["codes"] as? Int == 1 && object["surfaces"] as? Int == 1)
      try folder.writing(folder.reading("docs/api.md").replacing("<!-- ", with: "<!--  "), to: "docs/api.md")
      let check = try await Errata.run(
        "generate", "-", "--markdown", "docs", "--check", "--format", "json", input: shop(), in: folder)
      let line = try #require(try JSONSerialization.jsonObject(with: Data(check.error.utf8)) as? [String: Any])
      #expect(
        line["rule"] as? String == "stale-output" && line["file"] as? String == "docs/api.md"
          && line["line"] as? Int == 1)
    }
  }

  @Test func writesNothingForAnInvalidCatalogue() async throws {
    try await withTemporaryFolder { folder in
      let result = try await Errata.run(
        "generate", "-", "--swift", "out", input: shop().replacing("404", with: "4040"), in: folder)
      #expect(result.status == 1)
      #expect(result.error.hasPrefix("<stdin>:11:27: error: `4040` is not a valid HTTP status [invalid-status]\n"))
      #expect(result.error.hasSuffix("\n1 error\n"))
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "out").plainPath))
    }
  }
}

struct CheckTests {
  @Test func findsNoProblemsInTheBankIDCatalogue() async throws {
    let result = try await Errata.run("check", "catalog/bankid-csc.yaml", in: Repository.root)
    #expect(result.status == 0 && result.error.isEmpty)
    #expect(result.output.wholeMatch(of: /\d+ codes on 3 surfaces: no problems found\n/) != nil)
  }

  @Test func annotatesOnGitHub() async throws {
    let result = try await Errata.run(
      "check", "-", "--format", "github", input: shop().replacing("status", with: "statsu"))
    #expect(result.status == 1)
    #expect(
      result.error
        == "::error file=<stdin>,line=11,col=19,endColumn=25,title=unknown-key::unknown key `statsu` in an error%0Adid you mean `status`?\n"
    )
  }

  @Test func colorsNothingThatIsNotATerminal() async throws {
    let result = try await Errata.run("check", "-", input: "a: 1")
    #expect(result.status == 1 && !result.error.contains("\u{1B}"))
  }
}

struct UsageTests {
  @Test(arguments: [
    ["generate", "--nonsense"], ["nonsense"], ["check", "a", "b"], ["check", "--format", "xml"],
    ["generate", "--swift"],
    ["generate"], ["check"], ["generate", "errors.yaml"],
  ])
  func invalidUsageIs64(_ arguments: [String]) async throws {
    try await withTemporaryFolder { folder in
      let result = try await runTool(Errata.path, arguments, in: folder)
      #expect(result.status == 64)
      #expect(result.error.hasPrefix("Error: ") && result.error.contains("Usage: errata ") && result.output.isEmpty)
    }
  }

  @Test(arguments: [["--help"], ["generate", "--help"], ["check", "--help"], ["--version"]])
  func helpGoesToStandardOutput(_ arguments: [String]) async throws {
    let result = try await runTool(Errata.path, arguments)
    #expect(result.status == 0 && result.error.isEmpty && !result.output.isEmpty)
  }

  /// The order must not depend on Swift's hash seed, which differs in every process.
  @Test(arguments: ["catalog/bankid-csc.yaml", "Tests/Fixtures/catalogues/nasty.yaml"])
  func writesTheSameInEveryProcess(_ catalogue: String) async throws {
    try await withTemporaryFolder { folder in
      let options = ["--swift", "swift", "--markdown", "md", "--html", "html", "--json-schema", "schema"]
      let templates = ["kotlin", "go", "python", "typescript"].flatMap { ["--template", "\($0)=\($0)"] }
      let path = Repository.root.appending(path: catalogue).plainPath
      for (name, seed) in [("one", "1"), ("two", ""), ("three", "")] {
        let work = folder.appending(path: name)
        try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
        let result = try await runTool(
          Errata.path, ["generate", path] + options + templates, in: work,
          environment: ["SWIFT_DETERMINISTIC_HASHING": seed])
        #expect(result.status == 0, "\(result.error)")
      }
      let files = try FileManager.default.subpathsOfDirectory(atPath: folder.appending(path: "one").plainPath).sorted()
      #expect(files.count > 15)
      for name in ["two", "three"] {
        let others = try FileManager.default.subpathsOfDirectory(atPath: folder.appending(path: name).plainPath)
        #expect(others.sorted() == files)
        for file in files where file.contains(".") {
          #expect(try folder.reading("\(name)/\(file)") == folder.reading("one/\(file)"), "\(file)")
        }
      }
    }
  }
}
