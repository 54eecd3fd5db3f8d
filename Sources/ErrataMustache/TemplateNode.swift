import ErrataText

/// A node of a compiled template, with its names resolved.
indirect enum TemplateNode: Sendable {
  case text(String)
  /// - indent: the column of the tag if it is the first on its line.
  case value(Reference, Transform?, isEscaped: Bool, indent: Int)
  /// Rendered for each of the views, whose names are in scope inside.
  case views(Reference, isList: Bool, [TemplateNode])
  /// Rendered if the text is present; it is `{{.}}` inside.
  case present(Reference, [TemplateNode])
  case condition(Condition, isInverted: Bool, [TemplateNode])

  /// Where to find a value.
  enum Reference: Sendable {
    /// A path of fields that starts in the view at `depth`, counted from the root.
    case field(depth: Int, path: [Int])
    /// The text of an enclosing section, counted from the outermost.
    case dot(depth: Int)
  }

  enum Condition: Sendable {
    case isPresent(Reference)
    /// A position in the list at `depth`, counted from the outermost.
    case position(Position, depth: Int)
  }
}

/// A function of a value, such as `{{uppercased(name)}}`.
enum Transform: String, CaseIterable, Sendable {
  case capitalized
  case lowercased
  case uppercased

  func apply(_ value: TemplateValue) -> TemplateValue {
    switch value {
    case .text(let text): .text(apply(text))
    case .code(let text): .code(apply(text))
    case .formatted(let text): .formatted(apply(text))
    case .comment(let prose): .comment(apply(prose))
    case .prose(let prose): .prose(apply(prose))
    case .missing, .flag, .list: value
    }
  }

  private func apply(_ prose: Prose) -> Prose {
    var isStart = true
    return prose.mapText { text in
      defer { isStart = false }
      return self == .capitalized && !isStart ? text : apply(text)
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

/// The position of a view in a list, such as `{{#first()}}`.
enum Position: String, CaseIterable, Sendable {
  case first
  case last
  case even
  case odd

  /// Items are counted from one: the first one is odd.
  func matches(_ index: Int, of count: Int) -> Bool {
    switch self {
    case .first: index == 0
    case .last: index == count - 1
    case .even: index % 2 == 1
    case .odd: index % 2 == 0
    }
  }
}
