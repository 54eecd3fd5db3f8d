import ErrataDiagnostics
import ErrataText
import ErrataYAML

/// Puts the files of a folder together to one tree. Each file gives some of the catalogue's keys. Categories, surfaces, and
/// the errors and retired codes of a surface may be spread over files; everything else may stand once.
struct CatalogMerger {
  private let sources: SourceSet
  private(set) var diagnostics: [Diagnostic] = []

  init(_ sources: SourceSet) {
    self.sources = sources
  }

  /// The tree that those of all files make together; nil where none of them is a mapping.
  mutating func merged(_ files: [Node]) -> Node? {
    let mappings = files.filter { file in
      if file.isMapping { return true }
      diagnostics.append(
        Diagnostic(
          .wrongType, "each file of a catalogue must be a mapping", at: sources.location(file.range),
          hint: "begin it with one of the catalogue's keys, as in `surfaces:`"))
      return false
    }
    return mappings.isEmpty ? nil : merged(mappings, path: [])
  }

  private static func isSpread(_ path: [String]) -> Bool {
    guard let first = path.first, let key = CatalogKey(exactly: first) else { return false }
    return switch (key, path.count) {
    case (.categories, 1), (.surfaces, 1), (.surfaces, 2): true
    case (.surfaces, 3): [.errors, .retired].contains(SurfaceKey(exactly: path[2]))
    default: false
    }
  }

  /// All mappings at one path together, so that each entry is looked at once however many files there are.
  private mutating func merged(_ mappings: [Node], path: [String]) -> Node {
    var groups: [[Node.Entry]] = []
    var indexes: [ExactText: Int] = [:]
    for entry in mappings.lazy.flatMap(\.entries) {
      if let index = indexes[ExactText(entry.key)] {
        groups[index].append(entry)
      } else {
        indexes[ExactText(entry.key)] = groups.count
        groups.append([entry])
      }
    }
    return Node(.mapping(groups.map { merged($0, path: path) }), range: mappings[0].range)
  }

  /// The entries of one key, in the order of the files, together.
  private mutating func merged(_ entries: [Node.Entry], path: [String]) -> Node.Entry {
    let first = entries[0]
    if entries.count == 1 { return first }
    let path = path + [first.key]
    let isSpread = Self.isSpread(path) && first.value.isMapping
    var values = [first.value]
    for entry in entries.dropFirst() {
      if isSpread, entry.value.isMapping {
        values.append(entry.value)
      } else {
        diagnostics.append(
          Diagnostic(
            .duplicateKey, "the key `\(entry.key)` stands here a second time", at: sources.location(entry.keyRange),
            related: [.init("the first one is here", at: sources.location(first.keyRange))],
            hint: "the files of a folder are one catalogue: keep it in one of them"))
      }
    }
    return isSpread
      ? Node.Entry(key: first.key, keyRange: first.keyRange, value: merged(values, path: path)) : first
  }
}

extension Node {
  fileprivate var isMapping: Bool {
    if case .mapping = content { true } else { false }
  }
}
