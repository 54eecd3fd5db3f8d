/// An open section.
struct Scope {
  enum Content {
    /// The names of a view, which may be an item of a list.
    case view(any TemplateView.Type, isList: Bool)
    /// A text, written as `{{.}}`.
    case text(TemplateKind)
    /// Nothing in addition to the enclosing scope.
    case nothing
  }

  /// The name in the template.
  let name: String
  /// The range of the opening tag.
  let range: Range<Int>
  let content: Content
}

/// The open sections at one position of a template, the template itself first.
struct Scopes {
  private(set) var open: [Scope]

  init(_ root: any TemplateView.Type) {
    open = [Scope(name: "", range: 0..<0, content: .view(root, isList: false))]
  }

  mutating func push(_ scope: Scope) { open.append(scope) }

  mutating func pop(_ count: Int = 1) { open.removeLast(count) }

  /// The enclosing views, outermost first.
  private var views: [any TemplateView.Type] {
    open.compactMap { scope in if case .view(let view, _) = scope.content { view } else { nil } }
  }

  /// The field `name` of the innermost view that has one.
  func field(_ name: String) -> (depth: Int, index: Int, kind: TemplateKind)? {
    for (depth, view) in views.enumerated().reversed() {
      if let index = view.index(of: name) { return (depth, index, view.names[index].kind) }
    }
    return nil
  }

  /// The names in scope, the innermost view's first.
  var names: [String] {
    views.reversed().flatMap { $0.names.map(\.text).sorted() }
  }

  /// The depth and kind of the innermost text; nil if there is none inside the innermost view.
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

  /// The depth of the innermost list, counted from the outermost; nil if there is none.
  var list: Int? {
    let count = open.count { if case .view(_, isList: true) = $0.content { true } else { false } }
    return count == 0 ? nil : count - 1
  }
}
