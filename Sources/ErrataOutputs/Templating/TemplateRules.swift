import ErrataDiagnostics
import ErrataMustache

extension Rule {
  /// `template-header`.
  package static let templateHeader = Rule(
    "template-header", .error,
    "A template does not begin with its language, names a file that cannot be, or does not say that its result is generated."
  )
  /// `unknown-template`.
  package static let unknownTemplate = Rule("unknown-template", .error, "No built-in template has that name.")

  /// The rules of templates, in the order of the documentation.
  package static let templateRules: [Rule] = [.templateSyntax, .unknownName, .templateHeader, .unknownTemplate]
}
