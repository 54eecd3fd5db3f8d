import ErrataText

/// Splits a recording (HTTP Archive 1.2) into the elements of `log.entries`.
///
/// It tracks only brackets and strings. The JSON of an entry is checked when the entry is read, and the JSON around the entries
/// once it has been collected in `outline`.
struct HAREntrySplitter: StreamSplitter {
  /// An entry or a problem, with its start in the recording.
  struct Event {
    enum Kind {
      /// An entry, including its braces.
      case entry(Bytes)
      case fault(InputFault)
    }

    let kind: Kind
    let position: Position
  }

  /// An event whose entry is still in the buffer.
  private struct Found {
    enum Kind {
      case entry(Range<Int>)
      case fault(InputFault)
    }

    let kind: Kind
    let position: Position
  }

  private enum ListElement {
    case start, comma, entry, otherValue
  }

  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  private var isInLog = false
  private var isInEntries = false
  /// What was last read in the list of entries.
  private var lastElement = ListElement.start
  /// The start of the current entry in the buffer.
  private var entryStart: Int?
  private var outline = RecordingOutline()
  private var found: [Found] = []
  /// The offset in the buffer that `position` refers to.
  private var positionOffset = 0
  private var position: Position = (1, 1)
  /// The number of bytes of a byte order mark at the start, which has no column.
  private var byteOrderMarkCount = 0
  private var isAtStart = true

  mutating func scan(_ buffer: ByteSpan, from start: Int) -> Int {
    var index = start
    while isAtStart, index < buffer.count {
      isAtStart = byteOrderMarkCount < byteOrderMark.count && buffer[index] == byteOrderMark[byteOrderMarkCount]
      if isAtStart {
        byteOrderMarkCount += 1
        index += 1
        positionOffset = index
      }
    }
    while index < buffer.count {
      if isInString {
        index = readString(buffer, from: index)
      } else if !isInEntries {
        readOutline(buffer[index], at: index, buffer)
        index += 1
      } else if depth == 3 {
        readListByte(buffer[index], at: index, buffer)
        index += 1
      } else {
        index = readElement(buffer, from: index)
      }
    }
    return entryStart ?? buffer.count
  }

  mutating func take(_ bytes: Bytes) -> Batch.Content {
    let events = found.map { found in
      switch found.kind {
      case .entry(let range): Event(kind: .entry(bytes[range]), position: found.position)
      case .fault(let fault): Event(kind: .fault(fault), position: found.position)
      }
    }
    found = []
    advancePosition(to: bytes.count, bytes.slice.span)
    positionOffset = 0
    entryStart = entryStart.map { $0 - bytes.count }
    return .entries(events)
  }

  mutating func skip(_ bytes: Bytes) -> Batch.Content {
    entryStart = nil
    found.append(Found(kind: .fault(.tooLarge("entry")), position: position))
    return take(bytes)
  }

  mutating func end(_ bytes: Bytes) -> Batch.Content {
    entryStart = nil
    advancePosition(to: bytes.count, bytes.slice.span)
    if let (fault, position) = outline.end(at: position) {
      found.append(Found(kind: .fault(fault), position: position))
    }
    return take(bytes)
  }

  private mutating func advancePosition(to offset: Int, _ buffer: ByteSpan) {
    advance(&position, over: buffer.extracting(positionOffset..<offset))
    positionOffset = offset
  }

  private mutating func report(_ reason: String) {
    found.append(Found(kind: .fault(.broken(reason)), position: position))
  }

  // MARK: Around the entries

  private mutating func readOutline(_ byte: UInt8, at index: Int, _ buffer: ByteSpan) {
    if outline.isInterrupted {
      advancePosition(to: index, buffer)
      outline.resume(at: position)
    }
    outline.append(byte)
    switch byte {
    case UInt8(ascii: "\""):
      isInString = true
      outline.beginString()
    case UInt8(ascii: "{"):
      if depth == 1 { isInLog = outline.isLastString("log") }
      depth += 1
    case UInt8(ascii: "["):
      if depth == 2, isInLog, outline.isLastString("entries") { beginEntries() }
      depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth = max(depth - 1, 0)
      if depth == 1 { isInLog = false }
    default: break
    }
  }

  private mutating func beginEntries() {
    isInEntries = true
    lastElement = .start
    if let (fault, position) = outline.beginEntries() { found.append(Found(kind: .fault(fault), position: position)) }
  }

  // MARK: Entries

  /// Reads a byte in the list of entries, outside the entries.
  private mutating func readListByte(_ byte: UInt8, at index: Int, _ buffer: ByteSpan) {
    if isJSONSpace(byte) { return }
    advancePosition(to: index, buffer)
    switch byte {
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      if lastElement == .comma { report("expected an entry") }
      isInEntries = false
      readOutline(byte, at: index, buffer)
    case UInt8(ascii: ","):
      if lastElement == .start || lastElement == .comma { report("expected an entry") }
      lastElement = .comma
    case UInt8(ascii: "{"):
      if lastElement == .entry || lastElement == .otherValue { report("expected `,` or `]`") }
      lastElement = .entry
      entryStart = index
      depth += 1
    default:
      // Reported once for all bytes of a number or literal.
      if lastElement != .otherValue { report("expected an entry to be an object") }
      lastElement = .otherValue
      isInString = byte == UInt8(ascii: "\"")
      if byte == UInt8(ascii: "[") { depth += 1 }
    }
  }

  /// Reads an element of the list of entries, up to its end, the next string or the end of the buffer.
  /// - Returns: the offset of the first byte that was not read.
  private mutating func readElement(_ buffer: ByteSpan, from start: Int) -> Int {
    var index = start
    while index < buffer.count {
      if index <= buffer.count - 8 {
        let marks = WordScan.structure(buffer.word(at: index))
        if marks == 0 {
          index += 8
          continue
        }
        index += WordScan.first(marks)
      }
      switch buffer[index] {
      case UInt8(ascii: "\""):
        isInString = true
        index = readString(buffer, from: index + 1)
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 3 {
          finishElement(at: index + 1)
          return index + 1
        }
      default: break
      }
      index += 1
    }
    return index
  }

  private mutating func finishElement(at end: Int) {
    guard let start = entryStart else { return }
    let isTooLarge = end - start > InputPart.sizeLimit
    found.append(Found(kind: isTooLarge ? .fault(.tooLarge("entry")) : .entry(start..<end), position: position))
    entryStart = nil
  }

  /// Reads a string, up to its end or the end of the buffer.
  /// - Returns: the offset of the first byte that was not read.
  @inline(__always)
  private mutating func readString(_ buffer: ByteSpan, from start: Int) -> Int {
    var index = start
    while index < buffer.count, isInString {
      if isEscaped {
        isEscaped = false
        index += 1
        continue
      }
      if index <= buffer.count - 8 {
        let marks = WordScan.stringEnds(buffer.word(at: index))
        if marks == 0 {
          index += 8
          continue
        }
        index += WordScan.first(marks)
      }
      isEscaped = buffer[index] == UInt8(ascii: "\\")
      isInString = buffer[index] != UInt8(ascii: "\"")
      index += 1
    }
    if !isInEntries { outline.append(buffer.extracting(start..<index)) }
    return index
  }
}
