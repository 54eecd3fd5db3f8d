import ErrataDiagnostics

extension Rule {
  /// `template-syntax`.
  package static let templateSyntax = Rule(
    "template-syntax", .error, "A template is not Mustache, or uses a name in a way that it is not for.")
  /// `unknown-name`.
  package static let unknownName = Rule(
    "unknown-name", .error, "A template uses a name that stands for nothing there.")
}
