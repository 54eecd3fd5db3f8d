import ErrataCatalog

extension FieldPlace {
  /// The place in a message.
  var name: String {
    switch location {
    case .header(let name): "the header `\(name)`"
    case .member(_, isFromBody: true): "`\(description)` from the body"
    case .member: "`\(description)`"
    }
  }

  /// The place in a fingerprint: `/source/pointer`, `body:/cart` or `header:x-cart`.
  fileprivate var fingerprint: String {
    switch location {
    case .header(let name): "header:\(name)"
    case .member(let pointer, let isFromBody): (isFromBody ? "body:" : "") + pointer.description
    }
  }

  /// Whether the value is cut out of the text as in `other`.
  fileprivate func hasCuts(of other: FieldPlace) -> Bool {
    Self.cuts.allSatisfy { !differ(self[keyPath: $0.text], other[keyPath: $0.text]) }
  }

  /// The keys that cut the value out of the text on the wire.
  static var cuts: [(key: String, text: KeyPath<Self, String?>)] {
    [("prefix", \.prefix), ("until", \.until), ("after", \.after)]
  }
}

extension [FieldPlace] {
  /// What each of these places was: the same one, one with the same location or, if there are as many places as before, the next
  /// one that is gone. nil for one that is new.
  func counterparts(in old: [FieldPlace]) -> [FieldPlace?] {
    var gone = old
    var counterparts = [FieldPlace?](repeating: nil, count: count)
    func pair(where matches: (FieldPlace, FieldPlace) -> Bool) {
      for index in indices where counterparts[index] == nil {
        guard let match = gone.firstIndex(where: { matches($0, self[index]) }) else { continue }
        counterparts[index] = gone.remove(at: match)
      }
    }
    pair { $0.location == $1.location && $0.type == $1.type && $0.hasCuts(of: $1) }
    pair { $0.location == $1.location }
    if count == old.count { pair { _, _ in true } }
    return counterparts
  }

  /// The place at `index` in a fingerprint, with a number if it is not the first one there; nil for the only place.
  func fingerprint(at index: Int) -> String? {
    if count == 1 { return nil }
    let number = self[...index].count { $0.location == self[index].location }
    return self[index].fingerprint + (number == 1 ? "" : ":\(number)")
  }
}

extension [FieldPlace.Location] {
  /// Whether `other` has all of these locations, in this order, and perhaps others.
  func isSubsequence(of other: [FieldPlace.Location]) -> Bool {
    var rest = self[...]
    for location in other where location == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}
