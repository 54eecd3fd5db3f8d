import ErrataCatalog
import ErrataText

/// A surface of a catalogue.
struct SurfaceProposal {
  let key: String
  let title: String
  /// Empty if no path is known.
  let endpoints: [EndpointProposal]
  let response: ResponseProposal
  /// The number of errors.
  let sampleCount: Int
  let errors: [ErrorProposal]
  /// The number of errors whose code the response block cannot read, or whose code is too similar to another one.
  let omittedErrors: Int
}

/// The keys of surfaces.
struct SurfaceKeys {
  /// The prefixes of types, in lower case, since some file systems ignore case. The first ones would make the names of types in
  /// Swift and Foundation.
  private var used: Set<String> = [
    "cancellation", "cocoa", "decoding", "encoding", "localized", "mach", "posix", "recoverable", "url", "customns",
    "ns",
  ]

  /// A key for a surface: the last name that all of its endpoints begin with, and the carrier, if it isn't the body.
  mutating func key(for endpoints: [EndpointProposal], _ carrier: ResponseFormat.Carrier) -> String {
    let paths = endpoints.map { $0.pattern.split(separator: "/").map(String.init) }
    let common = (paths.first ?? []).enumerated().prefix { index, segment in
      paths.allSatisfy { index < $0.count && $0[index] == segment }
    }.map(\.element)
    let name = snakeCase([common.last { !isVersion($0) } ?? ""], fallback: "api")
    let base =
      switch carrier {
      case .json: name == "index" ? "api" : name
      case .query: "\(name)_redirect"
      case .challenge: "\(name)_challenge"
      }
    return (1...).lazy.map { $0 == 1 ? base : "\(base)_\($0)" }.first { key in
      used.insert((typeName(for: key) ?? key).lowercased()).inserted
    }!
  }
}

/// Whether a segment of a path is `*` or a version, as in `v2` or `2015-03-31`.
private func isVersion(_ segment: String) -> Bool {
  segment.wholeMatch(of: /\*|[vV]?[0-9.\-]+/) != nil
}
