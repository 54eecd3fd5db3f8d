import ErrataDiagnostics

extension RuleExample {
  /// A template, and the command that fills it in.
  fileprivate static func template(_ text: String) -> RuleExample {
    .file("codes.txt.mustache", text, "errata generate shop.yaml --template codes.txt.mustache=out")
  }
}

extension Rule {
  /// The rules of templates, in the order of the documentation.
  package static let templateRules: [Rule] = [.templateSyntax, .unknownName, .templateHeader, .unknownTemplate]

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

  /// `template-header`.
  package static let templateHeader = Rule(
    "template-header", .error,
    "A template does not begin with its language, names an impossible file, or does not say that its result is generated.",
    explanation: """
      A template begins with the language that it writes, which decides how text is escaped. It may name its file, and it writes \
      `{{generatedBy}}` in a comment before all other text.
      """,
    reason: """
      Without the language, text could break out of a literal. Without the mark, errata would not replace its own file the next \
      time, since somebody could have written it.
      """,
    example: .template(
      """
      // {{generatedBy}}
      {{#surfaces}}
      {{title}}
      {{/surfaces}}

      """),
    remedy: "Begin the template as a built-in one does: `errata templates show kotlin`.")

  /// `unknown-template`.
  package static let unknownTemplate = Rule(
    "unknown-template", .error, "There is no built-in template of that name.",
    explanation: "A word without `/` and `.` is the name of a built-in template, and none has this name.",
    reason: "Nothing can be generated.",
    example: .commands("errata generate shop.yaml --template kotlyn=out"),
    remedy: "Run `errata templates list` for the names. For a file of yours in the same folder, write `./name`.")
}
