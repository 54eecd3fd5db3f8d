import ErrataCatalog
import ErrataDiagnostics
import ErrataText

/// Reads the catalogue to compare with. Its warnings are not reported: nobody can still correct them.
/// - Parameter name: what the user calls it, such as `git:v1.0.0`.
/// - Throws: `Failure` with its errors if it has any: without it, there is nothing to compare.
package func readOldCatalog(_ files: [SourceFile], called name: String) throws -> Catalog {
  let (catalog, diagnostics) = readCatalog(files)
  let errors = diagnostics.filter { $0.severity == .error }
  guard let catalog, errors.isEmpty else {
    throw Failure(
      .inputOutput,
      errors + [
        Diagnostic(
          .cannotRead, "cannot compare with \(name): the catalogue has \(counted(errors.count, "error"))",
          hint: "compare with another version, or with a corrected copy: --against FILE")
      ])
  }
  return catalog
}
