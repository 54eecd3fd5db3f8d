import ErrataDiagnostics

extension Rule {
  /// `template-syntax`.
  package static let templateSyntax = Rule(
    "template-syntax", .error, "A template is not Mustache, or uses a name in a way that it is not for.")
  /// `unknown-name`.
  package static let unknownName = Rule("unknown-name", .error, "A template uses a name that stands for nothing there.")
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
