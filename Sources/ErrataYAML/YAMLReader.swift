import ErrataDiagnostics
import ErrataText

/// Reads one YAML file into a tree.
///
/// - Parameters:
///   - file: the text.
///   - index: the file's place in the `SourceSet` that ranges count in.
///   - limits: what to take before refusing.
/// - Returns: the tree, or nil where the text holds no document or could not be read to its end, and what is wrong with it.
///   Whatever was refused in a tree that is there stands in it as `.refused`.
package func readYAML(
  _ file: SourceFile, index: UInt32 = 0, limits: ReadingLimits = ReadingLimits()
) -> (root: Node?, diagnostics: [Diagnostic]) {
  if file.bytes.count > limits.bytes {
    return (nil, [tooManyBytes(file, limits)])
  }
  if let problem = utf8Problem(in: file) { return (nil, [problem]) }
  if let directive = refusedDirective(in: file, index: index) { return (nil, [directiveRefused(file, directive)]) }
  var builder = TreeBuilder(file: file, index: index, limits: limits)
  let isComplete = builder.read(file.bytes)
  return (isComplete ? builder.root : nil, builder.diagnostics)
}

/// The diagnostic for a file over the size limit, whether or not its bytes were read.
package func tooManyBytes(_ file: SourceFile, _ limits: ReadingLimits) -> Diagnostic {
  Diagnostic(
    .tooLarge, "this file has more than \(limits.bytes >> 20) MiB", at: SourceLocation(file: file, start: .start),
    hint: "a catalogue can be a folder of smaller files")
}

private func directiveRefused(_ file: SourceFile, _ range: SourceRange) -> Diagnostic {
  Diagnostic(
    .yamlUnsupported, "this directive is not allowed",
    at: SourceLocation(file: file, start: range.start, end: range.end),
    hint: "remove the line: a catalogue has no tags, and is one document")
}

/// Puts events together into nodes, innermost first, without recursion.
private struct TreeBuilder {
  /// A sequence or mapping whose end has not come yet.
  struct Open {
    let isMapping: Bool
    let start: SourcePosition
    var items: [Node] = []
    var entries: [Node.Entry] = []
    /// A key that waits for its value. A refused key has no text, and its value is dropped.
    var key: (text: String?, range: SourceRange)?
  }

  let file: SourceFile
  let index: UInt32
  let limits: ReadingLimits
  var root: Node?
  var diagnostics: [Diagnostic] = []
  private var open: [Open] = []
  private var nodeCount = 0
  private var documentCount = 0

  init(file: SourceFile, index: UInt32, limits: ReadingLimits) {
    self.file = file
    self.index = index
    self.limits = limits
  }

  /// Reads all events. False: reading stopped before the end, and why is in `diagnostics`.
  mutating func read(_ bytes: ArraySlice<UInt8>) -> Bool {
    if let isComplete = EventParser.parse(bytes, { read(&$0) }) { return isComplete }
    report(.tooLarge, "there is not enough memory to read this file", at: range(.start, .start))
    return false
  }

  private mutating func read(_ parser: inout EventParser) -> Bool {
    while diagnostics.count < limits.diagnostics {
      guard let event = parser.next() else {
        diagnostics.append(syntaxDiagnostic(for: parser.problem, in: file))
        return false
      }
      if event.kind == .streamEnd { return true }
      guard take(event) else { return false }
    }
    report(.tooLarge, "reading stopped after \(limits.diagnostics) problems", at: range(.start, .start))
    return false
  }

  /// False: stop reading.
  private mutating func take(_ event: Event) -> Bool {
    let range = range(event.start, event.end)
    switch event.kind {
    case .documentStart:
      documentCount += 1
      if documentCount > 1 {
        report(
          .yamlUnsupported, "a second document begins here", at: range,
          hint: "one file is one document: put the rest in a file of its own, in a folder of catalogue files")
        return false
      }
    case .documentEnd:
      // Where there is no `...`, the document ends where the next line begins that is none of it.
      let next = range.start.column == 1 ? range.start.line : range.start.line + 1
      if let directive = refusedDirective(in: file, index: index, from: next) {
        diagnostics.append(directiveRefused(file, directive))
        return false
      }
    case .alias:
      report(
        .yamlUnsupported, "the alias `*\(event.text)` is not allowed", at: range,
        hint: "write the value out: a catalogue is read by people, one entry at a time")
      return add(Node(.refused, range: range))
    case .scalar:
      reportProperties(of: event, at: range)
      return add(Node(.scalar(event.text, isPlain: event.isPlain), range: range))
    case .sequenceStart, .mappingStart:
      if open.count >= limits.depth {
        report(
          .tooDeep, "this is nested more than \(limits.depth) levels deep", at: range,
          hint: "a catalogue needs fewer than ten")
        return false
      }
      reportProperties(of: event, at: range)
      open.append(Open(isMapping: event.kind == .mappingStart, start: range.start))
    case .sequenceEnd, .mappingEnd:
      let collection = open.removeLast()
      let whole = self.range(collection.start, range.end)
      return add(
        Node(
          collection.isMapping ? .mapping(withoutDuplicates(collection.entries)) : .sequence(collection.items),
          range: whole))
    case .streamStart, .streamEnd: break
    }
    return true
  }

