import ErrataCatalog
import ErrataText

/// An error of a surface.
struct ErrorProposal {
  let code: String
  /// The words of its identifier, if another code has the one that is made of this code.
  let name: String?
  /// How often it came.
  let count: Int
  /// The most frequent one first.
  let statuses: [Int]
  /// A description as it was sent; nil if it was sent without one.
  let sentDescription: String?

  /// The description that was sent, or else the words of the code.
  var description: String {
    if let sentDescription { return sentDescription }
    let words = words(of: code).map { $0.lowercased() }
    return exactInteger(code) == nil ? words.joined(separator: " ").capitalizedFirst : "Error \(code)"
  }
}

extension ErrorGroup {
  /// The errors that the response block can read, the most frequent one first, and how many errors have another code.
  func errors(in response: ResponseProposal) -> (errors: [ErrorProposal], omitted: Int) {
    let places = response.fields.first { $0.key == ResponseField.Role.code.rawValue }?.places ?? []
    let areIntegers = places.allSatisfy { $0.type == .integer }
    var known: [ExactText: CodeStatistics] = [:]
    var omitted = 0
    for (sent, statistics) in codes {
      let isRead = places.contains { $0.place == sent.place && $0.cut == sent.cut }
      if isRead, !areIntegers || exactInteger(sent.code.description) != nil {
        known[sent.code, default: CodeStatistics()].add(statistics)
      } else {
        omitted += statistics.count
      }
    }
    var errors: [ErrorProposal] = []
    var names = CodeNames()
    // Swift's strings are equal if they are canonically equivalent, and a catalogue can have only one of these.
    var codes: Set<String> = []
    let sorted = known.map { (code: $0.key.description, statistics: $0.value) }.sorted {
      ($1.statistics.count, $0.code) < ($0.statistics.count, $1.code)
    }
    for (code, statistics) in sorted {
      guard codes.insert(code).inserted else {
        omitted += statistics.count
        continue
      }
      errors.append(
        ErrorProposal(
          code: code, name: names.name(for: code), count: statistics.count,
          statuses: carrier == .query ? [] : statistics.sortedStatuses, sentDescription: statistics.description))
    }
    return (errors, omitted)
  }
}

/// Names for codes whose identifiers are in use.
private struct CodeNames {
  /// Generated code uses these itself.
  private var used: Set<String> = ["known", "unrecognized"]

  /// - Returns: nil if the identifier that is made of the code is free.
  mutating func name(for code: String) -> String? {
    guard let identifier = caseName(for: code), !used.insert(identifier).inserted else { return nil }
    let stem = String(code.unicodeScalars.prefix(100))
    return (2...).lazy.map { "\(stem)_\($0)" }.first { name in
      caseName(for: name).map { used.insert($0).inserted } ?? false
    }
  }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
