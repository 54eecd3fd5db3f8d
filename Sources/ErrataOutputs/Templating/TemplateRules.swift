import ErrataDiagnostics
import ErrataMustache

extension Rule {
  /// The rules of templates, in the order of the documentation.
  package static let templateRules: [Rule] = [.templateSyntax, .unknownName, .templateHeader, .unknownTemplate]

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
