import ErrataCatalog
import ErrataDiagnostics
import ErrataText
import ErrataYAML

/// The entries for one code in a catalogue, for each surface that has or had it.
package struct Explanation: Sendable {
  let code: String
  let catalog: Catalog
  /// The code on each surface that has it, in the order of the catalogue.
  let current: [ResolvedError]
  /// The surfaces on which it was retired.
  let retired: [(surface: Surface, code: RetiredCode)]
}

/// Looks up `code`.
/// - Parameters:
///   - code: the code on the wire.
///   - surface: the key of the surface to look on; all of them by default.
/// - Returns: the entries, or nil and a diagnostic under `no-such-code` or `no-such-surface` that suggests the nearest name.
package func explain(
  _ code: String, on surface: String? = nil, in catalog: Catalog
) -> (explanation: Explanation?, diagnostics: [Diagnostic]) {
  let surfaces = catalog.surfaces.filter { surface == nil || $0.key == surface }
  if let surface, surfaces.isEmpty {
    let keys = catalog.surfaces.map(\.key)
    let hint =
      suggestion(for: surface, among: keys) ?? "its surfaces are \(listed(keys))"
    return (nil, [Diagnostic(.noSuchSurface, "\(catalog.name) has no surface `\(surface)`", hint: hint)])
  }
  let explanation = Explanation(
    code: code, catalog: catalog,
    current: surfaces.flatMap { surface in
      surface.errors.contains { $0.code == code }
        ? catalog.resolvedErrors(of: surface).filter { $0.entry.code == code } : []
    },
    retired: surfaces.flatMap { surface in surface.retired.filter { $0.code == code }.map { (surface, $0) } })
  if explanation.current.isEmpty, explanation.retired.isEmpty {
    return (nil, [noSuchCode(code, surface, among: surfaces, of: catalog)])
  }
  return (explanation, [])
}

private func noSuchCode(
  _ code: String, _ surface: String?, among surfaces: [Surface], of catalog: Catalog
) -> Diagnostic {
  let place = surface.map { "the surface `\($0)`" } ?? catalog.name
  let elsewhere = catalog.surfaces.filter { $0.errors.contains { $0.code == code } }.map(\.key)
  let hint =
    elsewhere.isEmpty
    ? suggestion(for: code, among: surfaces.lazy.flatMap { $0.errors.lazy.map(\.code) })
      ?? "write the exact code that the API sends"
    : "it is a code of \(listed(elsewhere))"
  return Diagnostic(.noSuchCode, "\(place) has no code `\(code)`", hint: hint)
}
