import ErrataTemplates
import Mustache
import Testing

@testable import ErrataOutputs

/// Mustache renders an unknown name as nothing and an escaper that was not named as HTML; so every template is held against
/// what its context answers to.
struct TemplateTests {
  private static let contexts: [String: [String: TemplateShape]] = [
    "swift-file": SwiftFileContext.fields.shapes,
    "swift-namespace": SwiftNamespaceContext.fields.shapes,
    "swift-code-table": SwiftNamespaceContext.fields.shapes,
    "swift-response-body": SwiftNamespaceContext.fields.shapes,
    "swift-json-reader": SwiftNamespaceContext.fields.shapes,
    "swift-retry-after": SwiftNamespaceContext.fields.shapes,
    "swift-redirect-parameters": SwiftNamespaceContext.fields.shapes,
    "swift-response-error": SwiftErrorContext.fields.shapes,
    "swift-redirect-error": SwiftErrorContext.fields.shapes,
    "swift-error-code": SwiftErrorCodeContext.fields.shapes,
    "swift-case": SwiftCodeContext.fields.shapes,
    "swift-raw-value": SwiftCodeContext.fields.shapes,
    "swift-code": SwiftCodeContext.fields.shapes,
    "swift-row": SwiftCodeContext.fields.shapes,
    "markdown-index": MarkdownIndexContext.fields.shapes,
    "markdown-index-row": MarkdownIndexRow.fields.shapes,
    "markdown-surface": MarkdownSurfaceContext.fields.shapes,
    "markdown-surface-row": MarkdownError.fields.shapes,
    "markdown-section": MarkdownError.fields.shapes,
    "html-page": HTMLPageContext.fields.shapes,
    "html-entry": HTMLEntry.fields.shapes,
  ]

  @Test func everyTemplateHasAContext() {
    #expect(Set(BuiltInTemplates.all.keys) == Set(Self.contexts.keys))
  }

  @Test(arguments: BuiltInTemplates.all.keys.sorted())
  func namesItsEscaperFirst(_ name: String) throws {
    let language = name.split(separator: "-")[0].uppercased()
    #expect(try #require(BuiltInTemplates.all[name]).hasPrefix("{{% CONTENT_TYPE:\(language)}}\n"))
    #expect(Escaper(rawValue: language) != nil)
  }

  @Test(arguments: BuiltInTemplates.all.keys.sorted())
  func parsesAndUsesOnlyNamesThatItsContextHas(_ name: String) throws {
    let text = try #require(BuiltInTemplates.all[name])
    Escaper.registerAll()
    _ = try MustacheTemplate(string: text)
    #expect(unknownNames(in: text, try #require(Self.contexts[name])) == [])
  }

  @Test func theCheckFindsAnUnknownName() {
    let shapes = MarkdownIndexContext.fields.shapes
    #expect(
      unknownNames(in: "{{title}} {{titel}} {{#categories}}{{guidance}}{{nothing}}{{/categories}}", shapes) == [
        "titel", "nothing",
      ])
    #expect(unknownNames(in: "{{> partial}}", shapes) == ["> partial"])
  }

  /// The names in tags of `template` that neither the context nor one around it answers to. Built-in templates have no partials.
  private func unknownNames(in template: String, _ shapes: [String: TemplateShape]) -> [String] {
    var scopes = [shapes]
    var unknown: [String] = []
    for tag in template.matches(of: /\{\{\{?([#^\/>!%]?)\s*([^}]+)\}?\}\}/) {
      let name = String(tag.output.2)
      switch tag.output.1 {
      case "%", "!": continue
      case "/": scopes.removeLast()
      case ">": unknown.append("> " + name)
      default:
        let shape = scopes.reversed().lazy.compactMap { $0[name] }.first
        if shape == nil, name != "." { unknown.append(name) }
        if tag.output.1 == "#" || tag.output.1 == "^" {
          switch shape {
          case .section(let inner), .list(let inner): scopes.append(inner())
          default: scopes.append([:])
          }
        }
      }
    }
    return unknown
  }
}

private struct Sample: TemplateContext {
  let text: String
  let optional: String?
  let isOn: Bool

  static let fields = TemplateFields<Self>(
    .text("text", \.text), .text("optional", \.optional), .flag("isOn", \.isOn))
}

struct StencilTests {
  private static let samples: [Sample] = [nil, "", "a \"quote\" \\(x)"].flatMap { optional in
    ["", "x", "line\nbreak \u{202E}", "\u{F8FF}0:\u{F8FF}"].flatMap { text in
      [true, false].map { Sample(text: text, optional: optional, isOn: $0) }
    }
  }

  /// A stencil is only a faster Mustache: what comes out is the same.
  @Test(arguments: ["SWIFT", "MARKDOWN", "HTML"])
  func rendersAsMustacheDoes(_ escaper: String) throws {
    Escaper.registerAll()
    let template = try MustacheTemplate(
      string: """
        {{% CONTENT_TYPE:\(escaper)}}
        a {{text}} b {{{text}}}{{#optional}} c {{.}}{{/optional}}{{^optional}} none{{/optional}}
        {{#isOn}}
        on {{text}}
        {{/isOn}}
        {{^isOn}}off{{/isOn}}

        """)
    for sample in Self.samples where !sample.text.hasPrefix("\u{F8FF}") {
      #expect([sample].rendered(by: template) == template.render(sample))
    }
  }

  @Test func takesATextThatLooksLikeASlotForText() throws {
    let template = try MustacheTemplate(string: "{{{text}}}")
    let sample = Sample(text: "\u{F8FF}1:\u{F8FF}", optional: "secret", isOn: true)
    #expect([sample].rendered(by: template) == "\u{F8FF}1:\u{F8FF}")
  }
}
