import ErrataTemplates
import Mustache

/// The built-in templates, parsed and ready to render.
struct Templates: Sendable {
  private let library: MustacheLibrary

  /// - Parameter names: the templates that are needed; parsing the others would only take time.
  init(_ names: [String]) {
    for (name, type) in escapers { MustacheContentTypes.register(type, named: name) }
    var library = MustacheLibrary()
    for name in names {
      guard let text = BuiltInTemplates.all[name] else { preconditionFailure("no template is called \(name)") }
      // A test parses every built-in template.
      try! library.register(text, named: name)
    }
    self.library = library
  }

  func render(_ name: String, _ context: some TemplateContext) -> String {
    guard let text = library.render(context, withTemplate: name) else {
      preconditionFailure("the template \(name) was not asked for")
    }
    return text
  }
}

/// The escapers that a template may name in its content-type pragma.
let escapers: [String: any MustacheContentType] = [
  "SWIFT": SwiftLiteralEscaper(),
  "SWIFT_COMMENT": SwiftCommentEscaper(),
  "MARKDOWN": MarkdownEscaper(),
]
