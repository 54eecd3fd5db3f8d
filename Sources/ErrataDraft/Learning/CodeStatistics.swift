import ErrataText

/// How often a code came, and with what.
struct CodeStatistics {
  private(set) var count = 0
  /// How often it came with each status.
  private(set) var statuses: [Int: Int] = [:]
  /// The descriptions that it came with, by their wording.
  private var descriptions: [ExactText: (example: String, count: Int)] = [:]

  /// The number of descriptions that are told apart.
  private static let descriptionLimit = 4

  /// The statuses, the most frequent one first.
  var sortedStatuses: [Int] {
    statuses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// An example of the most frequent wording; nil if it came without a description.
  var description: String? {
    descriptions.max { ($0.value.count, $1.key.description) < ($1.value.count, $0.key.description) }?.value.example
  }

  mutating func add(status: Int?, description: String?) {
    count += 1
    if let status { statuses[status, default: 0] += 1 }
    guard let description, !description.allSatisfy(\.isWhitespace) else { return }
    let wording = ExactText(wording(of: description))
    if descriptions[wording] != nil || descriptions.count < Self.descriptionLimit {
      descriptions[wording, default: (shortened(description), 0)].count += 1
    }
  }

  mutating func add(_ other: CodeStatistics) {
    count += other.count
    statuses.merge(other.statuses, uniquingKeysWith: +)
    descriptions.merge(other.descriptions) { ($0.example, $0.count + $1.count) }
  }
}

/// `description` cut off after 500 characters.
private func shortened(_ description: String) -> String {
  let scalars = description.unicodeScalars
  return scalars.count <= 500 ? description : String(scalars.prefix(499)) + "…"
}

/// The words of a description without numbers and identifiers, which differ from one occurrence to the next.
private func wording(of description: String) -> String {
  String(description.unicodeScalars.prefix(200)).split(separator: " ").map { word in
    word.utf8.contains { (48...57).contains($0) } ? "#" : word
  }.joined(separator: " ")
}
