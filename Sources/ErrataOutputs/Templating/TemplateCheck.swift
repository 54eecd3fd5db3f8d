import ErrataDiagnostics
import ErrataText

/// Holds the tags of a template against what its context answers to. Mustache itself would show nothing for a name that it does
/// not know, and gibberish for a list.
struct TemplateCheck {
  /// What may stand before the brackets in `{{uppercased(name)}}`.
  static let transforms = ["capitalized", "lowercased", "uppercased"]
  /// What may stand alone with brackets, as in `{{^last()}}, {{/last()}}`, directly inside a list.
  static let positions = ["first", "last", "even", "odd"]
  private static let maximumDepth = 32

  /// A section that is open: its name as it was written, where it began, and what its inside sees.
  private struct Scope {
    let name: String
    let range: Range<Int>
    let names: [String: TemplateShape]
    /// What `{{.}}` stands for.
    let isText: Bool
    let isList: Bool
  }

  private let file: SourceFile
  private var scopes: [Scope]
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter shapes: the names that the whole template sees.
  init(_ file: SourceFile, _ shapes: [String: TemplateShape]) {
    self.file = file
    scopes = [Scope(name: "", range: 0..<0, names: shapes, isText: false, isList: false)]
  }

  mutating func check(_ tags: [TemplateTag]) {
    for tag in tags {
      switch tag.kind {
      case .comment, .pragma: continue
      case .variable: checkVariable(tag)
      case .section, .inverted: open(tag)
      case .end: close(tag)
      case .other(let sign):
        report(.templateSyntax, "templates have no `{{\(sign) …}}`", tag, "write what it stands for in its place")
      case .open: report(.templateSyntax, "this tag has no end", tag, "close it with `}}`")
      }
      if scopes.count > Self.maximumDepth {
        report(.templateSyntax, "sections are nested deeper than \(Self.maximumDepth) levels", tag, "nest fewer")
        return
      }
    }
    for scope in scopes.dropFirst() {
      report(
        .templateSyntax, "the section `\(scope.name)` has no end", scope.range, "close it with `{{/\(scope.name)}}`")
    }
  }

  private mutating func checkVariable(_ tag: TemplateTag) {
    if tag.text == "." {
      if scopes.last?.isText != true {
        report(
          .templateSyntax, "there is no text here for `.` to stand for", tag, "it is for the inside of `{{#text}}`")
      }
      return
    }
    switch shape(of: tag) {
    case nil, .text: return
    case .flag:
      report(.templateSyntax, "`\(tag.text)` is yes or no, not text", tag, "write `{{#\(tag.text)}}…{{/\(tag.text)}}`")
    case .section, .list:
      report(
        .templateSyntax, "`\(tag.text)` has names of its own, and is no text", tag,
        "write `{{#\(tag.text)}}…{{/\(tag.text)}}`")
    }
  }

  private mutating func open(_ tag: TemplateTag) {
    let shape = shape(of: tag)
    var (names, isText, isList): ([String: TemplateShape], Bool, Bool) = ([:], false, false)
    if tag.kind == .section {
      switch shape {
      case .text?: isText = true
      case .section(let inner)?: names = inner()
      case .list(let inner)?: (names, isList) = (inner(), true)
      case .flag?, nil: isText = scopes.last?.isText ?? false
      }
    }
    scopes.append(Scope(name: tag.text, range: tag.range, names: names, isText: isText, isList: isList))
  }

  private mutating func close(_ tag: TemplateTag) {
    guard scopes.count > 1, let open = scopes.last else {
      report(.templateSyntax, "no section is open for `{{/\(tag.text)}}` to end", tag, "remove it, or open the section")
      return
    }
    if open.name == tag.text {
      scopes.removeLast()
      return
    }
    report(
      .templateSyntax, "`{{/\(tag.text)}}` ends another section than the one that is open, `\(open.name)`", tag,
      "close `\(open.name)` first")
    // Where an outer section is meant, the inner one was forgotten.
    if let index = scopes.lastIndex(where: { $0.name == tag.text }), index > 0 {
      scopes.removeLast(scopes.count - index)
    }
  }

  /// What the name in `tag` stands for; nil after a report.
  private mutating func shape(of tag: TemplateTag) -> TemplateShape? {
    var name = Substring(tag.text)
    if name.hasSuffix("()") {
      guard Self.positions.contains(String(name.dropLast(2))) else {
        return unknown(tag, String(name), Self.positions.map { $0 + "()" })
      }
      if scopes.last?.isList == true { return .flag }
      report(.templateSyntax, "`\(name)` is for the inside of a list", tag, "put it directly inside `{{#list}}`")
      return nil
    }
    if let bracket = name.firstIndex(of: "("), name.last == ")" {
      let transform = String(name[..<bracket])
      guard Self.transforms.contains(transform) else { return unknown(tag, transform, Self.transforms) }
      name = name[bracket...].dropFirst().dropLast()
      if name == ".", scopes.last?.isText == true { return .text }
    }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first, let found = scopes.reversed().lazy.compactMap({ $0.names[first] }).first else {
      return unknown(tag, parts.first ?? "", scopes.reversed().flatMap { $0.names.keys.sorted() })
    }
    return parts.dropFirst().reduce(found) { outer, part in
      guard case .section(let inner)? = outer else { return outer == nil ? nil : unknown(tag, part, []) }
      return inner()[part] ?? unknown(tag, part, inner().keys.sorted())
    }
  }

  private mutating func unknown(_ tag: TemplateTag, _ name: String, _ known: [String]) -> TemplateShape? {
    let hint = nearestName(to: name, among: known).map { "did you mean `\($0)`?" }
    let list = known.isEmpty ? "nothing" : known.prefix(12).joined(separator: ", ") + (known.count > 12 ? ", …" : "")
    report(.unknownName, "there is nothing called `\(name)` here", tag, hint ?? "there is \(list)")
    return nil
  }

  private mutating func report(_ rule: Rule, _ message: String, _ tag: TemplateTag, _ hint: String) {
    report(rule, message, tag.range, hint)
  }

  private mutating func report(_ rule: Rule, _ message: String, _ range: Range<Int>, _ hint: String) {
    guard diagnostics.count < 100 else { return }
    let location = SourceLocation(
      file: file, start: file.position(ofByteAt: range.lowerBound), end: file.position(ofByteAt: range.upperBound))
    diagnostics.append(Diagnostic(rule, message, at: location, hint: hint))
  }
}
