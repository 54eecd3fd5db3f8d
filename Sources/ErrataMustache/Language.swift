import ErrataText

/// What a template writes: it makes each kind of value safe, wherever in the output a template may have it.
package protocol Language: Sendable {
  /// A text, such as between the quotes of a string literal.
  func text(_ value: String) -> String
  /// Paragraphs with code in them.
  func prose(_ value: Prose) -> String
  /// A name that is shown as code.
  func code(_ value: String) -> String
  /// A documentation comment.
  /// - Parameters:
  ///   - paragraphs: at least one.
  ///   - indent: the column of the comment's first line; the other lines begin with so many spaces.
  func comment(_ paragraphs: [String], indent: Int) -> String
}
