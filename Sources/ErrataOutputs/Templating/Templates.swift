import ErrataTemplates
import Mustache

/// The built-in templates.
enum Templates {
  /// `context` as the template called `name` shows it.
  static func render<Context: TemplateContext>(_ name: String, _ context: Context) -> String {
    template(name).render(context)
  }

  /// The parsed template.
  static func template(_ name: String) -> MustacheTemplate {
    Escaper.registerAll()
    guard let text = BuiltInTemplates.all[name] else { preconditionFailure("no template is called \(name)") }
    // A test parses every built-in template.
    return try! MustacheTemplate(string: text)
  }
}
