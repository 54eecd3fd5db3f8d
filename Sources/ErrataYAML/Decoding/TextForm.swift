/// A form of text. It is as strict as a regular expression can be without refusing a text that the checks accept.
package struct TextForm: Sendable {
  /// What is expected, such as "a semantic version".
  package let name: String
  /// A regular expression that all dialects read in the same way.
  package let pattern: String
  /// Whether no text of this form looks like a number, a Boolean or null to an editor.
  let isAlwaysText: Bool

  /// - Parameters:
  ///   - name: what is expected, such as "a semantic version".
  ///   - pattern: a regular expression that all dialects read in the same way.
  ///   - isAlwaysText: whether no text of this form looks like a number, a Boolean or null to an editor.
  package init(_ name: String, _ pattern: String, isAlwaysText: Bool = false) {
    self.name = name
    self.pattern = pattern
    self.isAlwaysText = isAlwaysText
  }

  /// The form without some reserved words. Its pattern must begin with `^`.
  package func excluding(_ words: [String]) -> TextForm {
    TextForm(
      "\(name), and not a reserved word", "^(?!(\(words.joined(separator: "|")))$)\(pattern.dropFirst())",
      isAlwaysText: isAlwaysText)
  }

  /// Text that is not empty.
  package static let notEmpty = TextForm("text that is not empty", #"[\s\S]"#)
}
