import ErrataDiagnostics
import ErrataTemplates
import ErrataText

/// A built-in template; the raw value is its name for `--template` and `errata templates show`.
package enum BuiltInTemplate: String, Sendable, CaseIterable {
  case go
  case html
  case kotlin
  case markdownIndex = "markdown-index"
  case markdownSurface = "markdown-surface"
  case python
  /// The next three in one file.
  case swift
  case swiftNamespace = "swift-namespace"
  case swiftReading = "swift-reading"
  case swiftSurface = "swift-surface"
  case typescript

  /// A short description of its output.
  package var summary: String {
    switch self {
    case .go: "Go errors, one package in one file, with the standard library alone"
    case .html: "one page with all codes and a search"
    case .kotlin: "Kotlin exceptions for Android and the JVM, one file, with Android's org.json"
    case .markdownIndex: "a Markdown page with the surfaces, the categories and all codes"
    case .markdownSurface: "a Markdown page for each surface"
    case .python: "Python exceptions with type hints, one module, without dependencies"
    case .swift: "Swift error types, one file"
    case .swiftNamespace: "the Swift code shared by all surfaces"
    case .swiftReading: "the Swift code that reads responses"
    case .swiftSurface: "the Swift code of a surface, one file for each"
    case .typescript: "TypeScript errors for browsers and servers, one module, without dependencies"
    }
  }

  /// The template as a file.
  package var file: SourceFile {
    SourceFile(path: "<built-in>/\(rawValue).mustache", bytes: Array(text.utf8))
  }

  private var text: String {
    switch self {
    case .go: EmbeddedTemplates.go
    case .html: EmbeddedTemplates.htmlPage
    case .kotlin: EmbeddedTemplates.kotlin
    case .markdownIndex: EmbeddedTemplates.markdownIndex
    case .markdownSurface: EmbeddedTemplates.markdownSurface
    case .python: EmbeddedTemplates.python
    case .swift: swiftInOneFile
    case .swiftNamespace: EmbeddedTemplates.swiftNamespace
    case .swiftReading: EmbeddedTemplates.swiftReading
    case .swiftSurface: EmbeddedTemplates.swiftSurface
    case .typescript: EmbeddedTemplates.typescript
    }
  }

  /// The output it belongs to.
  var kind: OutputKind {
    switch self {
    case .go: .go
    case .html: .html
    case .kotlin: .kotlin
    case .markdownIndex, .markdownSurface: .markdown
    case .python: .python
    case .swift, .swiftNamespace, .swiftReading, .swiftSurface: .swift
    case .typescript: .typescript
    }
  }

  /// The parsed template.
  package var template: CodeTemplate {
    // A test checks that every built-in template is valid.
    read().template!
  }

  func read() -> (template: CodeTemplate?, diagnostics: [Diagnostic]) {
    readTemplate(file, markedAs: kind.markForm)
  }

  /// The template `name`, or nil and a diagnostic that suggests the nearest name.
  package static func named(_ name: String) -> (template: BuiltInTemplate?, diagnostics: [Diagnostic]) {
    if let template = BuiltInTemplate(exactly: name) { return (template, []) }
    let names = allCases.map(\.rawValue)
    let hint = suggestion(for: name, among: names)
    return (
      nil,
      [
        Diagnostic(
          .unknownTemplate, "unknown built-in template `\(name)`",
          hint: hint ?? "the templates are \(names.joined(separator: ", ")); for your own file, write its path")
      ]
    )
  }
}

/// The namespace, the surfaces and the code that reads responses, with the header of the namespace.
private var swiftInOneFile: String {
  let parts = [EmbeddedTemplates.swiftSurface, EmbeddedTemplates.swiftReading].map { text in
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.drop { !$0.hasSuffix(" Foundation") }.dropFirst().joined(separator: "\n")
  }
  return EmbeddedTemplates.swiftNamespace + parts.joined()
}
