/// What a section that is open has inside.
struct Scope {
  enum Content {
    /// The names of a view, and whether it is one of a list.
    case view(any TemplateView.Type, isList: Bool)
    /// A text, which is `{{.}}`.
    case text(TemplateKind)
    /// Nothing more than around it.
    case nothing
  }

  /// As the template has it.
  let name: String
  /// Of its first tag.
  let range: Range<Int>
  let content: Content
}

/// The sections that are open at one place of a template, the template itself first.
struct Scopes {
  private(set) var open: [Scope]

  init(_ root: any TemplateView.Type) {
    open = [Scope(name: "", range: 0..<0, content: .view(root, isList: false))]
  }

  mutating func push(_ scope: Scope) { open.append(scope) }

  mutating func pop(_ count: Int = 1) { open.removeLast(count) }

  /// The views around, outermost first.
  private var views: [any TemplateView.Type] {
    open.compactMap { scope in if case .view(let view, _) = scope.content { view } else { nil } }
  }

  /// The field that `name` means: that of the innermost view that has it.
  func field(_ name: String) -> (depth: Int, index: Int, kind: TemplateKind)? {
    for (depth, view) in views.enumerated().reversed() {
      if let index = view.index(of: name) { return (depth, index, view.names[index].kind) }
    }
    return nil
  }

  /// The names that can be used here, the innermost view's first.
  var names: [String] {
    views.reversed().flatMap { $0.names.map(\.text).sorted() }
  }

  /// How many texts are around, and the kind of the innermost; nil where there is none inside the innermost view.
  var text: (depth: Int, kind: TemplateKind)? {
    let count = open.count { if case .text = $0.content { true } else { false } }
    for scope in open.reversed() {
      switch scope.content {
      case .text(let kind): return (count - 1, kind)
      case .view: return nil
      case .nothing: continue
      }
    }
    return nil
  }

  /// Which list is the innermost, counted from the outermost; nil where there is none.
  var list: Int? {
    let count = open.count { if case .view(_, isList: true) = $0.content { true } else { false } }
    return count == 0 ? nil : count - 1
  }
}
