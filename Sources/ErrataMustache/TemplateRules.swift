import ErrataDiagnostics

extension RuleExample {
  /// A template, and the command that fills it in.
  package static func template(_ text: String) -> RuleExample {
    .file("codes.txt.mustache", text, "errata generate shop.yaml --template codes.txt.mustache=out")
  }
}

extension Rule {
  /// `template-syntax`.
  package static let templateSyntax = Rule(
    "template-syntax", .error, "A template is not Mustache, or uses a name for what it is not.",
    explanation: """
      A tag or section is not closed, sections overlap, a tag is of a kind that templates do not have, or a name is used for \
      what it is not, such as a list as text.
      """,
    reason: "The result would silently lack text, or be unreadable.",
    example: .template(
      """
      {{% CONTENT_TYPE:JSON}}
      // {{generatedBy}}
      {{#surfaces}}
      {{title}}

      """),
    remedy: "Correct the tag at the position. The page about templates lists the tags, and what each name is for.")

  /// `unknown-name`.
  package static let unknownName = Rule(
    "unknown-name", .error, "A template uses a name that does not exist there.",
    explanation:
      "The name is not known at this place in the template. Inside a section or list other names are known than outside.",
    reason: "Nothing would be written in its place.",
    example: .template(
      """
      {{% CONTENT_TYPE:JSON}}
      // {{generatedBy}}
      {{#surfaces}}
      {{titel}}
      {{/surfaces}}

      """),
    remedy: "Correct the name, or move the tag to where the name is known. The page about templates lists all names.")
}
