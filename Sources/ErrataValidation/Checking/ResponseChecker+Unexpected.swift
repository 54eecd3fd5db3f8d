/// Reports members that are not described, and those that occur twice.
extension ResponseChecker {
  /// A name in one object of a body.
  private struct Name: Hashable {
    let object: Int
    let item: Int
    /// Compared as bytes: `String` considers composed and decomposed characters equal.
    let name: [UInt8]
  }

  @inline(never)
  mutating func reportUnexpectedMembers(_ surface: CompiledSurface) {
    let items = Set(selectedItems)
    func isDescribed(_ object: Int, _ item: Int) -> Bool {
      surface.isDescribedObject[object] && (item < 0 || items.contains(item))
    }
    for duplicate in members.duplicateKeys {
      let object = catalog.tree.nodes[duplicate.node].parent
      guard isDescribed(object, duplicate.item) else { continue }
      report(.duplicateKey(key(duplicate.key, object, duplicate.item)), in: duplicate.key.rangeWithQuotes)
      checkType(ofDuplicate: duplicate, surface)
    }
    var seen: Set<Name> = []
    for unknown in members.unknownKeys where isDescribed(unknown.object, unknown.item) {
      let name = Name(object: unknown.object, item: unknown.item, name: unknown.key.unescaped(body.slice.span))
      let key = key(unknown.key, unknown.object, unknown.item)
      report(seen.insert(name).inserted ? .extraField(key) : .duplicateKey(key), in: unknown.key.rangeWithQuotes)
    }
  }

  private func key(_ token: JSONToken, _ object: Int, _ item: Int) -> Violation.MemberKey {
    Violation.MemberKey(token: token, object: object, item: item < 0 ? nil : members.items[item].index)
  }

  /// Checks the type of the value that another one with the same key replaces.
  private mutating func checkType(ofDuplicate duplicate: BodyMembers.DuplicateKey, _ surface: CompiledSurface) {
    let body = body
    for place in surface.places.indices {
      guard case .member(duplicate.node) = surface.places[place].location else { continue }
      let value = PlaceValue(
        duplicate.other, surface.places[place].type, isCode: false, surface.cuts[place], body.slice.span)
      let item = duplicate.item < 0 ? nil : members.items[duplicate.item].index
      switch value {
      case .unfit, .null:
        report(.wrongType(duplicate.other.kind, FieldSite(place: place, item: item)), in: duplicate.other.range)
      case .nothing, .noCode, .text, .number, .other: break
      }
    }
  }

  /// Reports members of the body that only other surfaces describe.
  @inline(__always)
  mutating func reportMembersOfOtherSurfaces(_ surface: CompiledSurface) {
    for node in members.presentNodes where !surface.isKnownNode[node] { reportMember(node, surface, item: nil) }
  }

  /// Reports members of an item, which is loaded, that only other surfaces describe.
  mutating func reportMembersOfOtherSurfaces(_ surface: CompiledSurface, item: Int) {
    for index in members.items[item].members {
      let node = members.itemMembers[index].node
      if !surface.isKnownNode[node] { reportMember(node, surface, item: members.items[item].index) }
    }
  }

  @inline(never)
  private mutating func reportMember(_ node: Int, _ surface: CompiledSurface, item: Int?) {
    let object = catalog.tree.nodes[node].parent
    let isInList = members[object].isPresent && members[object].kind == .array
    guard node != object, surface.isDescribedObject[object], !isInList else { return }
    let key = members[node].key
    report(.extraField(Violation.MemberKey(token: key, object: object, item: item)), in: key.rangeWithQuotes)
  }
}
