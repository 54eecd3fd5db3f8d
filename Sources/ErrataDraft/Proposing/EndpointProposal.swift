import ErrataCatalog

/// An endpoint of a surface.
struct EndpointProposal {
  let pattern: String
  /// How many responses came from it.
  let count: Int
}

/// The names that all paths begin with, so that each path has another name after them; empty if there are none.
func commonBase(of paths: [[String]]) -> [String] {
  guard var base = paths.first else { return [] }
  for path in paths {
    let last = path.lastIndex(where: isName) ?? 0
    base = Array(zip(base, path.prefix(last)).prefix { $0 == $1 && isName($0) }.map(\.0))
  }
  return base
}

/// Whether a segment is neither empty nor `*` and has only characters that a path can have (RFC 3986, section 3.3).
private func isName(_ segment: String) -> Bool {
  !segment.isEmpty && segment != "*" && segment.utf8.allSatisfy { (0x21...0x7E).contains($0) }
}

/// The endpoints for `paths`, which are relative to `base`, without those that others cover.
/// - Parameter base: the segments of the base. A path that doesn't begin with them is kept as a whole.
func endpoints(_ paths: [(segments: [String], count: Int)], below base: [String]) -> [EndpointProposal] {
  let relative = paths.map { path in
    let isBelow = path.segments.starts(with: base) && path.segments.count > base.count
    return (segments: isBelow ? Array(path.segments.dropFirst(base.count)) : path.segments, count: path.count)
  }
  for depth in [Int.max, 2, 1] {
    let endpoints = uncovered(shortened(relative, to: depth))
    if endpoints.count <= endpointLimit { return endpoints }
  }
  return [EndpointProposal(pattern: "/*", count: paths.reduce(0) { $0 + $1.count })]
}

/// The number of endpoints of a surface beyond which what follows their first segments is `*`.
private let endpointLimit = 50

private func shortened(_ paths: [(segments: [String], count: Int)], to depth: Int) -> [EndpointProposal] {
  var counts: [String: Int] = [:]
  for (segments, count) in paths {
    let isLong = segments.count > depth
    let segments = isLong ? segments.prefix(depth) + ["*"] : segments[...]
    counts["/" + segments.joined(separator: "/"), default: 0] += count
  }
  return counts.map { EndpointProposal(pattern: $0.key, count: $0.value) }.sorted { $0.pattern < $1.pattern }
}

/// The endpoints that no other one covers; the counts of the rest are added to those of the first that covers them.
private func uncovered(_ endpoints: [EndpointProposal]) -> [EndpointProposal] {
  if endpoints.count > 500 { return endpoints }
  func covering(_ index: Int) -> Int? {
    endpoints.indices.first { $0 != index && EndpointPattern(endpoints[$0].pattern).covers(endpoints[index].pattern) }
  }
  let kept = endpoints.indices.filter { covering($0) == nil }
  var counts: [Int: Int] = [:]
  for (index, endpoint) in endpoints.enumerated() {
    let owner = kept.first { $0 == index || EndpointPattern(endpoints[$0].pattern).covers(endpoint.pattern) }
    counts[owner ?? index, default: 0] += endpoint.count
  }
  return kept.map { EndpointProposal(pattern: endpoints[$0].pattern, count: counts[$0] ?? 0) }
}
