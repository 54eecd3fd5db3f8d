import ErrataCatalog

/// The constraints on a field.
struct CompiledField: Sendable {
  /// nil for a detail.
  let role: ResponseField.Role?
  /// The range of its places in `CompiledSurface.places`.
  let places: Range<Int>
  /// The node of the only place, if that is a member whose whole text is the value; otherwise -1.
  let textNode: Int
  /// Whether it is in the items of the list.
  let isOfItem: Bool
  /// Whether it can be in a header, of which a challenge is one.
  let isInHeaders: Bool
  let isRequired: Bool
  let allowed: AllowedBytes
  /// In Unicode scalars; `Int.max` if there is no limit.
  let maxLength: Int
  let hasPattern: Bool
}

/// Where the value of a field is.
struct CompiledPlace: Sendable {
  enum Location: Sendable {
    /// A member of the body, by its node.
    case member(Int)
    /// A parameter of a redirect or a challenge, by its name in `CompiledSurface.placeNames`.
    case parameter
    /// A header, by its index in `HeaderNames`.
    case header(Int)
  }

  let location: Location
  /// The type of the value there.
  let type: FieldType
  /// Whether it is in the items of the list, and not around it.
  let isOfItem: Bool
}

/// The list whose items are the errors.
struct CompiledList: Sendable {
  /// The nodes of the list, and of each item.
  let node: Int
  let item: Int
  /// What the items that are errors must have.
  let conditions: [CompiledCondition]
}
