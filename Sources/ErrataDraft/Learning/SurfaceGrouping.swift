import ErrataCatalog

/// The groups of `shapes` that are one surface each, the largest one first.
///
/// Shapes are on one surface if they have the code in the same place, or at a common endpoint the description, however its name is
/// spelled, and no two different lists. Errors without a code belong to a surface that has the description in the same place, at a
/// common endpoint; without such a surface, they are left out.
/// - Parameter shapes: the shapes with their groups, in the order in which they were first seen.
func surfaceGroups(_ shapes: [(shape: ErrorShape, group: ErrorGroup)]) -> [ErrorGroup] {
  var clusters: [Cluster] = []
  for (shape, group) in shapes where shape.code != nil {
    var cluster = Cluster(shape, group)
    while let index = clusters.firstIndex(where: { $0.isOneSurface(with: cluster) }) {
      let other = clusters.remove(at: index)
      cluster = other.joined(with: cluster)
    }
    clusters.append(cluster)
  }
  for (shape, group) in shapes where shape.code == nil {
    let codeless = Cluster(shape, group)
    guard let index = clusters.firstIndex(where: { $0.isOneSurface(with: codeless) }) else { continue }
    clusters[index] = clusters[index].joined(with: codeless)
  }
  return clusters.enumerated().sorted {
    ($1.element.group.sampleCount, $0.offset) < ($0.element.group.sampleCount, $1.offset)
  }.map(\.element.group)
}

/// Shapes that were found to be one surface.
private struct Cluster {
  var group: ErrorGroup
  /// The places with their names in the form of `plainName`.
  private var codes: Set<ErrorPlace>
  private var descriptions: Set<ErrorPlace>

  init(_ shape: ErrorShape, _ group: ErrorGroup) {
    self.group = group
    codes = shape.code.map { [$0.plain] } ?? []
    descriptions = shape.description.map { [$0.plain] } ?? []
  }

  func isOneSurface(with other: Cluster) -> Bool {
    guard group.carrier == other.group.carrier else { return false }
    if let list = group.list, let otherList = other.group.list, list != otherList { return false }
    return !codes.isDisjoint(with: other.codes)
      || (!descriptions.isDisjoint(with: other.descriptions) && sharesPath(with: other))
  }

  /// Whether a path is in both; true if neither has any.
  func sharesPath(with other: Cluster) -> Bool {
    let (paths, others) = (group.paths.endpoints.map(\.segments), other.group.paths.endpoints.map(\.segments))
    return paths.isEmpty && others.isEmpty || !Set(paths).isDisjoint(with: others)
  }

  func joined(with other: Cluster) -> Cluster {
    var result = self
    result.group.add(other.group)
    result.codes.formUnion(other.codes)
    result.descriptions.formUnion(other.descriptions)
    return result
  }
}
