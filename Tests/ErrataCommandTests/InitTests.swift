import Foundation
import Testing
import TestSupport

/// `errata init`.
struct InitTests {
  private let log = """
    {"path": "/v1/orders/17", "status": 404, "body": {"code": "not_found", "message": "There is no order 17"}}
    {"path": "/v1/orders", "status": 200, "body": []}
    {"path": "/v1/orders", "status": 502, "body": "<html>"}
    {"path":

    """

  @Test func writesACatalogueThatReadsTheLog() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing(log, to: "gateway.ndjson")
      let result = try await Errata.run("init", "--from-log", "gateway.ndjson", in: folder)
      #expect(result.status == 0 && result.error.isEmpty, "\(result.error)")
      #expect(
        result.output == """
          wrote   errors.yaml
          wrote   errata.yaml
          wrote   .errata/catalogue.schema.json
          wrote   .errata/configuration.schema.json
          1 code on 1 surface, from 1 error among 3 responses
          1 error without a recognizable code
          1 line that could not be read
          Next: read errors.yaml, decide what its comments ask, and run: errata check errors.yaml

          """)
      let check = try await Errata.run("check", in: folder)
      #expect(check.status == 0 && check.error.isEmpty && check.output == "1 code on 1 surface: no problems found\n")
      #expect(try await Errata.run("generate", in: folder).status == 0)
      let validation = try await Errata.run("validate", "gateway.ndjson", in: folder)
      #expect(!validation.output.contains("gateway.ndjson:1:"))
    }
  }

  /// What `errata init` writes has no problem of any kind, and each output can be made from it.
  @Test func writesACatalogueToStartFrom() async throws {
    try await withTemporaryFolder { folder in
      let result = try await Errata.run("init", in: folder)
      #expect(result.status == 0 && result.error.isEmpty, "\(result.error)")
      #expect(
        result.output == """
          wrote   errors.yaml
          wrote   errata.yaml
          wrote   .errata/catalogue.schema.json
          wrote   .errata/configuration.schema.json
          Next: describe your errors in errors.yaml, and run: errata check errors.yaml

          """)
      let check = try await Errata.run("check", in: folder)
      #expect(check.status == 0 && check.error.isEmpty && check.output == "3 codes on 1 surface: no problems found\n")
      #expect(try await Errata.run("generate", in: folder).status == 0)
      #expect(try await Errata.run("generate", "--check", in: folder).status == 0)
      // The other outputs are there as comments.
      let configuration = try folder.reading("errata.yaml").replacing("  # - ", with: "  - ")
      try folder.writing(configuration.replacing("  #   to", with: "    to"), to: "errata.yaml")
      let all = try await Errata.run("generate", in: folder)
      #expect(all.status == 0 && all.error.isEmpty, "\(all.error)")
      #expect(try folder.reading("src/main/kotlin/Shop.kt").contains("shop_closed"))
      #expect(try folder.reading("Sources/Errors/APIError.swift").contains("shop_closed"))
    }
  }

  /// The first line of each YAML file names its schema, which is beside it.
  @Test(arguments: [[], ["--from-log", "-"]])
  func writesTheSchemasForEditors(_ options: [String]) async throws {
    try await withTemporaryFolder { folder in
      let result = try await runTool(Errata.path, ["init", "a/b"] + options, input: log, in: folder)
      #expect(result.status == 0 && result.error.isEmpty, "\(result.error)")
      for (name, schema) in [("errors.yaml", "catalogue"), ("errata.yaml", "configuration")] {
        let first = try folder.reading("a/b/\(name)").prefix { $0 != "\n" }
        #expect(first == "# yaml-language-server: $schema=.errata/\(schema).schema.json")
        #expect(
          try folder.reading("a/b/.errata/\(schema).schema.json")
            == Repository.text("catalog/\(schema).schema.json"))
      }
    }
  }

  @Test func neverReplacesASchema() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing("by hand", to: ".errata/catalogue.schema.json")
      let result = try await Errata.run("init", in: folder)
      #expect(result.status == 2 && result.output.isEmpty)
      #expect(result.error.contains("cannot write .errata/catalogue.schema.json: it already exists"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.plainPath) == [".errata"])
    }
  }

  /// All targets are checked before any file is written.
  @Test(arguments: [true, false])
  func writesNothingWithoutAFolderForSchemas(_ isLink: Bool) async throws {
    try await withTemporaryFolder { folder in
      if isLink {
        try FileManager.default.createSymbolicLink(
          atPath: folder.appending(path: ".errata").path(percentEncoded: false), withDestinationPath: "nowhere")
      } else {
        try folder.writing("by hand", to: ".errata")
      }
      let result = try await Errata.run("init", in: folder)
      #expect(result.status == 2 && result.output.isEmpty && result.error.contains("cannot write .errata"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.plainPath) == [".errata"])
    }
  }

  @Test func showsTheNameOfAnyFolder() async throws {
    try await withTemporaryFolder { folder in
      let result = try await Errata.run("init", "my \u{1B}[31m'api", in: folder)
      #expect(result.status == 0 && result.error.isEmpty, "\(result.error)")
      #expect(result.output.hasPrefix("wrote   my \u{FFFD}[31m'api/errors.yaml\n"))
      #expect(result.output.hasSuffix(#"and run: errata check 'my \#u{FFFD}[31m'\''api/errors.yaml'"# + "\n"))
    }
  }

  @Test func readsStandardInputAndRecordings() async throws {
    try await withTemporaryFolder { folder in
      let json = try await Errata.run(
        "init", "new/api", "--base", "/v1", "--from-log", "-", "--format", "json", input: log, in: folder)
      #expect(
        json.output == """
          {"written": ["new/api/errors.yaml", "new/api/errata.yaml", "new/api/.errata/catalogue.schema.json", \
          "new/api/.errata/configuration.schema.json"], "codes": 1, "surfaces": 1, "responses": 3, "errors": 1, \
          "withoutCode": 1, "unreadable": 1, "leftOut": 0}

          """)
      #expect(try folder.reading("new/api/errors.yaml").contains("\nbase: /v1  #"))
      func entry(_ code: String) -> String {
        #"{"request":{"url":"https://a/x"},"response":{"status":400,"content":{"text":"{\"code\":\"\#(code)\"}"}}}"#
      }
      let har = #"{"log":{"entries":[\#(entry("bad")),\#(entry("worse"))]}}"#
      try folder.writing(har, to: "session.har")
      try folder.writing(String(har.dropLast(9)), to: "broken.har")
      #expect(try await Errata.run("init", "har", "--from-log", "session.har", in: folder).status == 0)
      #expect(try folder.reading("har/errors.yaml").contains("bad:  # 1 time\n"))
      // What comes before the end of a recording that was cut off is learned.
      let broken = try await Errata.run("init", "broken", "--from-log", "broken.har", in: folder)
      #expect(
        broken.output.contains("1 code on 1 surface, from 1 error among 1 response\n1 line that could not be read\n"))
    }
  }

  /// The log is validated with the same members afterwards.
  @Test func readsTheMembersOfAGatewaysLog() async throws {
    try await withTemporaryFolder { folder in
      let log = #"{"request": {"uri": "/orders/17"}, "upstream_status": "502, 404", "body": {"code": "not_found"}}"#
      try folder.writing(log, to: "access.ndjson")
      let fields = "path=request.uri,status=upstream_status"
      let result = try await Errata.run("init", "--from-log", "access.ndjson", "--fields", fields, in: folder)
      #expect(result.status == 0 && result.error.isEmpty, "\(result.error)")
      #expect(try folder.reading("errors.yaml").contains("- /orders/*  # 1 response\n"))
      #expect(try folder.reading("errors.yaml").contains("status: 404\n"))
      let validation = try await Errata.run("validate", "access.ndjson", in: folder)
      #expect(validation.status == 0 && validation.output.isEmpty, "\(validation.output)")
    }
  }

  @Test func saysHowToReadACompressedLog() async throws {
    try await withTemporaryFolder { folder in
      try Data([0x1F, 0x8B, 8, 0]).write(to: folder.appending(path: "log.gz"))
      let result = try await Errata.run("init", "--from-log", "log.gz", in: folder)
      #expect(result.status == 2)
      #expect(result.error.contains("decompress it first: gunzip -c log.gz | errata init --from-log -\n"))
    }
  }

  @Test func neverReplacesAFile() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing(log, to: "gateway.ndjson")
      try folder.writing("by hand", to: "errata.yaml")
      let result = try await Errata.run("init", "--from-log", "gateway.ndjson", in: folder)
      #expect(result.status == 2 && result.output.isEmpty)
      #expect(
        result.error == """
          error: cannot write errata.yaml: it already exists [cannot-write]
                = help: move it away, or name another folder

          """)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.plainPath).sorted() == [
          "errata.yaml", "gateway.ndjson",
        ])
      #expect(try folder.reading("errata.yaml") == "by hand")
      let file = try await Errata.run("init", "gateway.ndjson", "--from-log", "gateway.ndjson", in: folder)
      #expect(file.status == 2 && file.error.contains("cannot write gateway.ndjson/errors.yaml: Not a directory"))
    }
  }

  /// A log that nothing can be learned from: the reason is said, and nothing is written.
  @Test(arguments: [
    ("", "there is nothing in it"),
    ("no JSON\n\n{}\n", "none of 2 lines is an exchange"),
    (#"{"path":"/x","status":200,"body":{"code":"SUMMER"}}"#, "none of 1 response is an error"),
    (#"{"path":"/x","status":404,"body":{"error":"Not Found"}}"#, "none of 1 error has a recognizable code"),
  ])
  func saysWhyThereIsNothingToPropose(_ log: String, _ reason: String) async throws {
    try await withTemporaryFolder { folder in
      let result = try await Errata.run("init", "out", "--from-log", "-", input: log, in: folder)
      #expect(result.status == 2 && result.output.isEmpty)
      #expect(
        result.error.hasPrefix("error: cannot propose a catalogue from standard input: \(reason) [cannot-read]\n"),
        "\(result.error)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.plainPath) == [])
    }
  }

  @Test func printsAResponseBlockForBodies() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing(
        #"{"error": {"code": "card_declined", "type": "card_error", "message": "The card was declined", "param": null}}"#,
        to: "a.json")
      try folder.writing(
        #"{"error": {"code": null, "type": "api_error", "message": "Try again", "param": "amount"}}"# + "\n",
        to: "b.ndjson")
      let result = try await Errata.run("init", "--like", "a.json", "b.ndjson", in: folder)
      #expect(result.status == 0 && result.error.isEmpty, "\(result.error)")
      #expect(try result.output == Repository.block(of: "docs/init.md", "yaml", beginningWith: "response:"))
      let broken = try await Errata.run("init", "--like", "-", input: "<html>", in: folder)
      #expect(broken.status == 2 && broken.error.contains("cannot read <stdin>: it is not one JSON value"))
      let none = try await Errata.run("init", "--like", "-", input: #"{"id": 17}"#, in: folder)
      #expect(none.status == 2 && none.error.contains("from standard input: no body has a recognizable code"))
    }
  }

  @Test(arguments: [
    ["init", ""], ["init", "--base", "/v1"], ["init", "--fields", "status=code"],
    ["init", "--like", "a.json", "--from-log", "b.ndjson"],
    ["init", "out", "--like", "a.json"],
    ["init", "--base", "v1", "--from-log", "b.ndjson"],
  ])
  func wrongUsage(_ arguments: [String]) async throws {
    let result = try await runTool(Errata.path, arguments)
    #expect(result.status == 64 && result.error.contains("Usage: errata init"))
  }
}
