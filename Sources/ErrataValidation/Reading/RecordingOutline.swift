/// The text of a recording around its entries, with an empty list in their place. It is checked as a whole.
struct RecordingOutline {
  /// A problem, with its position in the recording.
  typealias Problem = (fault: InputFault, position: Position)

  private var text: [UInt8] = []
  /// Whether `text` would exceed `InputPart.sizeLimit`. It then has only the end.
  private var isTooLarge = false
  /// The offsets in `text` after which entries are left out, and the positions where the text goes on.
  private var segments: [(offset: Int, position: Position)] = []
  /// The offset of the last string's opening quote.
  private var lastString: Int?
  private var hasEntries = false
  private var hasProblem = false
  /// Whether entries have been left out after the last byte.
  private(set) var isInterrupted = true

  mutating func append(_ byte: UInt8) {
    makeRoom(1)
    text.append(byte)
  }

  mutating func append(_ bytes: ByteSpan) {
    makeRoom(bytes.count)
    if bytes.count <= InputPart.sizeLimit { text.append(bytes) }
  }

  private mutating func makeRoom(_ count: Int) {
    if text.count + count <= InputPart.sizeLimit { return }
    text = []
    segments = []
    lastString = nil
    isTooLarge = true
  }

  /// Goes on at `position`, after entries that were left out.
  mutating func resume(at position: Position) {
    segments.append((text.count, position))
    isInterrupted = false
  }

  /// The last byte is the opening quote of a string.
  mutating func beginString() { lastString = text.count - 1 }

  /// Whether the last string is `name`.
  func isLastString(_ name: String) -> Bool {
    guard let lastString else { return false }
    var scanner = JSONScanner()
    scanner.index = lastString
    return (try? scanner.string(text.span)) != nil && scanner.token.equals(name, text.span)
  }

  /// The last byte is the opening bracket of the entries.
  /// - Returns: a problem before it.
  mutating func beginEntries() -> Problem? {
    isInterrupted = true
    if hasEntries { return nil }
    hasEntries = true
    return isTooLarge ? nil : problem(end: nil)
  }

  /// - Parameter position: the position of the end of the recording.
  /// - Returns: a problem that has not been returned before.
  mutating func end(at position: Position) -> Problem? {
    if hasProblem { return nil }
    if isTooLarge { return (.tooLarge("text around the entries"), (1, 1)) }
    if let problem = problem(end: position) { return problem }
    return hasEntries ? nil : (.broken("expected an HTTP Archive: missing `log.entries`"), (1, 1))
  }

  /// The first problem in `text`.
  /// - Parameter end: the position of the end of the recording; nil if it has not been read.
  private mutating func problem(end: Position?) -> Problem? {
    guard let (reason, offset) = firstProblem() else { return nil }
    let isAtEnd = offset == text.count
    if isAtEnd, end == nil { return nil }
    hasProblem = true
    if isAtEnd, let end { return (.broken("unexpected end of file"), end) }
    var (start, position) = segments.last { $0.offset <= offset } ?? (0, (1, 1))
    advance(&position, over: text.span.extracting(start..<offset))
    return (.broken(reason), position)
  }

  private func firstProblem() -> (reason: String, offset: Int)? {
    let bytes = text.span
    var scanner = JSONScanner()
    scanner.skipWhiteSpace(bytes)
    if !scanner.isNext(UInt8(ascii: "{"), bytes) {
      return ("expected a recording to be a JSON object", scanner.index)
    }
    do {
      _ = try scanner.value(bytes, depth: 0)
    } catch {
      return ("the recording is not valid JSON: \(error.description)", scanner.index)
    }
    scanner.skipWhiteSpace(bytes)
    return scanner.index == bytes.count ? nil : ("unexpected text after the recording", scanner.index)
  }
}
