import ErrataDiagnostics
import ErrataText

/// Compiles the tokens of a template into nodes, and reports every invalid tag.
struct Compiler {
  private static let maximumDepth = 32
  private static let maximumDiagnostics = 100

  private let file: SourceFile
  private var scopes: Scopes
  /// The nodes of the open sections, the template's first, and how to build each section at its end.
  private var open: [(nodes: [TemplateNode], section: ([TemplateNode]) -> TemplateNode?)] = [([], { _ in nil })]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ file: SourceFile, _ root: any TemplateView.Type) {
    self.file = file
    scopes = Scopes(root)
  }

  mutating func compile(_ tokens: [Token]) -> [TemplateNode] {
    for token in tokens {
      switch token {
      case .text(let range): add(.text(text(range)))
      case .tag(let tag, let indent): compile(tag, indent: indent ?? 0)
      }
      if scopes.open.count > Self.maximumDepth {
        if case .tag(let tag, _) = token {
          report(
            .templateSyntax, "sections are nested too deeply: the limit is \(Self.maximumDepth)", tag,
            "reduce the nesting")
        }
        return []
      }
    }
    for scope in scopes.open.dropFirst() {
      report(
        .templateSyntax, "unclosed section `\(scope.name)`", scope.range, "add `{{/\(scope.name)}}`")
    }
    return open[0].nodes
  }

  private func text(_ range: Range<Int>) -> String {
    let start = file.bytes.startIndex
    return String(decoding: file.bytes[(start + range.lowerBound)..<(start + range.upperBound)], as: UTF8.self)
  }

  private mutating func add(_ node: TemplateNode) { open[open.count - 1].nodes.append(node) }

  private mutating func compile(_ tag: Tag, indent: Int) {
    switch tag.kind {
    case .comment, .pragma: return
    case .variable: addValue(tag, isEscaped: true, indent)
    case .unescapedVariable: addValue(tag, isEscaped: false, indent)
    case .section: beginSection(tag)
    case .invertedSection: beginInvertedSection(tag)
    case .sectionEnd: endSection(tag)
    case .unsupported(let sign):
      report(.templateSyntax, "unsupported tag `{{\(sign) …}}`", tag, "write the content inline")
    case .unterminated: report(.templateSyntax, "unclosed tag", tag, "add `}}`")
    }
  }

  private mutating func addValue(_ tag: Tag, isEscaped: Bool, _ indent: Int) {
    guard let name = resolve(tag) else { return }
    switch name {
    case .value(let reference, let kind, let transform) where kind.isText:
      add(.value(reference, transform, isEscaped: isEscaped, indent: indent))
    case .value(_, .flag, _), .position:
      report(.templateSyntax, "`\(tag.text)` is a flag, not text", tag, "write `{{#\(tag.text)}}…{{/\(tag.text)}}`")
    case .value:
      report(
        .templateSyntax, "`\(tag.text)` is a section or list, not text", tag,
        "write `{{#\(tag.text)}}…{{/\(tag.text)}}`")
    }
  }

  // MARK: Sections

  private mutating func beginSection(_ tag: Tag) {
    switch resolve(tag) {
    case nil: begin(tag, .nothing) { _ in nil }
    case .position(let position, let depth):
      begin(tag, .nothing) { .condition(.position(position, depth: depth), isInverted: false, $0) }
    case .value(let reference, .flag, _):
      begin(tag, .nothing) { .condition(.isPresent(reference), isInverted: false, $0) }
    case .value(let reference, .list(let view), _):
      begin(tag, .view(view, isList: true)) { .views(reference, isList: true, $0) }
    case .value(let reference, .section(let view), _):
      begin(tag, .view(view, isList: false)) { .views(reference, isList: false, $0) }
    case .value(let reference, let kind, _): begin(tag, .text(kind)) { .present(reference, $0) }
    }
  }

  private mutating func beginInvertedSection(_ tag: Tag) {
    switch resolve(tag) {
    case nil: begin(tag, .nothing) { _ in nil }
    case .position(let position, let depth):
      begin(tag, .nothing) { .condition(.position(position, depth: depth), isInverted: true, $0) }
    case .value(let reference, _, _):
      begin(tag, .nothing) { .condition(.isPresent(reference), isInverted: true, $0) }
    }
  }

  private mutating func begin(
    _ tag: Tag, _ content: Scope.Content, _ section: @escaping ([TemplateNode]) -> TemplateNode?
  ) {
    scopes.push(Scope(name: tag.text, range: tag.range, content: content))
    open.append(([], section))
  }

  private mutating func endSection(_ tag: Tag) {
    guard scopes.open.count > 1, let scope = scopes.open.last else {
      report(
        .templateSyntax, "unexpected `{{/\(tag.text)}}`: no section is open", tag,
        "remove it, or add `{{#\(tag.text)}}` before it")
      return
    }
    if scope.name == tag.text { return end() }
    report(
      .templateSyntax, "expected `{{/\(scope.name)}}`, found `{{/\(tag.text)}}`", tag,
      "close `\(scope.name)` first")
    // If the tag closes an outer section, the inner ones are unclosed: end them too.
    if let index = scopes.open.lastIndex(where: { $0.name == tag.text }), index > 0 {
      for _ in index..<scopes.open.count { end() }
    }
  }

  private mutating func end() {
    scopes.pop()
    let (nodes, section) = open.removeLast()
    if let node = section(nodes) { add(node) }
  }

  // MARK: Names

  private enum Name {
    case value(TemplateNode.Reference, TemplateKind, Transform?)
    case position(Position, depth: Int)
  }

  /// What the name in `tag` means; nil after a report.
  private mutating func resolve(_ tag: Tag) -> Name? {
    if tag.text == "." { return dot(tag, nil) }
    guard tag.text.hasSuffix(")"), let bracket = tag.text.firstIndex(of: "(") else { return value(tag.text, nil, tag) }
    let function = String(tag.text[..<bracket])
    let argument = String(tag.text[bracket...].dropFirst().dropLast())
    if argument.isEmpty { return position(function, tag) }
    guard let transform = Transform(rawValue: function) else {
      return unknown(function, among: Transform.allCases.map(\.rawValue), tag)
    }
    return argument == "." ? dot(tag, transform) : value(argument, transform, tag)
  }

  private mutating func dot(_ tag: Tag, _ transform: Transform?) -> Name? {
    if let text = scopes.text { return .value(.dot(depth: text.depth), text.kind, transform) }
    report(
      .templateSyntax, "`.` has no value here", tag, "use it inside a section of a text, `{{#text}}{{.}}{{/text}}`")
    return nil
  }

  private mutating func position(_ function: String, _ tag: Tag) -> Name? {
    guard let position = Position(rawValue: function) else {
      return unknown(tag.text, among: Position.allCases.map { $0.rawValue + "()" }, tag)
    }
    if let list = scopes.list { return .position(position, depth: list) }
    report(
      .templateSyntax, "`\(tag.text)` is only valid inside a list", tag, "move it into a `{{#list}}`")
    return nil
  }

  private mutating func value(_ name: String, _ transform: Transform?, _ tag: Tag) -> Name? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first, let field = scopes.field(first) else {
      return unknown(parts.first ?? "", among: scopes.names, tag)
    }
    var (path, kind) = ([field.index], field.kind)
    for part in parts.dropFirst() {
      guard case .section(let view) = kind else { return unknown(part, among: [], tag) }
      guard let index = view.index(of: part) else { return unknown(part, among: view.names.map(\.text).sorted(), tag) }
      path.append(index)
      kind = view.names[index].kind
    }
    return .value(.field(depth: field.depth, path: path), kind, transform)
  }

  // MARK: Reports

  private mutating func unknown(_ name: String, among names: [String], _ tag: Tag) -> Name? {
    let nearest = suggestion(for: name, among: names)
    let list = names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
    let all = names.isEmpty ? "remove it: there are no names here" : "the names here are \(list)"
    report(.unknownName, "unknown name `\(name)`", tag, nearest ?? all)
    return nil
  }

  private mutating func report(_ rule: Rule, _ message: String, _ tag: Tag, _ hint: String) {
    report(rule, message, tag.range, hint)
  }

  private mutating func report(_ rule: Rule, _ message: String, _ range: Range<Int>, _ hint: String) {
    guard diagnostics.count < Self.maximumDiagnostics else { return }
    diagnostics.append(Diagnostic(rule, message, at: file.location(ofBytes: range), hint: hint))
  }
}

extension SourceFile {
  /// The location of the bytes in `range`.
  package func location(ofBytes range: Range<Int>) -> SourceLocation {
    SourceLocation(
      file: self, start: position(ofByteAt: range.lowerBound), end: position(ofByteAt: range.upperBound))
  }
}
