/// Writes pieces with the values of views.
struct Renderer {
  let language: any Language
  private(set) var output = ""
  /// The views of the sections around, the whole template's first.
  private var views: [any TemplateView]
  /// What `{{.}}` means in the sections around, outermost first.
  private var texts: [TemplateValue] = []
  /// Where in their lists the views are, outermost list first.
  private var positions: [(index: Int, count: Int)] = []

  init(_ root: any TemplateView, _ language: any Language) {
    views = [root]
    self.language = language
  }

  mutating func render(_ pieces: [Piece]) {
    for piece in pieces {
      switch piece {
      case .text(let text): output += text
      case .value(let reference, let transform, let isEscaped, let indent):
        let found = value(reference)
        let value = transform?.apply(found) ?? found
        output += isEscaped ? value.formatted(by: language, indent: indent) : value.unescaped
      case .views(let reference, let isList, let inner):
        guard case .list(let found) = value(reference) else { continue }
        if isList { renderEach(of: found, inner) } else { found.forEach { render(inner, for: $0) } }
      case .present(let reference, let inner):
        let value = value(reference)
        guard value.isPresent else { continue }
        texts.append(value)
        render(inner)
        texts.removeLast()
      case .condition(let condition, let isInverted, let inner):
        if holds(condition) != isInverted { render(inner) }
      }
    }
  }

  private mutating func renderEach(of views: [any TemplateView], _ pieces: [Piece]) {
    for (index, view) in views.enumerated() {
      positions.append((index, views.count))
      render(pieces, for: view)
      positions.removeLast()
    }
  }

  private mutating func render(_ pieces: [Piece], for view: any TemplateView) {
    views.append(view)
    render(pieces)
    views.removeLast()
  }

  private func holds(_ condition: Piece.Condition) -> Bool {
    switch condition {
    case .isPresent(let reference): value(reference).isPresent
    case .position(let position, let depth): position.holds(at: positions[depth].index, of: positions[depth].count)
    }
  }

  private func value(_ reference: Piece.Reference) -> TemplateValue {
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
