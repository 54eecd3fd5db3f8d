import ErrataDiagnostics
import ErrataText

/// Decodes nodes as strings, numbers, lists and mappings, and reports those of the wrong type. A method that returns nil has
/// reported a problem, now or, for an invalid node, earlier.
package struct NodeDecoder: Sendable {
  /// The files that source ranges refer to.
  package let sources: SourceSet
  /// The problems reported so far.
  package private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter sources: the files that source ranges refer to.
  package init(_ sources: SourceSet) {
    self.sources = sources
  }

  /// Reports a problem at `range`, up to the limit of diagnostics.
  package mutating func report(
    _ rule: Rule, _ message: String, at range: SourceRange, related: [Diagnostic.Related] = [], hint: String? = nil
  ) {
    if isAtLimit { return }
    diagnostics.append(Diagnostic(rule, message, at: sources.location(range), related: related, hint: hint))
  }

  private var isAtLimit: Bool { diagnostics.count >= ReadingLimits().diagnostics }

  /// Decodes a mapping with the keys of `Name`, and reports missing and unknown keys.
  /// - Parameters:
  ///   - subject: the mapping's name in messages; that of its key table by default.
  ///   - others: additional keys to accept, such as those already reported.
  ///   - name: where to report a missing key; the mapping itself by default.
  /// - Returns: the mapping, even if keys are missing or unknown, since the others can still be decoded.
  package mutating func mapping<Name: MappingKey>(
    _ node: Node, of _: Name.Type, called subject: String? = nil, allowing others: [String] = [],
    name: SourceRange? = nil
  ) -> KeyedMapping<Name>? {
    let table = Name.table
    let names = others.isEmpty ? table.names : table.names + others
    let isMapping = checkKeys(node, subject ?? table.subject, required: table.required, names: names, name: name)
    return isMapping ? KeyedMapping(node: node) : nil
  }

  /// Reports missing and unknown keys.
  /// - Parameters:
  ///   - subject: the mapping's name in messages, such as "a surface".
  ///   - required: the required keys.
  ///   - names: all valid keys.
  ///   - name: where to report a missing key; the mapping itself by default.
  /// - Returns: whether the node is a mapping.
  @discardableResult
  package mutating func checkKeys(
    _ node: Node, _ subject: String, required: [String] = [], names: [String], name: SourceRange? = nil
  ) -> Bool {
    guard let entries = entries(node, subject) else { return false }
    lazy var unused = names.filter { node.entry($0) == nil }
    var misspelled: Set<String> = []
    for entry in entries where !names.contains(where: entry.key.isExactly) {
      if isAtLimit { break }
      let nearest = nearestName(to: entry.key, among: unused)
      if let nearest { misspelled.insert(nearest) }
      report(
        .unknownKey, "unknown key `\(entry.key)` in \(subject)", at: entry.keyRange,
        hint: nearest.map { "did you mean `\($0)`?" } ?? "valid keys: \(listed(names))")
    }
    for key in required where node.entry(key) == nil && !misspelled.contains(key) {
      report(
        .missingKey, "missing key `\(key)` in \(subject)", at: name ?? firstLine(of: node), hint: "add `\(key): …`")
    }
    return true
  }

  /// Decodes a mapping with arbitrary keys.
  package mutating func entries(_ node: Node, _ subject: String) -> [Node.Entry]? {
    switch node.content {
    case .mapping(let entries): return entries
    case .invalid: return nil
    default:
      report(
        .wrongType, "expected \(subject) to be a mapping, found \(typeName(of: node))", at: firstLine(of: node),
        hint: "write indented `key: value` lines")
      return nil
    }
  }

  /// Decodes a list. A single string is decoded as a list of one.
  package mutating func items(_ node: Node, _ subject: String) -> [Node]? {
    switch node.content {
    case .sequence(let items): return items
    case .invalid: return nil
    case .scalar(let text, let isPlain) where !(text.isEmpty && isPlain): return [node]
    default:
      report(
        .wrongType, "expected \(subject) to be a list, found \(typeName(of: node))", at: firstLine(of: node),
        hint: "write `[one, two]`, or a line `- one` for each item")
      return nil
    }
  }

  /// Decodes a string, without the trailing line breaks of a block scalar.
  package mutating func text(_ node: Node, _ subject: String) -> String? {
    switch node.content {
    case .scalar(let text, _):
      if text.utf8.count > ReadingLimits.textBytes {
        report(
          .tooLarge, "\(subject) is too long; the limit is \(ReadingLimits.textBytes >> 10) KiB",
          at: firstLine(of: node),
          hint: "shorten the text")
        return nil
      }
      var end = text.endIndex
      while end > text.startIndex, text[text.index(before: end)].isNewline { end = text.index(before: end) }
      return end == text.endIndex ? text : String(text[..<end])
    case .invalid: return nil
    default:
      report(
        .wrongType, "expected \(subject) to be a string, found \(typeName(of: node))", at: firstLine(of: node),
        hint: "write text, in quotes if it begins with `[` or `{`")
      return nil
    }
  }

  /// Decodes a non-negative integer in decimal digits, without a sign or leading zeros.
  package mutating func number(_ node: Node, _ subject: String) -> Int? {
    guard let text = text(node, subject) else { return nil }
    let isDecimal = !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
    guard isDecimal, text == "0" || !text.hasPrefix("0"), let number = Int(text) else {
      report(
        .wrongType, "expected \(subject) to be an integer, found `\(text)`", at: node.range,
        hint: "write decimal digits only, without leading zeros")
      return nil
    }
    return number
  }

  /// Decodes `true` or `false`, but not YAML 1.1's other spellings such as `yes`.
  package mutating func flag(_ node: Node, _ subject: String) -> Bool? {
    guard let text = text(node, subject) else { return nil }
    if text.isExactly("true") { return true }
    if text.isExactly("false") { return false }
    report(.wrongType, "expected \(subject) to be `true` or `false`, found `\(text)`", at: node.range)
    return nil
  }

  private func firstLine(of node: Node) -> SourceRange {
    let range = node.range
    guard range.end.line > range.start.line else { return range }
    return SourceRange(file: range.file, start: range.start, end: range.start)
  }

  private func typeName(of node: Node) -> String {
    switch node.content {
    case .scalar(let text, isPlain: true) where text.isEmpty: "an empty value"
    case .scalar: "a string"
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .invalid: "an invalid value"
    }
  }
}
