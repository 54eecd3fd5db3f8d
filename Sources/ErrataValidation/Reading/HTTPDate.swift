/// A date in one of the three formats of HTTP (RFC 9110, section 5.6.7), including the two obsolete ones.
struct HTTPDate {
  private var weekday = 0
  private var year = 0
  private var month = 0
  private var day = 0
  private var seconds = 0
  private var rest: Substring

  private static let shortDays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let longDays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// nil if `text` is not such a date, or if its day does not exist or falls on another weekday.
  /// - Parameter now: the current time in seconds since 1970, which decides the century of a year with two digits.
  init?(_ text: String, now: Int) {
    let formats: [(inout Self) -> Bool] = [
      { $0.readIMFFixdate() }, { $0.readRFC850(now: now) }, { $0.readASCTime() },
    ]
    for read in formats {
      var date = Self(rest: text[...])
      guard read(&date), date.rest.isEmpty, date.isInCalendar else { continue }
      self = date
      return
    }
    return nil
  }

  private init(rest: Substring) {
    self.rest = rest
  }

  /// `Sun, 06 Nov 1994 08:49:37 GMT`
  private mutating func readIMFFixdate() -> Bool {
    word(Self.shortDays, \.weekday) && skip(", ") && number(2, \.day) && skip(" ") && word(Self.months, \.month)
      && skip(" ") && number(4, \.year) && skip(" ") && readTime() && skip(" GMT")
  }

  /// `Sunday, 06-Nov-94 08:49:37 GMT`
  private mutating func readRFC850(now: Int) -> Bool {
    guard
      word(Self.longDays, \.weekday) && skip(", ") && number(2, \.day) && skip("-") && word(Self.months, \.month)
        && skip("-") && number(2, \.year) && skip(" ") && readTime() && skip(" GMT")
    else { return false }
    // The latest year that is not more than 50 years from now.
    while secondsSince1970(year: year + 100 - 50) <= now { year += 100 }
    return true
  }

  /// `Sun Nov  6 08:49:37 1994`
  private mutating func readASCTime() -> Bool {
    word(Self.shortDays, \.weekday) && skip(" ") && word(Self.months, \.month) && skip(" ")
      && (skip(" ") ? number(1, \.day) : number(2, \.day) && day >= 10) && skip(" ") && readTime() && skip(" ")
      && number(4, \.year)
  }

  private mutating func readTime() -> Bool {
    var part = Self(rest: rest)
    for (limit, separator) in [(23, ":"), (59, ":"), (60, "")] {
      guard part.number(2, \.day), part.day <= limit, part.skip(separator) else { return false }
      seconds = seconds * 60 + part.day
    }
    rest = part.rest
    return true
  }

  private mutating func skip(_ text: String) -> Bool {
    guard rest.hasPrefix(text) else { return false }
    rest = rest.dropFirst(text.count)
    return true
  }

  private mutating func word(_ words: [String], _ index: WritableKeyPath<Self, Int>) -> Bool {
    guard let found = words.firstIndex(where: rest.hasPrefix) else { return false }
    self[keyPath: index] = found
    return skip(words[found])
  }

  private mutating func number(_ digits: Int, _ value: WritableKeyPath<Self, Int>) -> Bool {
    let text = rest.prefix(digits)
    guard text.utf8.count == digits, text.utf8.allSatisfy(isDigit), let number = Int(text) else { return false }
    self[keyPath: value] = number
    rest = rest.dropFirst(digits)
    return true
  }

  private var isInCalendar: Bool {
    let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...lengths[month]).contains(day) && (daysSince1970(year: year) + Self.daysBefore1970 + 3) % 7 == weekday
  }

  private func secondsSince1970(year: Int) -> Int { daysSince1970(year: year) * 86_400 + seconds }

  /// From March 1 of the year 400 before the first one.
  private static let daysBefore1970 = 865_565

  /// The days since 1970 of the same day in `year`. Years begin in March here, so that a leap day is the last one.
  private func daysSince1970(year: Int) -> Int {
    let years = year + (month < 2 ? 399 : 400)
    let days = (153 * ((month + 10) % 12) + 2) / 5 + day - 1
    return years * 365 + years / 4 - years / 100 + years / 400 + days - Self.daysBefore1970
  }
}

/// Whether `text` is a valid value of `Retry-After`: seconds or a date (RFC 9110, section 10.2.3).
/// - Parameter now: the current time in seconds since 1970.
func isValidRetryAfter(_ text: ArraySlice<UInt8>, now: Int) -> Bool {
  let text = String(decoding: text, as: UTF8.self)
  if !text.isEmpty, text.utf8.allSatisfy(isDigit) { return Int(text).map { $0 <= greatestInteger } ?? false }
  return HTTPDate(text, now: now) != nil
}
