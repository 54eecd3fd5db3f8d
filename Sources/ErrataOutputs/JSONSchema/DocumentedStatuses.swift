import ErrataCatalog

/// The statuses that the codes of a surface document.
struct DocumentedStatuses: Sendable {
  /// The codes under each list of statuses, both in the order of the catalogue; without the codes that have no status.
  let groups: [(statuses: [Int], codes: [String])]
  /// The codes that have a status.
  let codes: [String]
  /// Whether a response can be a success and name an error, so that a code without a status may come with any.
  let haveSuccess: Bool

  init(_ surface: Surface) {
    var indexes: [[Int]: Int] = [:]
    var groups: [(statuses: [Int], codes: [String])] = []
    let errors = surface.errors.filter { !$0.statuses.isEmpty }
    for error in errors {
      if let index = indexes[error.statuses] {
        groups[index].codes.append(error.code)
      } else {
        indexes[error.statuses] = groups.count
        groups.append((error.statuses, [error.code]))
      }
    }
    self.groups = groups
    codes = errors.map(\.code)
    haveSuccess =
      !surface.response.conditions.isEmpty || errors.contains { $0.statuses.contains(where: Self.success.contains) }
  }

  static let success = 200...299
}
