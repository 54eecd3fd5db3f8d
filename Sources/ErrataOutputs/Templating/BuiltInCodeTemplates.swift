import ErrataDiagnostics
import ErrataTemplates
import ErrataText

/// A template that comes with the tool.
package struct BuiltInCodeTemplate: Sendable {
  /// What `--template` and `errata templates show` call it.
  package let name: String
  /// What it makes, in a few words.
  package let summary: String
  /// As it was read.
  package let file: SourceFile
  private let form: MarkForm

  /// Every one, in the order of their names.
  package static let all = [
    BuiltInCodeTemplate("kotlin", "Kotlin exceptions for the JVM, one file, without dependencies", comment: "// "),
    BuiltInCodeTemplate(
      "python", "Python exceptions with type hints, one module, without dependencies", comment: "# "),
    BuiltInCodeTemplate(
      "typescript", "TypeScript errors for browsers and servers, one module, without dependencies", comment: "// "),
  ]

  private init(_ name: String, _ summary: String, comment: String) {
    self.name = name
    self.summary = summary
    form = .firstLine(comment)
    file = SourceFile(path: "<built-in>/\(name).mustache", bytes: Array((BuiltInTemplates.code[name] ?? "").utf8))
  }

  /// The template, read. A test reads every one without a diagnostic.
  package func read() -> (template: CodeTemplate?, diagnostics: [Diagnostic]) {
    readTemplate(file, markedAs: form)
  }

  /// The template called `name`, or nil and a diagnostic with the nearest name.
  package static func named(_ name: String) -> (template: BuiltInCodeTemplate?, diagnostics: [Diagnostic]) {
    if let template = all.first(where: { $0.name == name }) { return (template, []) }
    let names = all.map(\.name)
    let hint = nearestName(to: name, among: names).map { "did you mean `\($0)`?" }
    return (
      nil,
      [
        Diagnostic(
          .unknownTemplate, "there is no built-in template `\(name)`",
          hint: hint ?? "there are \(names.joined(separator: ", ")); a file of yours is named by its path")
      ]
    )
  }
}
