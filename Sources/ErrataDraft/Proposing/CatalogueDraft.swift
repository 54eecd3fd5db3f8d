import ErrataCatalog
import ErrataText

/// A catalogue that was made from recorded responses, for a person to complete.
package struct CatalogueDraft {
  /// The path below which the API is served; nil if there is none.
  let base: String?
  /// At least one.
  let surfaces: [SurfaceProposal]
  let learned: LearnedErrors

  /// The number of surfaces.
  package var surfaceCount: Int { surfaces.count }
  /// The number of codes on all surfaces.
  package var codeCount: Int { surfaces.reduce(0) { $0 + $1.errors.count } }

  /// - Parameters:
  ///   - learned: what was found in the responses.
  ///   - base: the path below which the API is served; nil for the beginning that all paths have in common.
  /// - Returns: nil if there is no code among the responses.
  package init?(_ learned: LearnedErrors, base: String? = nil) {
    let groups = learned.surfaces().filter { !$0.codes.isEmpty }
    if groups.isEmpty { return nil }
    let paths = groups.map(\.paths.endpoints)
    let segments =
      base.map { $0.split(separator: "/").map(String.init) } ?? commonBase(of: paths.flatMap { $0.map(\.segments) })
    var keys = SurfaceKeys()
    self.learned = learned
    self.base = segments.isEmpty ? nil : "/" + segments.joined(separator: "/")
    surfaces = zip(groups, paths).map { group, paths in
      let endpoints = endpoints(paths, below: segments)
      let response = group.response
      let (errors, omitted) = group.errors(in: response)
      let key = keys.key(for: endpoints, group.carrier)
      return SurfaceProposal(
        key: key, title: title(for: key), endpoints: endpoints,
        response: response, sampleCount: group.sampleCount, errors: errors, omittedErrors: omitted)
    }
  }
}

/// The words of a surface's key, as in `Orders challenge`.
private func title(for key: String) -> String {
  let words = words(of: key).map { $0 == "api" ? "API" : $0 }
  return words.joined(separator: " ").capitalizedFirst
}
