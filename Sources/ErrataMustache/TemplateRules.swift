import ErrataDiagnostics

extension RuleExample {
  /// A template, and the command that renders it.
  package static func template(_ text: String) -> RuleExample {
    .file("codes.txt.mustache", text, "errata generate shop.yaml --template codes.txt.mustache=out")
  }
}

extension Rule {
  /// `template-syntax`.
  package static let templateSyntax = Rule(
    "template-syntax", .error, in: .template, "A template has a syntax error, or uses a name in the wrong kind of tag.",
    explanation: """
      A tag or section is not closed, sections overlap, a tag is of an unsupported kind, or a name is used in the wrong kind of \
      tag, such as a list as text.
      """,
    reason: "The output would silently lack text, or be malformed.",
    example: .template(
      """
      {{% CONTENT_TYPE:JSON}}
      // {{generatedBy}}
      {{#surfaces}}
      {{title}}

      """),
    remedy: "Correct the tag at the position. The page about templates lists the tags and the kind of each name.")

  /// `unknown-name`.
  package static let unknownName = Rule(
    "unknown-name", .error, in: .template, "A template uses a name that does not exist at this place.",
    explanation:
      "The name is not in scope at this place in the template. Sections and lists bring their own names into scope.",
    reason: "The output would silently lack its value.",
    example: .template(
      """
      {{% CONTENT_TYPE:JSON}}
      // {{generatedBy}}
      {{#surfaces}}
      {{titel}}
      {{/surfaces}}

      """),
    remedy:
      "Correct the name, or move the tag to a place where the name is in scope. The page about templates lists all names."
  )
}
