/// A position in a text file, with lines and columns counted from one as in editors. A column is one Unicode scalar.
public struct SourcePosition: Hashable, Sendable, Comparable {
  /// Counted from one.
  public let line: UInt32
  /// Counted from one.
  public let column: UInt32

  /// - Parameters:
  ///   - line: counted from one.
  ///   - column: counted from one, in Unicode scalars.
  public init(line: UInt32, column: UInt32) {
    self.line = line
    self.column = column
  }

  /// The start of a file.
  public static let start = SourcePosition(line: 1, column: 1)

  /// Orders positions by line, then column.
  public static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A half-open range in one file of a `SourceSet`: from `start` up to, but not including, `end`.
public struct SourceRange: Hashable, Sendable {
  /// The file, as an index into `SourceSet.files`.
  public let file: UInt32
  /// The position of its first character.
  public let start: SourcePosition
  /// The position after its last character.
  public let end: SourcePosition

  /// - Parameters:
  ///   - file: an index into `SourceSet.files`.
  ///   - start: the position of the first character.
  ///   - end: the position after the last character.
  public init(file: UInt32, start: SourcePosition, end: SourcePosition) {
    self.file = file
    self.start = start
    self.end = end
  }
}
