import ErrataDiagnostics
import ErrataText

/// Reads one YAML file into a tree.
///
/// - Parameters:
///   - file: the file to read.
///   - index: the file's index in the `SourceSet` that ranges refer to.
///   - limits: the limits on what to accept.
/// - Returns: the tree, and the problems found. The tree is nil if the file has no document or could not be read to its end;
///   nodes that were reported are `.invalid`.
package func readYAML(
  _ file: SourceFile, index: UInt32 = 0, limits: ReadingLimits = ReadingLimits()
) -> (root: Node?, diagnostics: [Diagnostic]) {
  if file.bytes.count > limits.bytes {
    return (nil, [tooManyBytes(file, limits)])
  }
  if let problem = utf8Problem(in: file) { return (nil, [problem]) }
  if let directive = unsupportedDirective(in: file, index: index) {
    return (nil, [directiveDiagnostic(file, directive)])
  }
  var builder = TreeBuilder(file: file, index: index, limits: limits)
  let isComplete = builder.read(file.bytes)
  return (isComplete ? builder.root : nil, builder.diagnostics)
}

/// The diagnostic for a file that exceeds the size limit.
package func tooManyBytes(_ file: SourceFile, _ limits: ReadingLimits) -> Diagnostic {
  Diagnostic(
    .tooLarge, "this file is too large; the limit is \(limits.bytes >> 20) MiB",
    at: SourceLocation(file: file, start: .start),
    hint: "split the catalogue into a folder of smaller files")
}

private func directiveDiagnostic(_ file: SourceFile, _ range: SourceRange) -> Diagnostic {
  Diagnostic(
    .yamlUnsupported, "unsupported directive",
    at: SourceLocation(file: file, start: range.start, end: range.end),
    hint: "remove the line")
}

/// Builds nodes from events, innermost first and without recursion.
private struct TreeBuilder {
  /// A sequence or mapping whose end hasn't been read yet.
  struct OpenCollection {
    let isMapping: Bool
    let start: SourcePosition
    var items: [Node] = []
    var entries: [Node.Entry] = []
    /// The key whose value comes next. An invalid key has no text, and its value is dropped.
    var key: (text: String?, range: SourceRange)?
  }

  let file: SourceFile
  let index: UInt32
  let limits: ReadingLimits
  var root: Node?
  var diagnostics: [Diagnostic] = []
  private var open: [OpenCollection] = []
  private var nodeCount = 0
  private var documentCount = 0

  init(file: SourceFile, index: UInt32, limits: ReadingLimits) {
    self.file = file
    self.index = index
    self.limits = limits
  }

  /// Reads all events.
  /// - Returns: whether the end was reached; if not, `diagnostics` has the reason.
  mutating func read(_ bytes: ArraySlice<UInt8>) -> Bool {
    if let isComplete = EventParser.parse(bytes, { read(&$0) }) { return isComplete }
    report(.tooLarge, "not enough memory to read this file", at: range(.start, .start))
    return false
  }

  private mutating func read(_ parser: inout EventParser) -> Bool {
    while diagnostics.count < limits.diagnostics {
      guard let event = parser.next() else {
        diagnostics.append(syntaxDiagnostic(for: parser.problem, in: file))
        return false
      }
      if event.kind == .streamEnd { return true }
      guard process(event) else { return false }
    }
    report(.tooLarge, "too many problems; reading stopped after \(limits.diagnostics)", at: range(.start, .start))
    return false
  }

  /// - Returns: false to stop reading.
  private mutating func process(_ event: Event) -> Bool {
    let range = range(event.start, event.end)
    switch event.kind {
    case .documentStart:
      documentCount += 1
      if documentCount > 1 {
        report(
          .yamlUnsupported, "unexpected second document", at: range,
          hint: "move it to a separate file in the catalogue's folder")
        return false
      }
    case .documentEnd:
      // Without `...`, the document ends at the start of the first line after it.
      let next = range.start.column == 1 ? range.start.line : range.start.line + 1
      if let directive = unsupportedDirective(in: file, index: index, from: next) {
        diagnostics.append(directiveDiagnostic(file, directive))
        return false
      }
    case .alias:
      report(
        .yamlUnsupported, "unsupported alias `*\(event.text)`", at: range,
        hint: "write out the value, or put text that begins with `*` in quotes")
      return add(Node(.invalid, range: range))
    case .scalar:
      reportProperties(of: event, at: range)
      return add(Node(.scalar(event.text, isPlain: event.isPlain), range: range))
    case .sequenceStart, .mappingStart:
      if open.count >= limits.depth {
        report(
          .tooDeep, "this is nested too deeply; the limit is \(limits.depth) levels", at: range,
          hint: "check for unclosed brackets")
        return false
      }
      reportProperties(of: event, at: range)
      open.append(OpenCollection(isMapping: event.kind == .mappingStart, start: range.start))
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

  /// Adds a complete node to the collection that contains it.
  /// - Returns: false to stop reading.
  private mutating func add(_ node: Node) -> Bool {
    nodeCount += 1
    if nodeCount > limits.nodes {
      report(
        .tooLarge, "this file has too many values; the limit is \(limits.nodes)", at: node.range,
        hint: "split the catalogue into a folder of smaller files")
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
      report(.yamlUnsupported, "unsupported merge key `<<`", at: node.range, hint: "write out the keys")
      return nil
    case .scalar(let text, _):
      return text
    case .sequence, .mapping:
      report(
        .yamlUnsupported, "expected a string as the key", at: node.range,
        hint: "put it in quotes if it begins with `[` or `{`")
      return nil
    case .invalid:
      return nil
    }
  }

  /// Reports and drops entries whose key occurred before.
  private mutating func withoutDuplicates(_ entries: [Node.Entry]) -> [Node.Entry] {
    if entries.count <= 8, hasUniqueKeys(entries) { return entries }
    var first: [ExactText: SourceRange] = [:]
    first.reserveCapacity(entries.count)
    var result: [Node.Entry] = []
    result.reserveCapacity(entries.count)
    for entry in entries {
      if let earlier = first.updateValue(entry.keyRange, forKey: ExactText(entry.key)) {
        first[ExactText(entry.key)] = earlier
        if diagnostics.count >= limits.diagnostics { continue }
        report(
          .duplicateKey, "duplicate key `\(entry.key)`", at: entry.keyRange,
          related: [.init("first used here", at: location(earlier))], hint: "remove or rename one of them")
      } else {
        result.append(entry)
      }
    }
    return result
  }

  /// A quadratic check, which is faster than a hash table for small mappings.
  private func hasUniqueKeys(_ entries: [Node.Entry]) -> Bool {
    for index in entries.indices.dropFirst() {
      for earlier in 0..<index where entries[earlier].key.isExactly(entries[index].key) {
        return false
      }
    }
    return true
  }

  /// Reports a tag or an anchor. Its node is still read, to avoid follow-on errors.
  private mutating func reportProperties(of event: Event, at range: SourceRange) {
    if event.hasTag {
      report(
        .yamlUnsupported, "unsupported tag", at: range,
        hint: "remove the tag, or put text that begins with `!` in quotes")
    } else if let anchor = event.anchor {
      report(
        .yamlUnsupported, "unsupported anchor `&\(anchor)`", at: range,
        hint: "remove the anchor, or put text that begins with `&` in quotes")
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
