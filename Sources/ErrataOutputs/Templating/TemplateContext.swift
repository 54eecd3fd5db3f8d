import ErrataText
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

  /// What `name` stands for, as Mustache takes it: nil for what is not there, and for a name that the context does not have.
  func value(_ name: String, of context: Context) -> Any? {
    guard let index = index[name] else { return nil }
    switch ordered[index].value(context) {
    case .missing: return nil
    case .text(let text): return text
    case .flag(let flag): return flag
    case .section(let inner): return inner
    }
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
  /// `{{#name}}…{{/name}}`, with the names of the shape inside, where it is there.
  case section(@Sendable () -> [String: TemplateShape])
  /// `{{#name}}…{{/name}}`, with the names of the shape inside, once for each.
  case list(@Sendable () -> [String: TemplateShape])
}

/// What a name stands for in one context.
enum TemplateValue {
  case missing
  case text(String)
  case flag(Bool)
  /// A context, or a list of them.
  case section(Any)
}

/// One name, what it stands for, and how to get it.
struct TemplateField<Context>: Sendable {
  let name: String
  /// What it is, for the documentation of contexts that authors of templates see; empty for the others.
  let summary: String
  let shape: TemplateShape
  let value: @Sendable (Context) -> TemplateValue

  static func text(
    _ name: String, is summary: String = "", _ value: @escaping @Sendable (Context) -> String?
  ) -> Self {
    Self(name: name, summary: summary, shape: .text) { value($0).map(TemplateValue.text) ?? .missing }
  }

  static func flag(
    _ name: String, is summary: String = "", _ value: @escaping @Sendable (Context) -> Bool
  ) -> Self {
    Self(name: name, summary: summary, shape: .flag) { .flag(value($0)) }
  }

  static func section<Inner: TemplateContext>(
    _ name: String, is summary: String = "", _ value: @escaping @Sendable (Context) -> Inner?
  ) -> Self {
    Self(name: name, summary: summary, shape: .section { Inner.fields.shapes }) {
      value($0).map(TemplateValue.section) ?? .missing
    }
  }

  static func list<Inner: TemplateContext>(
    _ name: String, is summary: String = "", _ value: @escaping @Sendable (Context) -> [Inner]
  ) -> Self {
    Self(name: name, summary: summary, shape: .list { Inner.fields.shapes }) { .section(value($0)) }
  }
}
