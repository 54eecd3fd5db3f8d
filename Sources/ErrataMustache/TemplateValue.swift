import ErrataText

/// What a name means in one view.
package enum TemplateValue: Sendable {
  /// The view has no such thing.
  case missing
  case text(String)
  case prose(Prose)
  case code(String)
  /// The paragraphs of a documentation comment.
  case comment([String])
  /// Text in the language of the output, made by that language's own view.
  case formatted(String)
  case flag(Bool)
  /// A view, once for each.
  case list([any TemplateView])

  var isPresent: Bool {
    switch self {
    case .missing, .flag(false): false
    case .list(let views): !views.isEmpty
    default: true
    }
  }

  /// The value as `language` writes it; empty for what is no text.
  func formatted(by language: any Language, indent: Int) -> String {
    switch self {
    case .text(let text): language.text(text)
    case .prose(let prose): language.prose(prose)
    case .code(let code): language.code(code)
    case .comment(let paragraphs): language.comment(paragraphs, indent: indent)
    case .formatted(let text): text
    case .missing, .flag, .list: ""
    }
  }

  /// The value without escapes; empty for what is no text.
  var unescaped: String {
    switch self {
    case .text(let text), .code(let text), .formatted(let text): text
    case .prose(let prose): prose.plain
    case .comment(let paragraphs): paragraphs.joined(separator: "\n")
    case .missing, .flag, .list: ""
    }
  }
}

/// Which kind of value a name has, and so which tags may use it.
package enum TemplateKind: Sendable {
  /// `{{name}}`; where it may be missing, also `{{#name}}{{.}}{{/name}}`.
  case text
  case prose
  case code
  case comment
  case formatted
  /// `{{#name}}…{{/name}}`.
  case flag
  /// `{{#name}}…{{/name}}`, with the names of `view` inside, where it is there.
  case section(any TemplateView.Type)
  /// `{{#name}}…{{/name}}`, with the names of `view` inside, once for each.
  case list(any TemplateView.Type)

  /// What tags with names inside see.
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
