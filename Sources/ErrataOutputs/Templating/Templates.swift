import ErrataTemplates
import Mustache

/// Built-in templates, parsed.
struct Templates: Sendable {
  private let parsed: [String: MustacheTemplate]

  /// - Parameter names: those that are needed; parsing the others would only take time.
  init(_ names: String...) {
    Escaper.registerAll()
    parsed = Dictionary(uniqueKeysWithValues: names.map { ($0, Self.parse($0)) })
  }

  private static func parse(_ name: String) -> MustacheTemplate {
    guard let text = BuiltInTemplates.all[name] else { preconditionFailure("no template is called \(name)") }
    // A test parses every built-in template.
    return try! MustacheTemplate(string: text)
  }

  subscript(name: String) -> MustacheTemplate {
    guard let template = parsed[name] else { preconditionFailure("the template \(name) was not asked for") }
    return template
  }
}
