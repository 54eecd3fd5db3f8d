import ErrataDiagnostics
import ErrataTemplates
import ErrataText

/// A template that comes with the tool, by the name that `--template` and `errata templates show` call it.
package enum BuiltInTemplate: String, Sendable, CaseIterable {
  case html
  case kotlin
  case markdownIndex = "markdown-index"
  case markdownSurface = "markdown-surface"
  case python
  /// The three that follow in one file.
  case swift
  case swiftNamespace = "swift-namespace"
  case swiftReading = "swift-reading"
  case swiftSurface = "swift-surface"
  case typescript

  /// What it makes, in a few words.
  package var summary: String {
    switch self {
    case .html: "one page with every code, that searches itself"
    case .kotlin: "Kotlin exceptions for the JVM, one file, without dependencies"
    case .markdownIndex: "a Markdown page with the surfaces, categories and all codes"
    case .markdownSurface: "a Markdown page for each surface"
    case .python: "Python exceptions with type hints, one module, without dependencies"
    case .swift: "Swift error types, one file"
    case .swiftNamespace: "the Swift that the surfaces share"
    case .swiftReading: "the Swift that reads responses"
    case .swiftSurface: "the Swift of a surface, a file for each"
    case .typescript: "TypeScript errors for browsers and servers, one module, without dependencies"
    }
  }

  /// The template as a file.
  package var file: SourceFile {
    SourceFile(path: "<built-in>/\(rawValue).mustache", bytes: Array(text.utf8))
  }

  private var text: String {
    switch self {
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

  /// The output that it belongs to.
  var kind: OutputKind {
    switch self {
    case .html: .html
    case .kotlin: .kotlin
    case .markdownIndex, .markdownSurface: .markdown
    case .python: .python
    case .swift, .swiftNamespace, .swiftReading, .swiftSurface: .swift
    case .typescript: .typescript
    }
  }

  /// The template, read.
  package var template: CodeTemplate {
    // A test reads every one without a diagnostic.
    read().template!
  }

  func read() -> (template: CodeTemplate?, diagnostics: [Diagnostic]) {
    readTemplate(file, markedAs: kind.markForm)
  }

  /// The template called `name`, or nil and a diagnostic with the nearest name.
  package static func named(_ name: String) -> (template: BuiltInTemplate?, diagnostics: [Diagnostic]) {
    if let template = BuiltInTemplate(exactly: name) { return (template, []) }
    let names = allCases.map(\.rawValue)
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

/// The namespace, the surfaces and what reads responses, under the head of the namespace.
private var swiftInOneFile: String {
  let parts = [EmbeddedTemplates.swiftSurface, EmbeddedTemplates.swiftReading].map { text in
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.drop { !$0.hasSuffix(" Foundation") }.dropFirst().joined(separator: "\n")
  }
  return EmbeddedTemplates.swiftNamespace + parts.joined()
}
