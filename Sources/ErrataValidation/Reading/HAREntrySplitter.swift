import ErrataText

/// Splits a recording (HTTP Archive 1.2) into its entries, `log.entries`, while it comes in pieces.
///
/// Outside the list of entries it only keeps count of brackets and strings. Whether an entry is JSON shows when the entry is
/// read.
struct HAREntrySplitter {
  /// What was found, and where it begins.
  struct Event {
    enum Kind {
      /// An entry, from its brace to its brace.
      case entry(Bytes)
      case fault(InputFault)
    }

    let kind: Kind
    let position: Position
    /// In bytes from the start of the recording.
    let offset: Int
  }

  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  /// The last string at the depth of the keys that lead to the entries, as far as it can matter, with its escapes.
  private var lastString: [UInt8] = []
  private static let lastStringLimit = 64
  private var isInLog = false
  private var isInEntries = false
  /// What the list of entries holds so far, as far as its commas go.
  private var lastInEntries = InEntries.start
  /// The entry that is being read.
  private var entry: [UInt8] = []
  private var entryStart: (position: Position, offset: Int)?
  private var isDropping = false
  private var hasEntries = false
  /// Whether the outermost bracket is closed.
  private var isComplete = false
  /// What comes before or after the outermost object. It is reported of an HTTP Archive only.
  private var stray: Event?
  private var hasStray = false
  private var position: Position = (1, 1)
  private var offset = 0
  private var events: [Event] = []

  private enum InEntries {
    case start, comma, entry, otherValue
  }

  /// Reads the next piece.
  /// - Returns: what ends in it.
  mutating func read(_ piece: ByteSpan) -> [Event] {
    var index = 0
    // A byte order mark has no column. It can come in pieces, too.
    while index < piece.count, offset + index < 3, depth == 0, piece[index] == byteOrderMark[offset + index] {
      index += 1
    }
    var located = index
    /// The part of the current entry in this piece.
    var start = index
    while index < piece.count {
      if isInString, !isEscaped, index <= piece.count - 8, lastString.count >= Self.lastStringLimit || depth > 2 {
        if WordScan.stringSpecials(piece.word(at: index)) == 0 {
          index += 8
          continue
        }
      }
      let byte = piece[index]
      if isInString {
        readInString(byte)
        index += 1
        continue
      }
      let isAtEntries = isInEntries && depth == 3
      if (isAtEntries || depth == 0) && !isJSONSpace(byte) {
        advance(&position, over: piece.extracting(located..<index))
        located = index
        if isAtEntries { readAmongEntries(byte, index) } else { readOutermost(byte, index) }
        if entryStart?.offset == offset + index { start = index }
      }
      switch byte {
      case UInt8(ascii: "\""):
        isInString = true
        lastString.removeAll(keepingCapacity: true)
      case UInt8(ascii: "{"), UInt8(ascii: "["): open(byte)
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        close()
        if isInEntries, depth == 3, entryStart != nil {
          keep(piece.extracting(start...index))
          finishEntry()
        }
      default: break
      }
      index += 1
    }
    if entryStart != nil { keep(piece.extracting(start..<piece.count)) }
    advance(&position, over: piece.extracting(located..<piece.count))
    offset += piece.count
    defer { events = [] }
    return events
  }

  /// What is wrong with the recording as a whole, once all of it was read.
  func end() -> [Event] {
    if !isComplete { return [fault("the recording ends before its end", at: 0)] }
    if hasEntries { return [stray].compactMap(\.self) }
    let reason = "this is no HTTP Archive: it has no `log.entries`"
    return [Event(kind: .fault(.broken(reason)), position: (1, 1), offset: 0)]
  }

  /// - Parameter index: in the current piece.
  private func fault(_ reason: String, at index: Int) -> Event {
    Event(kind: .fault(.broken(reason)), position: position, offset: offset + index)
  }

  private mutating func report(_ reason: String, at index: Int) { events.append(fault(reason, at: index)) }

  /// Before and after the outermost object.
  private mutating func readOutermost(_ byte: UInt8, _ index: Int) {
    if hasStray || (!isComplete && byte == UInt8(ascii: "{")) { return }
    hasStray = true
    stray = fault(
      isComplete ? "something follows after the end of the recording" : "a recording must be a JSON object", at: index)
  }

  /// In the list of entries, outside of them.
  private mutating func readAmongEntries(_ byte: UInt8, _ index: Int) {
    switch byte {
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      if byte == UInt8(ascii: "}") || lastInEntries == .comma { report("expected an entry", at: index) }
    case UInt8(ascii: ","):
      if lastInEntries == .start || lastInEntries == .comma { report("expected an entry", at: index) }
      lastInEntries = .comma
    case UInt8(ascii: "{"):
      if lastInEntries == .entry || lastInEntries == .otherValue { report("expected `,` or `]`", at: index) }
      lastInEntries = .entry
      entryStart = (position, offset + index)
    default:
      // Numbers and words come byte by byte; one report is enough.
      if lastInEntries != .otherValue { report("an entry must be an object", at: index) }
      lastInEntries = .otherValue
    }
  }

  private mutating func finishEntry() {
    guard let start = entryStart else { return }
    let kind: Event.Kind = isDropping ? .fault(.tooLarge("entry")) : .entry(Bytes(entry))
    events.append(Event(kind: kind, position: start.position, offset: start.offset))
    entry = []
    isDropping = false
    entryStart = nil
  }

  private mutating func readInString(_ byte: UInt8) {
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "\"") {
      isInString = false
      return
    }
    if lastString.count < Self.lastStringLimit { lastString.append(byte) }
  }

  private mutating func open(_ bracket: UInt8) {
    if depth == 1, bracket == UInt8(ascii: "{") { isInLog = isLastString("log") }
    if depth == 2, isInLog, bracket == UInt8(ascii: "["), isLastString("entries") {
      isInEntries = true
      hasEntries = true
      lastInEntries = .start
      if let stray { events.append(stray) }
      stray = nil
    }
    depth += 1
  }

  private mutating func close() {
    depth -= 1
    if depth == 2 { isInEntries = false }
    if depth == 1 { isInLog = false }
    if depth <= 0 {
      isComplete = true
      depth = 0
    }
  }

  /// Whether the last string is `name`.
  private func isLastString(_ name: String) -> Bool {
    guard lastString.count < Self.lastStringLimit else { return false }
    let quote = UInt8(ascii: "\"")
    let string = [quote] + lastString + [quote]
    var scanner = JSONScanner()
    return (try? scanner.string(string.span)) != nil && scanner.token.equals(name, string.span)
  }

  private mutating func keep(_ bytes: ByteSpan) {
    if isDropping || entry.count + bytes.count > InputPart.sizeLimit {
      isDropping = true
      entry = []
    } else {
      entry.append(bytes)
    }
  }
}
