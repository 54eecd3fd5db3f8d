import ErrataText

/// The errors in recorded responses, counted in bounded memory.
package struct LearnedErrors {
  /// A kind of response without a recognizable code.
  struct Codeless: Hashable {
    let status: Int?
    /// Empty if there was none.
    let mediaType: String
  }

  /// The number of distinct codes that are learned.
  package static let codeLimit = 10_000
  private static let shapeLimit = 200
  private static let codelessLimit = 50

  private var groups: [ErrorShape: ErrorGroup] = [:]
  private var shapes: [ErrorShape] = []
  private var codeCount = 0
  /// The number of responses.
  package private(set) var responseCount = 0
  /// The number of responses with an error that has a code.
  package private(set) var errorCount = 0
  /// The number of lines or entries that are not exchanges.
  package private(set) var unreadableCount = 0
  /// The number of errors whose codes or shapes were too many.
  package private(set) var droppedCount = 0
  /// The responses that look like errors, but have no recognizable code.
  private(set) var codeless: [Codeless: Int] = [:]
  /// The number of those of other kinds than the first ones.
  private(set) var otherCodelessCount = 0

  package init() {}

  /// The number of responses that look like errors, but have no recognizable code.
  package var codelessCount: Int { codeless.values.reduce(otherCodelessCount, +) }

  /// Adds a response; one that doesn't look like an error is only counted.
  package mutating func add(_ response: RecordedResponse) {
    responseCount += 1
    let reading = response.errors
    if let reading { add(reading, of: response) }
    if reading?.hasCode ?? false {
      errorCount += 1
    } else if reading != nil || response.status ?? 0 >= 400 {
      let kind = Codeless(status: response.status, mediaType: response.mediaType ?? "")
      if codeless[kind] != nil || codeless.count < Self.codelessLimit {
        codeless[kind, default: 0] += 1
      } else {
        otherCodelessCount += 1
      }
    }
  }

  /// Counts a line or an entry that is not an exchange.
  package mutating func addUnreadable() {
    unreadableCount += 1
  }

  private mutating func add(_ reading: ErrorReading, of response: RecordedResponse) {
    let shape = reading.shape
    if groups[shape] == nil {
      guard shapes.count < Self.shapeLimit else {
        droppedCount += reading.samples.count
        return
      }
      shapes.append(shape)
    }
    let before = groups[shape]?.codes.count ?? 0
    let dropped = groups[shape, default: ErrorGroup(shape)].add(
      reading, of: response, codeLimit: Self.codeLimit - codeCount)
    droppedCount += dropped
    codeCount += (groups[shape]?.codes.count ?? 0) - before
  }

  /// The surfaces, the one with the most errors first.
  func surfaces() -> [ErrorGroup] {
    surfaceGroups(shapes.map { ($0, groups[$0]!) })
  }
}
