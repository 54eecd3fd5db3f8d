import ErrataDiagnostics
import ErrataText
import ErrataYAML

/// Merges the files of a folder into one tree. Each file has some of the catalogue's keys. Categories, surfaces, and the errors
/// and retired codes of a surface may be split across files; any other key may occur only once.
struct CatalogMerger {
  private let sources: SourceSet
  private(set) var diagnostics: [Diagnostic] = []

  init(_ sources: SourceSet) {
    self.sources = sources
  }

  /// The merged tree; nil if none of the files is a mapping.
  mutating func merged(_ files: [Node]) -> Node? {
    let mappings = files.filter { file in
      if file.isMapping { return true }
      diagnostics.append(
        Diagnostic(
          .wrongType, "expected each file of a catalogue to be a mapping", at: sources.location(file.range),
          hint: "start with a key of the catalogue, such as `surfaces:`"))
      return false
    }
    return mappings.isEmpty ? nil : merged(mappings, path: [])
  }

  private static func isMergeable(_ path: [String]) -> Bool {
    guard let first = path.first, let key = CatalogKey(exactly: first) else { return false }
    return switch (key, path.count) {
    case (.categories, 1), (.surfaces, 1), (.surfaces, 2): true
    case (.surfaces, 3): [.errors, .retired].contains(SurfaceKey(exactly: path[2]))
    default: false
    }
  }

  /// Merges the mappings at one path. All at once, so that the time is linear in the number of files.
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

  /// Merges the entries of one key, in file order.
  private mutating func merged(_ entries: [Node.Entry], path: [String]) -> Node.Entry {
    let first = entries[0]
    if entries.count == 1 { return first }
    let path = path + [first.key]
    let isMergeable = Self.isMergeable(path) && first.value.isMapping
    var values = [first.value]
    for entry in entries.dropFirst() {
      if isMergeable, entry.value.isMapping {
        values.append(entry.value)
      } else {
        diagnostics.append(
          Diagnostic(
            .duplicateKey, "duplicate key `\(entry.key)`", at: sources.location(entry.keyRange),
            related: [.init("first used here", at: sources.location(first.keyRange))],
            hint: "keep it in one of the files: together they are one catalogue"))
      }
    }
    return isMergeable
      ? Node.Entry(key: first.key, keyRange: first.keyRange, value: merged(values, path: path)) : first
  }
}

extension Node {
  fileprivate var isMapping: Bool {
    if case .mapping = content { true } else { false }
  }
}
