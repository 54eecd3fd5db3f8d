/// Selects the items of a list that are errors.
extension ResponseChecker {
  /// Sets `selectedItems` to the items that are errors of the surface.
  mutating func selectItems(_ surface: CompiledSurface) {
    selectedItems.removeAll(keepingCapacity: selectedItems.count < BodyMembers.retainedLimit)
    guard let list = surface.list, conditionsHold(surface) else { return }
    for item in members.items.indices where members.isItem(item, ofListAt: list.node) {
      if members.items[item].kind == .object, isSelected(item, list) { selectedItems.append(item) }
    }
  }

  private mutating func isSelected(_ item: Int, _ list: CompiledList) -> Bool {
    if list.conditions.isEmpty { return true }
    members.loadItem(item)
    defer { members.unloadItem(item) }
    return allHold(list.conditions)
  }

  /// Reports what is in the place of the list without being a list, and what is in it without being an object.
  mutating func checkList(_ list: CompiledList) {
    let member = members[list.node]
    if member.isPresent, member.kind != .array, member.kind != .null {
      report(.notAList(member.kind), at: member.range.lowerBound, length: member.range.count)
    }
    if case .object = members.shape, list.node == MemberTree.root { report(.notAList(.object), at: members.start) }
    if !list.conditions.isEmpty { return }
    for index in members.items.indices where members.isItem(index, ofListAt: list.node) {
      let item = members.items[index]
      if item.kind != .object {
        report(.itemNotAnObject(item.kind, item: item.index), at: item.range.lowerBound, length: item.range.count)
      }
    }
  }
}
