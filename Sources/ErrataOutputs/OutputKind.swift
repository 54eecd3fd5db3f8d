/// What a catalogue can be turned into without a template of the user's. A new case compiles only when everything answers for it:
/// its marks here, its option, its keys in `errata.yaml`, and its goldens in the tests.
package enum OutputKind: String, Sendable, CaseIterable {
  case swift
  case markdown
  case html
  case jsonSchema = "json-schema"
  case kotlin
  case python
  case typescript

  /// How users ask for an output.
  package enum Request: Sendable {
    /// By an option of the command and a key of `errata.yaml`, which the raw value is.
    case option
    /// As a template, by the raw value.
    case template
  }

  /// How users ask for it.
  package var request: Request {
    switch self {
    case .swift, .markdown, .html, .jsonSchema: .option
    case .kotlin, .python, .typescript: .template
    }
  }

  /// The output, as it is without options.
  package var output: any Output {
    switch self {
    case .swift: SwiftOutput()
    case .markdown: MarkdownOutput()
    case .html: HTMLOutput()
    case .jsonSchema: JSONSchemaOutput()
    case .kotlin: TemplateOutput(BuiltInTemplate.kotlin.template)
    case .python: TemplateOutput(BuiltInTemplate.python.template)
    case .typescript: TemplateOutput(BuiltInTemplate.typescript.template)
    }
  }

  /// Where its files have their mark.
  var markForm: MarkForm {
    switch self {
    case .swift, .kotlin, .typescript: .firstLine("// ")
    case .python: .firstLine("# ")
    case .markdown:
      .exact([
        .init(opening: "<!-- ", closing: " -->"),
        // In the front matter, where there is some.
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
