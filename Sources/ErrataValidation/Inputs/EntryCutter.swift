/// Cuts a recording (HTTP Archive 1.2) into its entries, `log.entries`, while it comes in pieces.
///
/// It only keeps count of brackets and strings: whether an entry is JSON shows when the entry is read.
struct EntryCutter {
  /// How many bytes an entry may have.
  static let entryLimit = 8 << 20

  /// What was found in a piece.
  enum Event {
    /// An entry, from its brace to its brace.
    case entry(ByteView, Place)
    /// An entry with more bytes than there may be.
    case tooLarge(Place)
  }

  /// Lines and columns from one.
  struct Place {
    var line = 1
    var column = 1
  }

  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  /// The last string at the depth of the keys that lead to the entries, as far as it can matter.
  private var word: [UInt8] = []
  private var isInLog = false
  private var isInEntries = false
  /// The entry that began in an earlier piece.
  private var entry: [UInt8] = []
  private var entryStart: Place?
  private var isDropping = false
  private var place = Place()
  /// Whether there was a list of entries.
  private(set) var hasEntries = false
  /// Whether the outermost bracket is closed.
  private(set) var isComplete = false

  /// Where the last piece ended.
  var end: Place { place }

  /// Reads the next piece, and hands on the entries that end in it.
  mutating func read(_ piece: ByteView, _ handle: (Event) -> Void) {
    guard let bytes = piece.baseAddress else { return }
    var index = 0
    var placed = 0
    /// The part of the current entry in this piece.
    var start = 0
    while index < piece.count {
      if isInString, !isEscaped, index + 8 <= piece.count, word.count > 8 || depth > 2 {
        let marks = WordScan.stringSpecials(WordScan.load(bytes, at: index))
        if marks == 0 {
          index += 8
          continue
        }
      }
      let byte = bytes[index]
      if isInString {
        readInString(byte)
      } else {
        switch byte {
        case UInt8(ascii: "\""):
          isInString = true
          word.removeAll(keepingCapacity: true)
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          if isInEntries, depth == 3 {
            advance(piece[placed..<index])
            placed = index
            entryStart = place
            start = index
          }
          open(byte)
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          close()
          if isInEntries, depth == 3, let place = entryStart {
            keep(ByteView(rebasing: piece[start...index]))
            entry.withUnsafeBufferPointer { handle(isDropping ? .tooLarge(place) : .entry($0, place)) }
            entry.removeAll(keepingCapacity: entry.count <= 1 << 20)
            isDropping = false
            entryStart = nil
          }
        default: break
        }
      }
      index += 1
    }
    if entryStart != nil { keep(ByteView(rebasing: piece[start...])) }
    advance(piece[placed...])
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
    if word.count < 9 { word.append(byte) }
  }

  private mutating func open(_ bracket: UInt8) {
    if depth == 1, bracket == UInt8(ascii: "{") { isInLog = word.elementsEqual("log".utf8) }
    if depth == 2, isInLog, bracket == UInt8(ascii: "["), word.elementsEqual("entries".utf8) {
      isInEntries = true
      hasEntries = true
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

  private mutating func keep(_ bytes: ByteView) {
    if isDropping || entry.count + bytes.count > Self.entryLimit {
      isDropping = true
      entry = []
    } else {
      entry.append(contentsOf: bytes)
    }
  }

  private mutating func advance(_ bytes: Slice<ByteView>) {
    for byte in bytes {
      if byte == 0x0A {
        place.line += 1
        place.column = 1
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
  }
}
