import Foundation

/// A day in the Gregorian calendar, written as ISO 8601 does: `2027-01-31`.
package struct CalendarDay: Sendable, Comparable, CustomStringConvertible {
  /// The day as text. Texts of days are in the order of the days.
  package let description: String

  /// - Parameter text: year, month and day. The year is 0001 to 9999, in four digits.
  /// - Returns: nil if there is no such day.
  package init?(_ text: String) {
    // Parsing alone would take `2027-02-30` for a day in March.
    guard text.utf8.count == 10, !text.hasPrefix("0000"), let date = try? Self.style.parse(text),
      Self.style.format(date).utf8.elementsEqual(text.utf8)
    else {
      return nil
    }
    description = text
  }

  private init(_ date: Date) {
    description = Self.style.format(date)
  }

  /// The day that it is now, in UTC.
  package static var today: CalendarDay { CalendarDay(.now) }

  package static func < (left: Self, right: Self) -> Bool {
    left.description < right.description
  }

  private static let style = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
}
