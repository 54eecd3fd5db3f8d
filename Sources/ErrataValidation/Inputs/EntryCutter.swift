/// Cuts a recording (HTTP Archive 1.2) into its entries, `log.entries`, while it comes in pieces.
///
/// Outside the list of entries it only keeps count of brackets and strings. Whether an entry is JSON shows when the entry is
/// read.
struct EntryCutter {
  /// How many bytes an entry may have.
  static let entryLimit = 8 << 20

  /// What was found, and where it begins.
  struct Event {
    enum Kind {
      /// An entry, from its brace to its brace.
      case entry(Bytes)
      /// Why something cannot be read.
      case fault(FindingRule, String)
    }

    let kind: Kind
    let place: Place
    /// In bytes from the start of the recording.
    let offset: Int
  }

  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  /// The last string at the depth of the keys that lead to the entries, as far as it can matter, with its escapes.
  private var word: [UInt8] = []
  private static let wordLimit = 64
  private var isInLog = false
  private var isInEntries = false
  /// What the list of entries holds so far, as far as its commas go.
  private var lastInEntries = InEntries.start
  /// The entry that is being read.
  private var entry: [UInt8] = []
  private var entryStart: (place: Place, offset: Int)?
  private var isDropping = false
  private var hasEntries = false
  /// Whether the outermost bracket is closed.
  private var isComplete = false
  /// What comes before or after the outermost object and does not belong there. It is reported of an HTTP Archive only.
  private var junk: Event?
  private var hasJunk = false
  private var place: Place = (1, 1)
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
    var placed = index
    /// The part of the current entry in this piece.
    var start = index
    while index < piece.count {
      if isInString, !isEscaped, index <= piece.count - 8, word.count >= Self.wordLimit || depth > 2 {
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
      if (isAtEntries || depth == 0) && !isWhiteSpace(byte) {
        advance(piece.extracting(placed..<index))
        placed = index
        if isAtEntries { readAmongEntries(byte, index) } else { readOutermost(byte, index) }
        if entryStart?.offset == offset + index { start = index }
      }
      switch byte {
      case UInt8(ascii: "\""):
        isInString = true
        word.removeAll(keepingCapacity: true)
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
    advance(piece.extracting(placed..<piece.count))
    offset += piece.count
    defer { events = [] }
    return events
  }

  /// What is wrong with the recording as a whole, once all of it was read.
  func end() -> [Event] {
    if !isComplete { return [fault("the recording ends before its end", at: 0)] }
    if hasEntries { return [junk].compactMap(\.self) }
    let reason = "this is no HTTP Archive: it has no `log.entries`"
    return [Event(kind: .fault(.brokenInput, reason), place: (1, 1), offset: 0)]
  }

  /// - Parameter index: in the current piece.
  private func fault(_ reason: String, at index: Int) -> Event {
    Event(kind: .fault(.brokenInput, reason), place: place, offset: offset + index)
  }

  private mutating func report(_ reason: String, at index: Int) { events.append(fault(reason, at: index)) }

  /// Before and after the outermost object.
  private mutating func readOutermost(_ byte: UInt8, _ index: Int) {
    if hasJunk || (!isComplete && byte == UInt8(ascii: "{")) { return }
    hasJunk = true
    junk = fault(
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
      entryStart = (place, offset + index)
    default:
      // Numbers and words come byte by byte; one report is enough.
      if lastInEntries != .otherValue { report("an entry must be an object", at: index) }
      lastInEntries = .otherValue
    }
  }

  private mutating func finishEntry() {
    guard let start = entryStart else { return }
    let kind: Event.Kind =
      isDropping
      ? .fault(.tooLarge, "the entry has more than \(Self.entryLimit >> 20) MiB: it is not judged")
      : .entry(Bytes(entry))
    events.append(Event(kind: kind, place: start.place, offset: start.offset))
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
    if word.count < Self.wordLimit { word.append(byte) }
  }

  private mutating func open(_ bracket: UInt8) {
    if depth == 1, bracket == UInt8(ascii: "{") { isInLog = isWord("log") }
    if depth == 2, isInLog, bracket == UInt8(ascii: "["), isWord("entries") {
      isInEntries = true
      hasEntries = true
      lastInEntries = .start
      if let junk { events.append(junk) }
      junk = nil
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
  private func isWord(_ name: String) -> Bool {
    guard word.count < Self.wordLimit else { return false }
    let quote = UInt8(ascii: "\"")
    let string = [quote] + word + [quote]
    var scanner = JSONScanner()
    return scanner.string(string.span) && scanner.token.isText(name, string.span)
  }

  private mutating func keep(_ bytes: ByteSpan) {
    if isDropping || entry.count + bytes.count > Self.entryLimit {
      isDropping = true
      entry = []
    } else {
      entry.append(bytes)
    }
  }

  private mutating func advance(_ bytes: ByteSpan) {
    for index in bytes.indices {
      if bytes[index] == 0x0A {
        place = (place.line + 1, 1)
      } else if bytes[index] & 0xC0 != 0x80 {
        place.column += 1
      }
    }
  }

  private func isWhiteSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
}
