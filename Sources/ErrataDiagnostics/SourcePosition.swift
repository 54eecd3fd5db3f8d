/// A place in a text file, as editors count: lines and columns from one, a column being one Unicode scalar.
public struct SourcePosition: Hashable, Sendable, Comparable {
  public let line: UInt32
  public let column: UInt32

  public init(line: UInt32, column: UInt32) {
    self.line = line
    self.column = column
  }

  /// The first character of a file.
  public static let start = SourcePosition(line: 1, column: 1)

  public static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A stretch of one file of a `SourceSet`: from `start` up to, and not including, `end`.
public struct SourceRange: Hashable, Sendable {
  /// Which file: an index into `SourceSet.files`.
  public let file: UInt32
  public let start: SourcePosition
  public let end: SourcePosition

  public init(file: UInt32, start: SourcePosition, end: SourcePosition) {
    self.file = file
    self.start = start
    self.end = end
  }
}
