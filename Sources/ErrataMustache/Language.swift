import ErrataText

/// The language of a template's output. It escapes each kind of value so that it is safe wherever a template may use it.
package protocol Language: Sendable {
  /// Text, for example between the quotes of a string literal.
  func text(_ value: String) -> String
  /// Paragraphs and lists, with code and links.
  func prose(_ value: Prose) -> String
  /// A name shown as code.
  func code(_ value: String) -> String
  /// A documentation comment.
  /// - Parameters:
  ///   - prose: at least one paragraph or list.
  ///   - indent: the column of the comment's first line; the other lines are indented to it.
  func comment(_ prose: Prose, indent: Int) -> String
}
