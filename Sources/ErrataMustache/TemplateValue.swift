import ErrataText

/// The value of a name in a view.
package enum TemplateValue: Sendable {
  /// The view has no value for the name.
  case missing
  case text(String)
  case prose(Prose)
  case code(String)
  /// A documentation comment.
  case comment(Prose)
  /// Text that is already in the language of the output.
  case formatted(String)
  case flag(Bool)
  /// Views, rendered one after the other.
  case list([any TemplateView])

  var isPresent: Bool {
    switch self {
    case .missing, .flag(false): false
    case .list(let views): !views.isEmpty
    default: true
    }
  }

  /// The value as escaped by `language`; empty if it isn't text.
  func formatted(by language: any Language, indent: Int) -> String {
    switch self {
    case .text(let text): language.text(text)
    case .prose(let prose): language.prose(prose)
    case .code(let code): language.code(code)
    case .comment(let prose): language.comment(prose, indent: indent)
    case .formatted(let text): text
    case .missing, .flag, .list: ""
    }
  }

  /// The value without escapes; empty if it isn't text.
  var unescaped: String {
    switch self {
    case .text(let text), .code(let text), .formatted(let text): text
    case .prose(let prose), .comment(let prose): prose.plain
    case .missing, .flag, .list: ""
    }
  }
}

/// The kind of a name's value, which determines the tags that may use it.
package enum TemplateKind: Sendable {
  /// `{{name}}`, or `{{#name}}{{.}}{{/name}}` if it may be missing.
  case text
  case prose
  case code
  case comment
  case formatted
  /// `{{#name}}…{{/name}}`.
  case flag
  /// `{{#name}}…{{/name}}`, with the names of `view` in scope, if there is a value.
  case section(any TemplateView.Type)
  /// `{{#name}}…{{/name}}`, with the names of `view` in scope, for each item.
  case list(any TemplateView.Type)

  /// The view in scope inside a section of this kind.
  package var view: (any TemplateView.Type)? {
    switch self {
    case .section(let view), .list(let view): view
    case .text, .prose, .code, .comment, .formatted, .flag: nil
    }
  }

  var isText: Bool {
    switch self {
    case .text, .prose, .code, .comment, .formatted: true
    case .flag, .section, .list: false
    }
  }
}
