/// The part of a body that is one error.
struct ErrorPart {
  /// The index in `BodyMembers.items`, whose members are loaded; nil for the body.
  let item: Int?
  /// Whether it is the first error. Fields around the list are checked only with it.
  let isFirst: Bool

  /// The whole body.
  static let body = Self(item: nil, isFirst: true)
}