  /// Puts a finished node where it belongs. False: stop reading.
  private mutating func add(_ node: Node) -> Bool {
    nodeCount += 1
    if nodeCount > limits.nodes {
      report(
        .tooLarge, "this file has more than \(limits.nodes) values", at: node.range,
        hint: "a catalogue can be a folder of smaller files")
      return false
    }
    guard let last = open.indices.last else {
      root = node
      return true
    }
    guard open[last].isMapping else {
      open[last].items.append(node)
      return true
    }
    if let key = open[last].key {
      open[last].key = nil
      if let text = key.text {
        open[last].entries.append(Node.Entry(key: text, keyRange: key.range, value: node))
      }
    } else {
      open[last].key = (keyText(of: node), node.range)
    }
    return true
  }

  private mutating func keyText(of node: Node) -> String? {
    switch node.content {
    case .scalar(let text, isPlain: true) where text.isExactly("<<"):
      report(.yamlUnsupported, "the merge key `<<` is not allowed", at: node.range, hint: "write the keys out")
      return nil
    case .scalar(let text, _):
      return text
    case .sequence, .mapping:
      report(
        .yamlUnsupported, "a key must be text", at: node.range, hint: "put it in quotes if it begins with `[` or `{`")
      return nil
    case .refused:
      return nil
    }
  }

  /// Reports all but the first of equal keys, and leaves them out.
  private mutating func withoutDuplicates(_ entries: [Node.Entry]) -> [Node.Entry] {
    if entries.count <= 8, isWithoutDuplicates(entries) { return entries }
    var first: [ExactText: SourceRange] = [:]
    first.reserveCapacity(entries.count)
    var result: [Node.Entry] = []
    result.reserveCapacity(entries.count)
    for entry in entries {
      if let earlier = first.updateValue(entry.keyRange, forKey: ExactText(entry.key)) {
        first[ExactText(entry.key)] = earlier
        if diagnostics.count >= limits.diagnostics { continue }
        report(
          .duplicateKey, "the key `\(entry.key)` stands here a second time", at: entry.keyRange,
          related: [.init("the first one is here", at: location(earlier))], hint: "remove one of them, or rename it")
      } else {
        result.append(entry)
      }
    }
    return result
  }

  /// Most mappings are small, and need no hash table.
  private func isWithoutDuplicates(_ entries: [Node.Entry]) -> Bool {
    for index in entries.indices.dropFirst() {
      for earlier in 0..<index where entries[earlier].key.isExactly(entries[index].key) {
        return false
      }
    }
    return true
  }

  /// Reports a tag or an anchor. What has it is read all the same, so that nothing else is said of it.
  private mutating func reportProperties(of event: Event, at range: SourceRange) {
    if event.hasTag {
      report(
        .yamlUnsupported, "tags are not allowed", at: range,
        hint: "remove the tag; if `!` is part of a text, put the text in quotes")
    } else if let anchor = event.anchor {
      report(
        .yamlUnsupported, "the anchor `&\(anchor)` is not allowed", at: range,
        hint: "remove it; if it is part of a text, put the text in quotes")
    }
  }

  private func range(_ start: SourcePosition, _ end: SourcePosition) -> SourceRange {
    SourceRange(file: index, start: start, end: end)
  }

  private func location(_ range: SourceRange) -> SourceLocation {
    SourceLocation(file: file, start: range.start, end: range.end)
  }

  private mutating func report(
    _ rule: Rule, _ message: String, at range: SourceRange, related: [Diagnostic.Related] = [], hint: String? = nil
  ) {
    diagnostics.append(Diagnostic(rule, message, at: location(range), related: related, hint: hint))
  }
}
