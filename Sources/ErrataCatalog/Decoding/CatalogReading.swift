import ErrataDiagnostics
import ErrataText
import ErrataYAML

/// Reads a catalogue: parses the YAML, decodes it and checks the result.
///
/// - Parameter files: one file, or the files of a folder sorted by name.
/// - Returns: the catalogue, and all problems in source order. The catalogue is valid if no diagnostic is an error; it is nil
///   if it cannot be decoded. If a file is not valid YAML, the catalogue is not decoded or checked. Each step stops after 1,000
///   errors, and after 1,000 warnings.
public func readCatalog(_ files: [SourceFile]) -> (catalog: Catalog?, diagnostics: [Diagnostic]) {
  readCatalog(files, limits: ReadingLimits())
}

/// Reads a catalogue with other limits.
/// - Parameter limits: the limits for each file.
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

  // Otherwise, everything in a file that could not be parsed would be reported as missing.
  guard roots.count == files.count, let root = merged else {
    return (nil, diagnostics.inSourceOrder())
  }
  var allowed = AllowedWarnings(zip(files, roots))
  var decoder = CatalogDecoder(sources)
  let catalog = decoder.catalog(root)
  diagnostics += allowed.filter(decoder.nodes.diagnostics)
  if let catalog {
    diagnostics += problems(
      in: catalog, isComplete: !diagnostics.hasErrors, &allowed, limit: limits.diagnostics)
  }
  // Errors and the limit can hide a warning that is allowed.
  if !diagnostics.hasErrors, diagnostics.count < limits.diagnostics {
    diagnostics += allowed.unused(limit: limits.diagnostics)
  }
  return (catalog, diagnostics.inSourceOrder())
}

private func emptyFile(_ file: SourceFile) -> Diagnostic {
  Diagnostic(
    .wrongType, "expected a catalogue, found an empty file", at: SourceLocation(file: file, start: .start),
    hint: "start with `errata: \(Catalog.formatVersion)`, `name: …` and `title: …`")
}
