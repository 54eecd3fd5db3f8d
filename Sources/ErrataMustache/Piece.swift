import ErrataText

/// A piece of a template whose names are resolved.
indirect enum Piece: Sendable {
  case text(String)
  /// - indent: the column of a tag that only white space precedes.
  case value(Reference, Transform?, isEscaped: Bool, indent: Int)
  /// Is there for each of the views, and has their names inside.
  case views(Reference, isList: Bool, [Piece])
  /// Is there where the text is, which is `{{.}}` inside.
  case present(Reference, [Piece])
  case condition(Condition, isInverted: Bool, [Piece])

  /// Where a value is found.
  enum Reference: Sendable {
    /// A field of the view at `depth` from the whole template's, then of the section that it is, and so on.
    case field(depth: Int, path: [Int])
    /// The text of the section around, counted from the outermost.
    case dot(depth: Int)
  }

  enum Condition: Sendable {
    case isPresent(Reference)
    /// Is about the list at `depth`, counted from the outermost.
    case position(Position, depth: Int)
  }
}

/// `{{uppercased(name)}}` and the like.
enum Transform: String, CaseIterable, Sendable {
  case capitalized
  case lowercased
  case uppercased

  func apply(_ value: TemplateValue) -> TemplateValue {
    switch value {
    case .text(let text): .text(apply(text))
    case .code(let text): .code(apply(text))
    case .formatted(let text): .formatted(apply(text))
    case .comment(let paragraphs): .comment(paragraphs.map(apply))
    case .prose(let prose): .prose(Prose(apply(prose.source.joined(separator: "\n\n"))))
    case .missing, .flag, .list: value
    }
  }

  private func apply(_ text: String) -> String {
    switch self {
    case .capitalized: text.prefix(1).uppercased() + text.dropFirst()
    case .lowercased: text.lowercased()
    case .uppercased: text.uppercased()
    }
  }
}

/// `{{#first()}}` and the like: where in a list a view is.
enum Position: String, CaseIterable, Sendable {
  case first
  case last
  case even
  case odd

  /// Items are counted from one: the first one is odd.
  func holds(at index: Int, of count: Int) -> Bool {
    switch self {
    case .first: index == 0
    case .last: index == count - 1
    case .even: index % 2 == 1
    case .odd: index % 2 == 0
    }
  }
}
