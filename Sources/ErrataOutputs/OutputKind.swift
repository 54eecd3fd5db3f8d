/// The built-in outputs. A new case only compiles once it has a mark, an option, keys in `errata.yaml` and goldens in the tests.
package enum OutputKind: String, Sendable, CaseIterable {
  case swift
  case markdown
  case html
  case jsonSchema = "json-schema"
  case kotlin
  case go
  case python
  case typescript

  /// How users request an output.
  package enum Request: Sendable {
    /// By an option of the command and a key of `errata.yaml`, both named by the raw value.
    case option
    /// As a template, named by the raw value.
    case template
  }

  /// How users request it.
  package var request: Request {
    switch self {
    case .swift, .markdown, .html, .jsonSchema: .option
    case .kotlin, .go, .python, .typescript: .template
    }
  }

  /// The output with default options.
  package var output: any Output {
    switch self {
    case .swift: SwiftOutput()
    case .markdown: MarkdownOutput()
    case .html: HTMLOutput()
    case .jsonSchema: JSONSchemaOutput()
    case .kotlin: TemplateOutput(BuiltInTemplate.kotlin.template)
    case .go: TemplateOutput(BuiltInTemplate.go.template)
    case .python: TemplateOutput(BuiltInTemplate.python.template)
    case .typescript: TemplateOutput(BuiltInTemplate.typescript.template)
    }
  }

  /// The position of the mark in its files.
  var markForm: MarkForm {
    switch self {
    case .swift, .kotlin, .typescript: .firstLine("// ")
    // `go vet` takes `+build` in a version for a constraint if the comment begins with `//`.
    case .go: .exact([.init(opening: "/* ", closing: " */")])
    case .python: .firstLine("# ")
    case .markdown:
      .exact([
        .init(opening: "<!-- ", closing: " -->"),
        // In the front matter, if there is any.
        .init(above: ["---"], opening: "# "),
      ])
    case .html: .exact([.init(above: ["<!doctype html>"], opening: "<!-- ", closing: " -->")])
    case .jsonSchema:
      .exact([
        .init(
          above: ["{", #"  "$schema": "https://json-schema.org/"#, #"  "$id": "urn:errata:"#],
          opening: #"  "$comment": ""#, closing: #"","#)
      ])
    }
  }
}
