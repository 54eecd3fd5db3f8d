/// The candidate that `name` was probably meant to be, for "did you mean" hints: the one with the smallest edit distance (a
/// character inserted, deleted, replaced, or swapped with its neighbour), if the distance is at most a third of the length;
/// otherwise one that has `name` as a prefix. Case is ignored. The first of several equally near candidates wins.
package func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
  let longest = 64
  let target = Array(name.lowercased().unicodeScalars)
  guard !target.isEmpty, target.count <= longest else { return nil }
  // Bounds the time spent on a large catalogue.
  let candidates = candidates.prefix(1_000)
  var best: (name: String, distance: Int)?
  for candidate in candidates {
    let scalars = Array(candidate.lowercased().unicodeScalars)
    let allowed = min(max(1, max(target.count, scalars.count) / 3), best.map { $0.distance - 1 } ?? .max)
    guard scalars.count <= longest, abs(scalars.count - target.count) <= allowed else { continue }
    let distance = editDistance(target, scalars)
    if distance <= allowed { best = (candidate, distance) }
  }
  return best?.name ?? (target.count < 3 ? nil : candidates.first { $0.lowercased().hasPrefix(name.lowercased()) })
}

/// A hint if one of `candidates` is near to `name`: ``did you mean `title`?``
package func suggestion(for name: String, among candidates: some Sequence<String>) -> String? {
  nearestName(to: name, among: candidates).map { "did you mean `\($0)`?" }
}

/// The optimal string alignment distance: Damerau–Levenshtein, restricted to swaps of neighbours.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in 1...left.count {
    var current = [row]
    for column in 1...right.count {
      let isSame = left[row - 1] == right[column - 1]
      var distance = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
      if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
        distance = min(distance, beforeLast[column - 2] + 1)
      }
      current.append(distance)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}
