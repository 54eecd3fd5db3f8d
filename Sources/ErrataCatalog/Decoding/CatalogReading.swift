import ErrataDiagnostics
import ErrataText
import ErrataYAML

/// Reads a catalogue: YAML text to tree, tree to model, model checked.
///
/// - Parameter files: one file, or the files of a folder in the order of their names.
/// - Returns: the catalogue, which is whole and right exactly when no diagnostic is an error; nil where there is none. All
///   problems come in one run, in the order of the text, except that problems of meaning are looked for only in YAML that
///   could be read to its end, and that each step stops after a thousand.
public func readCatalog(_ files: [SourceFile]) -> (catalog: Catalog?, diagnostics: [Diagnostic]) {
  readCatalog(files, limits: ReadingLimits())
}

/// - Parameter limits: what each file may have.
func readCatalog(
  _ files: [SourceFile], limits: ReadingLimits
) -> (catalog: Catalog?, diagnostics: [Diagnostic]) {
  let sources = SourceSet(files)
  let trees = files.enumerated().map { readYAML($1, index: UInt32($0), limits: limits) }
  var diagnostics = trees.flatMap(\.diagnostics)

  for (file, tree) in zip(files, trees) where tree.root == nil && tree.diagnostics.isEmpty {
    diagnostics.append(emptyFile(file))
  }
  let roots = trees.compactMap(\.root)
  var merger = CatalogMerger(sources)
  let merged = files.count == 1 ? roots.first : merger.merged(roots)
  diagnostics += merger.diagnostics.prefix(limits.diagnostics)

  // A file that could not be read to its end would make everything in it count as missing.
  guard roots.count == files.count, let root = merged else {
    return (nil, diagnostics.inSourceOrder())
  }
  var decoder = CatalogDecoder(sources)
  let catalog = decoder.catalog(root)
  diagnostics += decoder.nodes.diagnostics
  if let catalog { diagnostics += problems(in: catalog, limit: limits.diagnostics) }
  return (catalog, diagnostics.inSourceOrder())
}

private func emptyFile(_ file: SourceFile) -> Diagnostic {
  Diagnostic(
    .wrongType, "a catalogue must be a mapping, but this file is empty", at: SourceLocation(file: file, start: .start),
    hint: "begin it with `errata: \(Catalog.formatVersion)`, `name: …` and `title: …`")
}
