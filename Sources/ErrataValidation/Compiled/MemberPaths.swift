import ErrataCatalog

/// The paths in the tree of members to what a JSON surface reads.
extension ResponseFormat {
  typealias Path = [MemberTree.Step]

  /// The paths of all places and conditions.
  var memberPaths: [Path] {
    guard carrier == .json else { return [] }
    let places = (fields + details).flatMap(\.places).compactMap { path(of: $0) }
    let items = listPath.map { [$0 + [.item]] } ?? []
    return places + conditions.map { path(of: $0) } + (list?.conditions ?? []).map { itemPath(of: $0) } + items
  }

  /// The path to the list of errors.
  var listPath: Path? { list?.pointer.path }

  /// The path to the value at `place`; nil for a header.
  func path(of place: FieldPlace) -> Path? {
    guard case .member(let pointer, let isFromBody) = place.location else { return nil }
    guard let listPath, !isFromBody else { return pointer.path }
    return listPath + [.item] + pointer.path
  }

  /// The path to the member of a condition on the body.
  func path(of condition: MemberCondition) -> Path { [.name(Array(condition.name.utf8))] }

  /// The path to the member of a condition on the items.
  func itemPath(of condition: MemberCondition) -> Path { (listPath ?? []) + [.item] + path(of: condition) }
}

extension JSONPointer {
  fileprivate var path: [MemberTree.Step] { tokens.map { .name(Array($0.utf8)) } }
}
