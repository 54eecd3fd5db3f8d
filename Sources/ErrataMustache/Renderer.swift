/// Renders nodes with the values of views.
struct Renderer {
  let language: any Language
  private(set) var output = ""
  /// The views of the enclosing sections, the root first.
  private var views: [any TemplateView]
  /// Long lists of these views, by field: templates often go through one of them several times, as for a table and its sections.
  private var longLists: [[Int: TemplateValue]] = [[:]]
  /// The values of `{{.}}` in the enclosing sections, outermost first.
  private var texts: [TemplateValue] = []
  /// The positions in the enclosing lists, outermost first.
  private var positions: [(index: Int, count: Int)] = []

  init(_ root: any TemplateView, _ language: any Language) {
    views = [root]
    self.language = language
  }

  mutating func render(_ nodes: [TemplateNode]) {
    for node in nodes {
      switch node {
      case .text(let text): output += text
      case .value(let reference, let transform, let isEscaped, let indent):
        let original = value(reference)
        let value = transform?.apply(original) ?? original
        output += isEscaped ? value.formatted(by: language, indent: indent) : value.unescaped
      case .views(let reference, let isList, let inner):
        guard case .list(let views) = list(reference) else { continue }
        if isList { renderEach(of: views, inner) } else { views.forEach { render(inner, for: $0) } }
      case .present(let reference, let inner):
        let value = value(reference)
        guard value.isPresent else { continue }
        texts.append(value)
        render(inner)
        texts.removeLast()
      case .condition(let condition, let isInverted, let inner):
        if isTrue(condition) != isInverted { render(inner) }
      }
    }
  }

  private mutating func renderEach(of views: [any TemplateView], _ nodes: [TemplateNode]) {
    for (index, view) in views.enumerated() {
      positions.append((index, views.count))
      render(nodes, for: view)
      positions.removeLast()
    }
  }

  private mutating func render(_ nodes: [TemplateNode], for view: any TemplateView) {
    views.append(view)
    longLists.append([:])
    render(nodes)
    views.removeLast()
    longLists.removeLast()
  }

  private func isTrue(_ condition: TemplateNode.Condition) -> Bool {
    switch condition {
    case .isPresent(let reference): value(reference).isPresent
    case .position(let position, let depth): position.matches(positions[depth].index, of: positions[depth].count)
    }
  }

  private mutating func list(_ reference: TemplateNode.Reference) -> TemplateValue {
    guard case .field(let depth, let path) = reference, path.count == 1 else { return value(reference) }
    if let known = longLists[depth][path[0]] { return known }
    let value = value(reference)
    if case .list(let views) = value, views.count > 16 { longLists[depth][path[0]] = value }
    return value
  }

  private func value(_ reference: TemplateNode.Reference) -> TemplateValue {
    switch reference {
    case .dot(let depth): return texts[depth]
    case .field(let depth, let path):
      var value = views[depth].value(at: path[0])
      for index in path.dropFirst() {
        guard case .list(let views) = value, let view = views.first else { return .missing }
        value = view.value(at: index)
      }
      return value
    }
  }
}
