/// The numbers of occurrences of names that are not known in advance.
struct BoundedCounts<Name: Hashable & Sendable>: Sendable {
  /// The maximum number of names, those that occur first. A hostile input can have millions.
  private let limit: Int
  /// In the order of the first occurrence.
  private(set) var entries: [(name: Name, count: Int)] = []
  /// The occurrences of all other names.
  private(set) var others = 0
  private var indexes: [Name: Int] = [:]

  init(limit: Int) {
    self.limit = limit
  }

  /// Counts occurrences of `name`.
  mutating func add(_ name: Name, count: Int = 1) {
    if let index = indexes[name] {
      entries[index].count += count
    } else if entries.count < limit {
      indexes[name] = entries.count
      entries.append((name, count))
    } else {
      others += count
    }
  }

  /// Adds the occurrences in a later part of the input.
  mutating func add(_ later: Self) {
    for (name, count) in later.entries { add(name, count: count) }
    others += later.others
  }
}
