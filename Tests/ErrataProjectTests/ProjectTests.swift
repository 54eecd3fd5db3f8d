import ErrataDiagnostics
import ErrataOutputs
import ErrataProject
import Foundation
import Testing
import TestSupport

private let catalogue = """
  errata: 1
  name: Shop
  title: Shop
  version: 1.0.0
  surfaces:
    api:
      title: API
      endpoints: [/orders/*]
      response: {carrier: json, fields: {code: code, description: message}}
      errors:
        sold_out: {status: 409, description: Sold out}

  """

extension URL {
  fileprivate var plainPath: String { path(percentEncoded: false) }

  fileprivate func write(_ text: String, to name: String) throws -> String {
    let url = appending(path: name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    return url.plainPath
  }
}

struct CatalogFilesTests {
  @Test func aFolderIsReadInTheOrderOfItsNames() async throws {
    try await withTemporaryFolder { folder in
      for name in ["b.yaml", "a.yml", ".hidden.yaml", "errata.yaml", "note.txt"] { _ = try folder.write("x", to: name) }
      let files = try readCatalogFiles(folder.plainPath)
      #expect(files.map { $0.path.split(separator: "/").last } == ["a.yml", "b.yaml"])
    }
  }

  @Test func aFolderWithoutYAMLIsAFailure() async throws {
    try await withTemporaryFolder { folder in
      let failure = #expect(throws: Failure.self) { try readCatalogFiles(folder.plainPath) }
      #expect(failure?.kind == .inputOutput && failure?.diagnostics.map(\.rule) == [.cannotRead])
    }
  }

  @Test func whatIsNotThereIsAFailure() {
    let failure = #expect(throws: Failure.self) { try readCatalogFiles("/nowhere/errors.yaml") }
    #expect(failure?.kind == .inputOutput && failure?.diagnostics.map(\.rule) == [.cannotRead])
  }
}

struct ProjectTests {
  @Test func argumentsNeedNoConfiguration() throws {
    let project = try Project(
      catalog: "errors.yaml", outputs: [OutputRequest(HTMLOutput(), folder: "site")],
      templates: [TemplateRequest(template: "kotlin", folder: "k")], configuration: nil)
    #expect(project.catalog == "errors.yaml" && project.outputs.map(\.folder) == ["site", "k"])
    #expect(project.diagnostics.isEmpty)
  }

  /// Paths in a configuration are relative to its folder; those in arguments are not.
  @Test func theConfigurationSaysWhatArgumentsDoNot() async throws {
    try await withTemporaryFolder { folder in
      let path = try folder.write(
        "catalog: errors.yaml\noutputs:\n  - html: site\n  - {template: /t.mustache, to: out}\n  - swift: /abs\n",
        to: "errata.yaml")
      _ = try folder.write("", to: "unused")
      let template = try folder.write("{{% CONTENT_TYPE:TEXT}}\n# {{generatedBy}}\n{{name}}\n", to: "mine.txt.mustache")
      let text = "catalog: errors.yaml\noutputs:\n  - html: site\n  - {template: ./mine.txt.mustache, to: out}\n"
      let second = try folder.write(text, to: "second.yaml")
      let project = try Project(catalog: nil, outputs: [], templates: [], configuration: second)
      #expect(project.catalog == folder.appending(path: "errors.yaml").plainPath)
      #expect(project.outputs.map(\.folder) == ["site", "out"].map { folder.appending(path: $0).plainPath })
      let other = try Project(
        catalog: "other.yaml", outputs: [], templates: [TemplateRequest(template: template, folder: "here")],
        configuration: path)
      #expect(other.catalog == "other.yaml" && other.outputs.map(\.folder) == ["here"])
      let failure = #expect(throws: Failure.self) {
        try Project(catalog: nil, outputs: [], templates: [], configuration: path)
      }
      #expect(failure?.diagnostics.map(\.rule) == [.cannotRead], "there is no /t.mustache")
    }
  }

  @Test func aConfigurationWithErrorsIsAFailure() async throws {
    try await withTemporaryFolder { folder in
      let path = try folder.write("catalog: errors.yaml\noutputs:\n  - htm: site\n", to: "errata.yaml")
      let failure = #expect(throws: Failure.self) {
        try Project(catalog: nil, outputs: [], templates: [], configuration: path)
      }
      #expect(failure?.kind == .invalidInput && failure?.diagnostics.map(\.rule) == [.unknownKey])
    }
  }

  @Test(arguments: ["kotlyn", "swif"])
  func anUnknownTemplateIsAFailure(_ name: String) {
    let failure = #expect(throws: Failure.self) {
      try Project(
        catalog: "a.yaml", outputs: [], templates: [TemplateRequest(template: name, folder: "x")], configuration: nil)
    }
    #expect(failure?.kind == .invalidInput && failure?.diagnostics.map(\.rule) == [.unknownTemplate])
  }
}
