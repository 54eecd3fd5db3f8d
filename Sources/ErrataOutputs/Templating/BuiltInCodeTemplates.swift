import ErrataDiagnostics
import ErrataTemplates

/// A template that comes with the tool.
public struct BuiltInCodeTemplate: Sendable {
  /// What `--template` and `errata templates show` call it.
  public let name: String
  /// What it makes, in a few words.
  public let summary: String
  /// As it was read.
  public let file: SourceFile

  /// Every one, in the order of their names.
  public static let all = [
    BuiltInCodeTemplate("kotlin", "Kotlin exceptions for the JVM, one file, without dependencies"),
    BuiltInCodeTemplate("python", "Python exceptions with type hints, one module, without dependencies"),
    BuiltInCodeTemplate("typescript", "TypeScript errors for browsers and servers, one module, without dependencies"),
  ]

  private init(_ name: String, _ summary: String) {
    self.name = name
    self.summary = summary
    file = SourceFile(path: "<built-in>/\(name).mustache", bytes: Array((BuiltInTemplates.code[name] ?? "").utf8))
  }

  /// The template called `name`, or nil and a diagnostic with the nearest name.
  public static func named(_ name: String) -> (template: BuiltInCodeTemplate?, diagnostics: [Diagnostic]) {
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
