import ErrataDiagnostics
import ErrataYAML

/// Puts the files of a folder together to one tree. Each file gives some of the catalogue's keys. Categories, surfaces, and
/// the errors and retired codes of a surface may be spread over files; everything else may stand once.
struct CatalogMerger {
  private let sources: SourceSet
  private(set) var root: Node?
  private(set) var diagnostics: [Diagnostic] = []

  init(_ sources: SourceSet) {
    self.sources = sources
  }

  /// Adds the tree of one more file.
  mutating func add(_ file: Node) {
    guard case .mapping = file.content else {
      diagnostics.append(
        Diagnostic(
          .wrongType, "each file of a catalogue must be a mapping", at: sources.location(file.range),
          hint: "begin it with one of the catalogue's keys, as in `surfaces:`"))
      return
    }
    root = root.map { merged($0, file, path: []) } ?? file
  }

  private static func isSpread(_ path: [String]) -> Bool {
    switch path.count {
    case 0: true
    case 1: path[0] == "categories" || path[0] == "surfaces"
    case 2: path[0] == "surfaces"
    case 3: path[0] == "surfaces" && (path[2] == "errors" || path[2] == "retired")
    default: false
    }
  }

  private mutating func merged(_ left: Node, _ right: Node, path: [String]) -> Node {
    var entries = left.entries
    var indexes = Dictionary(uniqueKeysWithValues: entries.indices.map { (entries[$0].key, $0) })
    for entry in right.entries {
      guard let index = indexes[entry.key] else {
        indexes[entry.key] = entries.count
        entries.append(entry)
        continue
      }
      let earlier = entries[index]
      let path = path + [entry.key]
      if Self.isSpread(path), case .mapping = earlier.value.content, case .mapping = entry.value.content {
        let value = merged(earlier.value, entry.value, path: path)
        entries[index] = Node.Entry(key: earlier.key, keyRange: earlier.keyRange, value: value)
      } else {
        diagnostics.append(
          Diagnostic(
            .duplicateKey, "the key `\(entry.key)` stands here a second time", at: sources.location(entry.keyRange),
            related: [.init("the first one is here", at: sources.location(earlier.keyRange))],
            hint: "the files of a folder are one catalogue: keep it in one of them"))
      }
    }
    return Node(.mapping(entries), range: left.range)
  }
}
