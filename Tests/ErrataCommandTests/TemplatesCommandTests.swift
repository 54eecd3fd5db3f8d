import Foundation
import Testing
import TestSupport

struct TemplatesCommandTests {
  @Test func listsAndShowsTemplatesThatCanBeChanged() async throws {
    let list = try await Errata.run("templates", "list")
    let names = list.output.split(separator: "\n").map { $0.prefix { $0 != " " } }
    #expect(
      list.status == 0
        && names == [
          "go", "html", "kotlin", "markdown-index", "markdown-surface", "python", "swift", "swift-namespace",
          "swift-reading",
          "swift-surface", "typescript",
        ])
    try await withTemporaryFolder { folder in
      try folder.writing(shop(), to: "shop.yaml")
      for name in names.map(String.init) {
        let template = try await Errata.run("templates", "show", name)
        try folder.writing(template.output, to: "\(name).mustache")
        let result = try await Errata.run(
          "generate", "shop.yaml", "--template", "\(name)=built-in", "--template", "./\(name).mustache=own", in: folder)
        #expect(result.status == 0 && result.error.isEmpty, "\(result.error)")
      }
      for name in ["Shop.kt", "shop.go", "shop.py", "Shop.ts"] {
        #expect(try folder.reading("built-in/\(name)") == folder.reading("own/\(name)"))
      }
    }
  }

  @Test func usesTheConfigurationAndRemovesOldFiles() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing(shop(), to: "shop.yaml")
      try folder.writing(
        "catalog: shop.yaml\noutputs:\n  - template: templates/codes.mustache\n    to: out\n  - {template: python, to: out}\n",
        to: "errata.yaml")
      let template =
        "{{% CONTENT_TYPE:TEXT}}\n{{! file: {surface}.txt }}\n; {{generatedBy}}\n{{#surfaces}}{{title}}{{/surfaces}}\n"
      try folder.writing(template, to: "templates/codes.mustache")
      try folder.writing("by hand", to: "out/mine.txt")
      #expect(
        try await Errata.run("generate", in: folder.appending(path: "templates")).output.contains("2 files written"))
      #expect(try folder.reading("out/api.txt").hasSuffix("\nAPI\n"))
      #expect(try await Errata.run("generate", "--check", in: folder).status == 0)
      try folder.writing(shop().replacing("  api:", with: "  rest:"), to: "shop.yaml")
      let result = try await Errata.run("generate", in: folder)
      #expect(
        result.output.contains("removed out/api.txt") && result.output.contains("wrote   out/rest.txt"),
        "\(result.error)")
      #expect(try folder.reading("out/mine.txt") == "by hand")
    }
  }

  @Test func pointsAtAMistakeInATemplate() async throws {
    try await withTemporaryFolder { folder in
      try folder.writing(shop(), to: "shop.yaml")
      try folder.writing(
        "{{% CONTENT_TYPE:TEXT}}\n# {{generatedBy}}\n{{#surfaces}}\n  {{titel}}\n{{/surfaces}}\n", to: "my.txt.mustache"
      )
      let result = try await Errata.run("generate", "shop.yaml", "--template", "my.txt.mustache=out", in: folder)
      #expect(result.status == 1 && result.output.isEmpty)
      #expect(
        result.error == """
          my.txt.mustache:4:3: error: unknown name `titel` [unknown-name]
              4 |   {{titel}}
                |   ^^^^^^^^^
                = help: did you mean `title`?
          1 error

          """)
      let unknown = try await Errata.run("generate", "shop.yaml", "--template", "kotlyn=out", in: folder)
      #expect(
        unknown.status == 1 && unknown.error.contains("did you mean `kotlin`?")
          && unknown.error.contains("[unknown-template]"))
      #expect(try await Errata.run("generate", "shop.yaml", "--template", "kotlin", in: folder).status == 64)
      #expect(try await Errata.run("generate", "shop.yaml", "--template", "none.mustache=out", in: folder).status == 2)
      #expect(try await Errata.run("templates", "show", "pyton").error.contains("did you mean `python`?"))
    }
  }
}
