import ErrataCatalog
import ErrataText

/// What is compared of a place where the value of a field can be.
struct ComparedPlace: Equatable {
  let location: FieldPlace.Location
  let type: FieldType
  let prefix: ExactText?
  let until: ExactText?
  let after: ExactText?
  /// The place in a message.
  let name: String

  init(_ place: FieldPlace) {
    location = place.location
    type = place.type
    prefix = place.prefix.map(ExactText.init)
    until = place.until.map(ExactText.init)
    after = place.after.map(ExactText.init)
    name =
      switch place.location {
      case .header(let name): "the header `\(name)`"
      case .member(_, isFromBody: true): "`\(place.description)` from the body"
      case .member: "`\(place.description)`"
      }
  }

  /// The keys that cut the value out of the text on the wire.
  static var cuts: [(key: String, text: KeyPath<Self, ExactText?>)] {
    [("prefix", \.prefix), ("until", \.until), ("after", \.after)]
  }
}

extension [ComparedPlace] {
  /// Whether `other` has all of these places, in this order, and perhaps others.
  func isSubsequence(of other: [ComparedPlace]) -> Bool {
    var rest = self[...]
    for place in other where place == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}
