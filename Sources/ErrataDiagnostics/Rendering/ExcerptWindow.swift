/// The part of a line that an excerpt shows: all of a short line, or the part of a long line around the problem.
package enum ExcerptWindow {
  /// The maximum number of characters shown.
  package static let width = 96

  /// How many characters to omit at the start of a line.
  /// - Parameter column: how many characters precede the problem.
  package static func start(before column: Int) -> Int {
    column > width / 2 ? column - width / 3 : 0
  }
}
