import Mustache

/// What a template sees: a value that answers to a fixed list of names. The list is data, so that a test can hold every
/// template against it.
protocol TemplateContext: MustacheParent, Sendable {
  static var fields: TemplateFields<Self> { get }
}

extension TemplateContext {
  func child(named name: String) -> Any? {
    Self.fields.value(name, of: self)
  }
}

/// The names that a context answers to.
struct TemplateFields<Context>: Sendable {
  let ordered: [TemplateField<Context>]
  /// Where in `ordered` a name is.
  let index: [String: Int]

  init(_ fields: TemplateField<Context>...) {
    ordered = fields
    index = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1.name, $0) })
  }

  func value(_ name: String, of context: Context) -> Any? {
    index[name].flatMap { ordered[$0].value(context) }
  }

  var shapes: [String: TemplateShape] {
    Dictionary(uniqueKeysWithValues: ordered.map { ($0.name, $0.shape) })
  }
}

/// What stands behind a name, and so which tags may use it.
indirect enum TemplateShape: Sendable {
  /// `{{name}}`; where it may be missing, also `{{#name}}{{.}}{{/name}}`.
  case text
  /// `{{#name}}…{{/name}}`.
  case flag
  /// `{{#name}}{{.}}{{/name}}`.
  case lines
  /// `{{#name}}…{{/name}}`, with the names of the shape inside: once, or once for each.
  case section(@Sendable () -> [String: TemplateShape])
}

/// One name, what it stands for, and how to get it.
struct TemplateField<Context>: Sendable {
  let name: String
  let shape: TemplateShape
  let value: @Sendable (Context) -> Any?

  static func text(_ name: String, _ value: @escaping @Sendable (Context) -> String?) -> Self {
    Self(name: name, shape: .text, value: value)
  }

  static func flag(_ name: String, _ value: @escaping @Sendable (Context) -> Bool) -> Self {
    Self(name: name, shape: .flag, value: value)
  }

  static func lines(_ name: String, _ value: @escaping @Sendable (Context) -> [String]) -> Self {
    Self(name: name, shape: .lines, value: value)
  }

  static func section<Inner: TemplateContext>(_ name: String, _ value: @escaping @Sendable (Context) -> Inner?) -> Self {
    Self(name: name, shape: .section { Inner.fields.shapes }, value: value)
  }

  static func list<Inner: TemplateContext>(_ name: String, _ value: @escaping @Sendable (Context) -> [Inner]) -> Self {
    Self(name: name, shape: .section { Inner.fields.shapes }, value: value)
  }
}
