import ErrataDiagnostics
import ErrataMustache

extension Rule {
  /// The rules of templates, in documentation order.
  package static let templateRules: [Rule] = [.templateSyntax, .unknownName, .templateHeader, .unknownTemplate]

  /// `template-header`.
  package static let templateHeader = Rule(
    "template-header", .error, in: .template,
    "A template does not begin with its language, has an invalid file name, or lacks the mark of generated files.",
    explanation: """
      A template begins with its language, which determines how text is escaped. It may name its file, and it must write \
      `{{generatedBy}}` in a comment before all other text.
      """,
    reason: """
      Without the language, text could break out of a literal. Without the mark, errata would refuse to replace the file the next \
      time, since it could be handwritten.
      """,
    example: .template(
      """
      // {{generatedBy}}
      {{#surfaces}}
      {{title}}
      {{/surfaces}}

      """),
    remedy: "Write the header of a built-in template: see `errata templates show kotlin`.")

  /// `unknown-template`.
  package static let unknownTemplate = Rule(
    "unknown-template", .error, in: .template, "There is no built-in template with that name.",
    explanation: "A name without `/` and `.` refers to a built-in template, and none has this name.",
    reason: "Nothing can be generated.",
    example: .commands("errata generate shop.yaml --template kotlyn=out"),
    remedy: "Run `errata templates list` to see the names. For your own file in the current folder, write `./name`.")
}
