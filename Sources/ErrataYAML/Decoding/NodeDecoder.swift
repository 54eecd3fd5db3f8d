import ErrataDiagnostics
import ErrataText

/// Turns nodes into text, numbers, lists and mappings, and reports whatever is not what it should be. Every method answers
/// nil after a report, and stays silent about nodes that were reported before.
package struct NodeDecoder: Sendable {
  /// The files that ranges count in.
  package let sources: SourceSet
  /// What was reported so far.
  package private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter sources: the files that ranges count in.
  package init(_ sources: SourceSet) {
    self.sources = sources
  }

  /// Reports a problem at `range`.
  package mutating func report(
    _ rule: Rule, _ message: String, at range: SourceRange, related: [Diagnostic.Related] = [], hint: String? = nil
  ) {
    if isFull { return }
    diagnostics.append(Diagnostic(rule, message, at: sources.location(range), related: related, hint: hint))
  }

  private var isFull: Bool { diagnostics.count >= ReadingLimits().diagnostics }

  /// A mapping with the keys of `Name`: all the required ones, and no others.
  /// - Parameters:
  ///   - subject: what messages call the mapping; what its table says by default.
  ///   - others: keys that are no problem here, such as those that were reported before.
  ///   - name: where to point when a key is missing; the mapping itself by default.
  /// - Returns: the mapping, also when keys are missing or unknown, since the others can still be read.
  package mutating func mapping<Name: MappingKey>(
    _ node: Node, of _: Name.Type, called subject: String? = nil, allowing others: [String] = [],
    name: SourceRange? = nil
  ) -> KeyedMapping<Name>? {
    let table = Name.table
    let names = others.isEmpty ? table.names : table.names + others
    let isMapping = checkKeys(node, subject ?? table.subject, required: table.required, names: names, name: name)
    return isMapping ? KeyedMapping(node: node) : nil
  }

  /// Reports keys that are missing or unknown.
  /// - Parameters:
  ///   - subject: what the mapping is, for messages: "a surface".
  ///   - names: all keys that it may have.
  ///   - name: where to point when a key is missing; the mapping itself by default.
  /// - Returns: whether the node is a mapping at all.
  @discardableResult
  package mutating func checkKeys(
    _ node: Node, _ subject: String, required: [String] = [], names: [String], name: SourceRange? = nil
  ) -> Bool {
    guard let entries = entries(node, subject) else { return false }
    lazy var missing = names.filter { node.entry($0) == nil }
    var misspelt: Set<String> = []
    for entry in entries where !names.contains(where: entry.key.isExactly) {
      if isFull { break }
      let nearest = nearestName(to: entry.key, among: missing)
      if let nearest { misspelt.insert(nearest) }
      report(
        .unknownKey, "\(subject) has no key `\(entry.key)`", at: entry.keyRange,
        hint: nearest.map { "did you mean `\($0)`?" } ?? "the keys are \(listed(names))")
    }
    for key in required where node.entry(key) == nil && !misspelt.contains(key) {
      report(.missingKey, "\(subject) needs the key `\(key)`", at: name ?? firstLine(of: node), hint: "add `\(key): …`")
    }
    return true
  }

  /// The entries of a mapping with keys of the author's choice.
  package mutating func entries(_ node: Node, _ subject: String) -> [Node.Entry]? {
    switch node.content {
    case .mapping(let entries): return entries
    case .refused: return nil
    default:
      report(
        .wrongType, "\(subject) must be a mapping, but this is \(kind(of: node))", at: firstLine(of: node),
        hint: "write `key: value` lines, indented under it")
      return nil
    }
  }

  /// The items of a list. A single text counts as a list of one.
  package mutating func items(_ node: Node, _ subject: String) -> [Node]? {
    switch node.content {
    case .sequence(let items): return items
    case .refused: return nil
    case .scalar(let text, let isPlain) where !(text.isEmpty && isPlain): return [node]
    default:
      report(
        .wrongType, "\(subject) must be a list, but this is \(kind(of: node))", at: firstLine(of: node),
        hint: "write `[one, two]`, or a line `- one` for each")
      return nil
    }
  }

  /// A text, without the line breaks that a block scalar ends with.
  package mutating func text(_ node: Node, _ subject: String) -> String? {
    switch node.content {
    case .scalar(let text, _):
      if text.utf8.count > ReadingLimits.textBytes {
        report(
          .tooLarge, "\(subject) has more than \(ReadingLimits.textBytes >> 10) KiB", at: firstLine(of: node),
          hint: "say it in fewer words")
        return nil
      }
      var end = text.endIndex
      while end > text.startIndex, text[text.index(before: end)].isNewline { end = text.index(before: end) }
      return end == text.endIndex ? text : String(text[..<end])
    case .refused: return nil
    default:
      report(
        .wrongType, "\(subject) must be text, but this is \(kind(of: node))", at: firstLine(of: node),
        hint: "write it on one line, in quotes if it begins with `[` or `{`")
      return nil
    }
  }

  /// A whole number of plain decimal digits.
  package mutating func number(_ node: Node, _ subject: String) -> Int? {
    guard let text = text(node, subject) else { return nil }
    let isDecimal = !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
    guard isDecimal, text == "0" || !text.hasPrefix("0"), let number = Int(text) else {
      report(
        .wrongType, "\(subject) must be a whole number, but this is `\(text)`", at: node.range,
        hint: "write digits only")
      return nil
    }
    return number
  }

  /// `true` or `false`, and none of YAML 1.1's other words for them.
  package mutating func flag(_ node: Node, _ subject: String) -> Bool? {
    guard let text = text(node, subject) else { return nil }
    if text.isExactly("true") { return true }
    if text.isExactly("false") { return false }
    report(.wrongType, "\(subject) must be `true` or `false`, but this is `\(text)`", at: node.range)
    return nil
  }

  private func firstLine(of node: Node) -> SourceRange {
    let range = node.range
    guard range.end.line > range.start.line else { return range }
    return SourceRange(file: range.file, start: range.start, end: range.start)
  }

  private func kind(of node: Node) -> String {
    switch node.content {
    case .scalar(let text, isPlain: true) where text.isEmpty: "empty"
    case .scalar: "text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .refused: "refused"
    }
  }
}
