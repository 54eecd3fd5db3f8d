import ErrataCatalog
import ErrataText

/// A member of an error, and where it is.
struct ErrorMember {
  let place: ErrorPlace
  let value: JSONValue
}

/// Objects whose members belong to the error around them. Any other object is one value.
private let wrappers: Set<String> = [
  "error", "innererror", "fault", "problem", "extensions", "source", "links", "jsonapi", "responsemetadata",
]

/// The number of members of an error that are looked at, and the length of their names in bytes.
private let memberLimit = 200
private let nameLimit = 128

/// The members of `object` with those of the wrappers in it, from the outside in.
/// - Parameter place: the place of a member.
func errorMembers(of object: JSONValue, _ place: (JSONPointer) -> ErrorPlace) -> [ErrorMember] {
  var members: [ErrorMember] = []
  var level = [(tokens: [String](), object: object)]
  while !level.isEmpty, members.count < memberLimit {
    var next: [(tokens: [String], object: JSONValue)] = []
    for (tokens, object) in level {
      for (name, value) in object.members ?? [] where isUsable(name) {
        let tokens = tokens + [name]
        if let inner = value.members, !inner.isEmpty, tokens.count < 4, wrappers.contains(plainName(name)) {
          next.append((tokens, value))
        } else {
          members.append(ErrorMember(place: place(JSONPointer(tokens: tokens)), value: value))
        }
      }
    }
    level = next
  }
  return Array(members.prefix(memberLimit))
}

/// Whether a catalogue can have `name`: its texts don't end in line breaks.
private func isUsable(_ name: String) -> Bool {
  name.utf8.count <= nameLimit && !(name.last?.isNewline ?? true)
}
