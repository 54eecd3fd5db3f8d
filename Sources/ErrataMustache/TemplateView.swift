import ErrataText

/// The data of a template: a value with a fixed list of names.
package protocol TemplateView: Sendable {
  static var fields: TemplateFields<Self> { get }
}

extension TemplateView {
  /// The names in order, without their values.
  package static var names: [TemplateName] { fields.names }

  static func index(of name: String) -> Int? { fields.indexes[name] }

  func value(at index: Int) -> TemplateValue { Self.fields.getters[index].value(self) }
}

/// The names of a view.
package struct TemplateFields<View: TemplateView>: Sendable {
  /// In documentation order.
  package let names: [TemplateName]
  /// How to get the value of each name.
  let getters: [Getter]
  let indexes: [String: Int]

  package init(_ fields: TemplateField<View>...) {
    self.init(fields)
  }

  private init(_ fields: [TemplateField<View>]) {
    names = fields.map(\.name)
    getters = fields.map { Getter(value: $0.value) }
    indexes = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1.name.text, $0) })
  }

  /// The names of `Base`, with values from `base`, and additional ones. A field with the same name replaces the one of `Base`.
  package init<Base: TemplateView>(
    extending base: @escaping @Sendable (View) -> Base, with fields: TemplateField<View>...
  ) {
    let own = Set(fields.map(\.name.text))
    let inherited = zip(Base.fields.names, Base.fields.getters).filter { !own.contains($0.0.text) }.map {
      name, getter in
      TemplateField<View>(name: name) { getter.value(base($0)) }
    }
    self.init(inherited + fields)
  }

  /// A closure in a type of its own: for an array of closures, Swift would look their type up at run time.
  struct Getter: Sendable {
    let value: @Sendable (View) -> TemplateValue
  }
}

/// A name of a view, for documentation.
package struct TemplateName: Sendable {
  package let text: String
  package let kind: TemplateKind
  /// A short description.
  package let summary: String
}

/// A name of a view, and its value.
package struct TemplateField<View>: Sendable {
  package let name: TemplateName
  let value: @Sendable (View) -> TemplateValue

  init(name: TemplateName, _ value: @escaping @Sendable (View) -> TemplateValue) {
    self.name = name
    self.value = value
  }

  private init(
    _ name: String, _ kind: TemplateKind, _ summary: String, _ value: @escaping @Sendable (View) -> TemplateValue
  ) {
    self.init(name: TemplateName(text: name, kind: kind, summary: summary), value)
  }

  package static func text(_ name: String, is summary: String, _ value: @escaping @Sendable (View) -> String?) -> Self {
    Self(name, .text, summary) { value($0).map(TemplateValue.text) ?? .missing }
  }

  /// Empty prose counts as missing.
  package static func prose(_ name: String, is summary: String, _ value: @escaping @Sendable (View) -> Prose?) -> Self {
    Self(name, .prose, summary) { view in value(view).flatMap { $0.isEmpty ? nil : .prose($0) } ?? .missing }
  }

  package static func code(_ name: String, is summary: String, _ value: @escaping @Sendable (View) -> String?) -> Self {
    Self(name, .code, summary) { value($0).map(TemplateValue.code) ?? .missing }
  }

  /// An empty comment counts as missing.
  package static func comment(_ name: String, is summary: String, _ value: @escaping @Sendable (View) -> Prose) -> Self
  {
    Self(name, .comment, summary) { view in
      let prose = value(view)
      return prose.isEmpty ? .missing : .comment(prose)
    }
  }

  package static func formatted(
    _ name: String, is summary: String, _ value: @escaping @Sendable (View) -> String?
  ) -> Self {
    Self(name, .formatted, summary) { value($0).map(TemplateValue.formatted) ?? .missing }
  }

  package static func flag(_ name: String, is summary: String, _ value: @escaping @Sendable (View) -> Bool) -> Self {
    Self(name, .flag, summary) { .flag(value($0)) }
  }

  package static func section<Inner: TemplateView>(
    _ name: String, is summary: String, _ value: @escaping @Sendable (View) -> Inner?
  ) -> Self {
    Self(name, .section(Inner.self), summary) { value($0).map { .list([$0]) } ?? .missing }
  }

  package static func list<Inner: TemplateView>(
    _ name: String, is summary: String, _ value: @escaping @Sendable (View) -> [Inner]
  ) -> Self {
    Self(name, .list(Inner.self), summary) { view in
      // Without the conversion of each, Swift would look the protocol up at run time.
      .list(value(view).map { $0 as any TemplateView })
    }
  }
}
