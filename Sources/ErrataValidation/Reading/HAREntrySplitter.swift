import ErrataText

/// Splits a recording (HTTP Archive 1.2), which is read in chunks, into the elements of `log.entries`.
///
/// It tracks only brackets and strings. The JSON of an entry is checked when the entry is read.
struct HAREntrySplitter {
  /// An entry or a problem, with its start in the recording.
  struct Event {
    enum Kind {
      /// An entry, including its braces.
      case entry(Bytes)
      case fault(InputFault)
    }

    let kind: Kind
    let position: Position
    /// The offset in the recording, in bytes.
    let offset: Int
  }

  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  /// The last string, with its escapes, up to `lastStringLimit`. It tells whether a key is `log` or `entries`.
  private var lastString: [UInt8] = []
  private static let lastStringLimit = 64
  private var isInLog = false
  private var isInEntries = false
  /// What was last read in the list of entries.
  private var lastElement = ListElement.start
  /// The current entry, as far as it has been read.
  private var entry: [UInt8] = []
  private var entryStart: (position: Position, offset: Int)?
  /// Whether the current entry is too large and is skipped.
  private var isSkippingEntry = false
  private var hasEntries = false
  /// Whether the outermost bracket is closed.
  private var isComplete = false
  /// The first content outside the outermost object. It is reported only if the input has `log.entries`.
  private var outsideContent: Event?
  private var hasOutsideContent = false
  private var position: Position = (1, 1)
  private var offset = 0
  private var events: [Event] = []

  private enum ListElement {
    case start, comma, entry, otherValue
  }

  /// Reads the next chunk.
  /// - Returns: the entries that end in it, and its problems.
  mutating func read(_ chunk: ByteSpan) -> [Event] {
    var index = 0
    // A byte order mark has no column. It can be split between chunks, too.
    while index < chunk.count, offset + index < 3, depth == 0, chunk[index] == byteOrderMark[offset + index] {
      index += 1
    }
    /// The index that `position` refers to.
    var positionIndex = index
    /// The start of the current entry in this chunk.
    var start = index
    while index < chunk.count {
      if isInString, !isEscaped, index <= chunk.count - 8, lastString.count >= Self.lastStringLimit || depth > 2 {
        if WordScan.stringSpecials(chunk.word(at: index)) == 0 {
          index += 8
          continue
        }
      }
      let byte = chunk[index]
      if isInString {
        readInString(byte)
        index += 1
        continue
      }
      let isAtEntries = isInEntries && depth == 3
      if (isAtEntries || depth == 0) && !isJSONSpace(byte) {
        advance(&position, over: chunk.extracting(positionIndex..<index))
        positionIndex = index
        if isAtEntries { checkListByte(byte, index) } else { checkOuterByte(byte, index) }
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
          appendToEntry(chunk.extracting(start...index))
          finishEntry()
        }
      default: break
      }
      index += 1
    }
    if entryStart != nil { appendToEntry(chunk.extracting(start..<chunk.count)) }
    advance(&position, over: chunk.extracting(positionIndex..<chunk.count))
    offset += chunk.count
    defer { events = [] }
    return events
  }

  /// The problems of the recording as a whole, after its last chunk.
  func end() -> [Event] {
    if !isComplete { return [fault("unexpected end of file", at: 0)] }
    if hasEntries { return [outsideContent].compactMap(\.self) }
    let reason = "expected an HTTP Archive: missing `log.entries`"
    return [Event(kind: .fault(.broken(reason)), position: (1, 1), offset: 0)]
  }

  /// - Parameter index: the index in the current chunk.
  private func fault(_ reason: String, at index: Int) -> Event {
    Event(kind: .fault(.broken(reason)), position: position, offset: offset + index)
  }

  private mutating func report(_ reason: String, at index: Int) { events.append(fault(reason, at: index)) }

  /// Checks a byte outside the outermost object.
  private mutating func checkOuterByte(_ byte: UInt8, _ index: Int) {
    if hasOutsideContent || (!isComplete && byte == UInt8(ascii: "{")) { return }
    hasOutsideContent = true
    outsideContent = fault(
      isComplete ? "unexpected text after the recording" : "expected a recording to be a JSON object", at: index)
  }

  /// Checks a byte in the list of entries, outside the entries.
  private mutating func checkListByte(_ byte: UInt8, _ index: Int) {
    switch byte {
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      if byte == UInt8(ascii: "}") || lastElement == .comma { report("expected an entry", at: index) }
    case UInt8(ascii: ","):
      if lastElement == .start || lastElement == .comma { report("expected an entry", at: index) }
      lastElement = .comma
    case UInt8(ascii: "{"):
      if lastElement == .entry || lastElement == .otherValue { report("expected `,` or `]`", at: index) }
      lastElement = .entry
      entryStart = (position, offset + index)
    default:
      // Reported once for all bytes of a number or literal.
      if lastElement != .otherValue { report("expected an entry to be an object", at: index) }
      lastElement = .otherValue
    }
  }

  private mutating func finishEntry() {
    guard let start = entryStart else { return }
    let kind: Event.Kind = isSkippingEntry ? .fault(.tooLarge("entry")) : .entry(Bytes(entry))
    events.append(Event(kind: kind, position: start.position, offset: start.offset))
    entry = []
    isSkippingEntry = false
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
      lastElement = .start
      if let outsideContent { events.append(outsideContent) }
      outsideContent = nil
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

  private mutating func appendToEntry(_ bytes: ByteSpan) {
    if isSkippingEntry || entry.count + bytes.count > InputPart.sizeLimit {
      isSkippingEntry = true
      entry = []
    } else {
      entry.append(bytes)
    }
  }
}
