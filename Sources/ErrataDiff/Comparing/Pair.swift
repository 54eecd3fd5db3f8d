import ErrataText

/// A part of the old catalogue and its counterpart in the new one. One of them can be missing, but not both.
struct Pair<Part> {
  let old: Part?
  let new: Part?
}

/// New keys by old keys, for parts that were renamed.
typealias Renames = [ExactText: ExactText]

/// Pairs the parts with equal keys, in the order of the new catalogue. A part that is gone comes after what it followed.
/// - Parameters:
///   - key: the key of a part, unique among the old and among the new ones.
///   - renames: the parts that are the same in spite of their keys.
func pairs<Part>(_ old: [Part], _ new: [Part], by key: (Part) -> String, renames: Renames = [:]) -> [Pair<Part>] {
  func newKey(of part: Part) -> ExactText {
    let key = ExactText(key(part))
    return renames[key] ?? key
  }
  let newKeys = Set(new.map { ExactText(key($0)) })
  var known: [ExactText: Part] = [:]
  // By the key of what they followed; nil at the beginning.
  var gone: [ExactText?: [Pair<Part>]] = [:]
  var previous: ExactText?
  for part in old {
    let key = newKey(of: part)
    if newKeys.contains(key) {
      known[key] = part
      previous = key
    } else {
      gone[previous, default: []].append(Pair(old: part, new: nil))
    }
  }
  return new.reduce(into: gone[ExactText?.none] ?? []) { pairs, part in
    let key = ExactText(key(part))
    pairs.append(Pair(old: known[key], new: part))
    pairs += gone[key] ?? []
  }
}

/// The parts that were renamed: of those that are gone and those that are new, the ones that alone have a signature on either
/// side.
/// - Parameter signature: what stays the same when a part is renamed; nil if that is too little to recognize the part.
func renames<Part, Signature: Hashable>(
  from gone: [Part], to added: [Part], key: (Part) -> String, by signature: (Part) -> Signature?
) -> Renames {
  func unambiguous(_ parts: [Part]) -> [Signature: Part] {
    let signed = parts.compactMap { part in signature(part).map { ($0, part) } }
    return Dictionary(grouping: signed) { $0.0 }.filter { $0.value.count == 1 }.mapValues { $0[0].1 }
  }
  let candidates = unambiguous(added)
  var renames: Renames = [:]
  for (signature, part) in unambiguous(gone) {
    if let other = candidates[signature] { renames[ExactText(key(part))] = ExactText(key(other)) }
  }
  return renames
}
