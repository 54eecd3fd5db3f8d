/// Whether `text` is a valid value of `Retry-After` (RFC 9110, section 10.2.3): seconds, or an HTTP date in one of the three
/// formats of section 5.6.7, including the two obsolete ones.
func isValidRetryAfter(_ text: ArraySlice<UInt8>) -> Bool {
  if !text.isEmpty, text.allSatisfy(isDigit) { return true }
  var reader = HTTPDateParser(text: String(decoding: text, as: UTF8.self)[...])
  return reader.isIMFFixdate() || reader.isRFC850() || reader.isASCTime()
}

/// Recognizes the formats of an HTTP date, each from the start of the text.
private struct HTTPDateParser {
  let text: Substring
  private var rest: Substring = ""

  private static let shortDays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let longDays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  init(text: Substring) {
    self.text = text
  }

  /// `Sun, 06 Nov 1994 08:49:37 GMT`
  mutating func isIMFFixdate() -> Bool {
    rest = text
    return word(Self.shortDays) && word([", "]) && number(2, 1...31) && word([" "]) && word(Self.months) && word([" "])
      && number(4, 0...9999) && word([" "]) && time() && word([" GMT"]) && rest.isEmpty
  }

  /// `Sunday, 06-Nov-94 08:49:37 GMT`
  mutating func isRFC850() -> Bool {
    rest = text
    return word(Self.longDays) && word([", "]) && number(2, 1...31) && word(["-"]) && word(Self.months) && word(["-"])
      && number(2, 0...99) && word([" "]) && time() && word([" GMT"]) && rest.isEmpty
  }

  /// `Sun Nov  6 08:49:37 1994`
  mutating func isASCTime() -> Bool {
    rest = text
    guard word(Self.shortDays), word([" "]), word(Self.months), word([" "]) else { return false }
    let isDay = word([" "]) ? number(1, 1...9) : number(2, 1...31)
    return isDay && word([" "]) && time() && word([" "]) && number(4, 0...9999) && rest.isEmpty
  }

  private mutating func time() -> Bool {
    number(2, 0...23) && word([":"]) && number(2, 0...59) && word([":"]) && number(2, 0...60)
  }

  private mutating func word(_ words: [String]) -> Bool {
    guard let word = words.first(where: { rest.hasPrefix($0) }) else { return false }
    rest = rest.dropFirst(word.count)
    return true
  }

  private mutating func number(_ digits: Int, _ range: ClosedRange<Int>) -> Bool {
    let text = rest.prefix(digits)
    guard text.count == digits, text.utf8.allSatisfy(isDigit), let value = Int(text), range.contains(value) else {
      return false
    }
    rest = rest.dropFirst(digits)
    return true
  }
}
