/// Which part of a line an excerpt shows: all of a short one, and of a long one what is around the place that matters.
package enum ExcerptWindow {
  /// How many characters are shown at most.
  package static let width = 96

  /// How many characters of a line are left off at its start.
  /// - Parameter column: how many characters come before the place that matters.
  package static func start(before column: Int) -> Int {
    column > width / 2 ? column - width / 3 : 0
  }
}
