/// A code that a response names, whether the catalogue has it or not.
struct NamedCode {
  enum Text {
    /// A string or a number of the body.
    case token(JSONToken)
    /// The index of a text that is not in the body as it is, in `ResponseChecker.texts`.
    case stored(Int)
  }

  let text: Text
  /// The index of the code on the surface; nil if the catalogue does not have it.
  let index: Int?
  let site: FieldSite
  /// Its range in the body, with quotes; empty if it is in a header.
  let range: Range<Int>
}

/// A place of a field in one response.
struct FieldSite {
  /// The index in `CompiledSurface.places`.
  let place: Int
  /// The index in the list of errors; nil if the place is in no item.
  let item: Int?
}
