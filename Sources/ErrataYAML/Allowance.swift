import ErrataDiagnostics

/// A comment that allows a warning in one place: `# errata: allow RULE`.
package struct Allowance: Sendable {
  /// The name of the rule, as written; empty if the comment names none.
  package let rule: String
  /// Where the name is; the comment itself if it names none.
  package let location: SourceLocation
  /// The line whose warnings are allowed: that of the comment, or the next one after a line that is only a comment.
  package let line: UInt32
}

/// The allowances in `file`, in source order.
///
/// libyaml reports no comments. A comment begins with a `#` at the start of a line or after white space, outside every scalar, so
/// the same words in a block or between quotes are text.
/// - Parameter root: the tree of `file`.
package func readAllowances(in file: SourceFile, _ root: Node) -> [Allowance] {
  let comments = allowanceComments(in: file)
  if comments.isEmpty { return [] }
  var text = ScalarSearch(comments.flatMap { [$0.lineStart, $0.mark].compactMap(\.self) })
  text.visit(root)
  return comments.filter { !text.found.contains($0.mark.position) }.flatMap { comment in
    let isAlone = comment.lineStart.map { !text.found.contains($0.position) } ?? false
    let line = comment.mark.position.line
    return comment.names.map { name in
      Allowance(
        rule: name.text,
        location: SourceLocation(
          file: file, start: SourcePosition(line: line, column: name.columns.lowerBound),
          end: SourcePosition(line: line, column: name.columns.upperBound)),
        line: isAlone ? comment.nextLine : line)
    }
  }
}

/// A search for the marks that are within a scalar. Both are visited in source order, so it takes linear time.
private struct ScalarSearch {
  private let marks: [CommentMark]
  private var next = 0
  /// The positions of the marks that are within a scalar.
  private(set) var found: Set<SourcePosition> = []

  init(_ marks: [CommentMark]) {
    self.marks = marks.sorted { $0.position < $1.position }
  }

  mutating func visit(_ node: Node) {
    switch node.content {
    case .scalar: visit(node.range)
    case .sequence(let items): for item in items { visit(item) }
    case .mapping(let entries):
      for entry in entries {
        visit(entry.keyRange)
        visit(entry.value)
      }
    case .invalid: break
    }
  }

  private mutating func visit(_ scalar: SourceRange) {
    while next < marks.count, marks[next].position < scalar.start { next += 1 }
    /// Whether comments may follow on the first line: the text of a block begins on the next one.
    var isBlock: Bool?
    while next < marks.count, marks[next].position < scalar.end {
      let mark = marks[next]
      if mark.position.line == scalar.start.line, isBlock == nil {
        isBlock = "|>".utf8.contains(mark.byte(before: mark.position.column - scalar.start.column))
      }
      if isBlock != true || mark.position.line > scalar.start.line { found.insert(mark.position) }
      next += 1
    }
  }
}
