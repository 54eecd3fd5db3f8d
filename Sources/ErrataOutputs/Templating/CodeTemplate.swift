import ErrataCatalog
import ErrataDiagnostics
import ErrataMustache

/// A template that generates source code or other text from a catalogue: one file for the catalogue, or one for each surface.
package struct CodeTemplate: Sendable {
  /// Whether there is a file for each surface.
  let isPerSurface: Bool
  /// - Parameter surfaces: the surfaces of the file.
  let file: @Sendable (Catalog, [Surface]) -> OutputFile

  static let maximumLength = 1 << 20

  fileprivate init<View: FileView>(_ template: FileTemplate<View>) {
    isPerSurface = template.fileName.isPerSurface
    file = { template.file(View($0, surfaces: $1), $0, $1) }
  }
}

/// A template with a statically known view.
struct FileTemplate<View: FileView>: Sendable {
  fileprivate let template: Template<View>
  fileprivate let language: any Language
  fileprivate let fileName: FileNamePattern
  /// The position of the mark in its output.
  fileprivate let form: MarkForm

  /// - Parameter surfaces: the surfaces of the file.
  func file(_ view: View, _ catalog: Catalog, _ surfaces: [Surface]) -> OutputFile {
    OutputFile(
      path: fileName.fileName(catalog, surfaces.first), contents: template.render(view, in: language), markedAs: form)
  }
}

/// Reads a user's template, checking its header and every name in it.
/// - Returns: the template, or nil if it has errors; and its diagnostics, in source order.
package func readTemplate(_ file: SourceFile) -> (template: CodeTemplate?, diagnostics: [Diagnostic]) {
  readTemplate(file, markedAs: nil)
}

/// - Parameter form: the position of the mark in its output; nil to infer it from the template.
func readTemplate(
  _ file: SourceFile, markedAs form: MarkForm?
) -> (template: CodeTemplate?, diagnostics: [Diagnostic]) {
  guard file.bytes.count <= CodeTemplate.maximumLength else {
    let message = "the template is too large: the limit is \(CodeTemplate.maximumLength >> 20) MiB"
    return (
      nil,
      [
        Diagnostic(
          .tooLarge, message, at: SourceLocation(file: file, start: .start), hint: "split it into smaller templates")
      ]
    )
  }
  guard String(validating: file.bytes, as: UTF8.self) != nil else {
    let location = SourceLocation(file: file, start: .start)
    return (nil, [Diagnostic(.notUTF8, "the template is not valid UTF-8", at: location, hint: "save it as UTF-8")])
  }
  let tags = tags(of: file)
  let header = TemplateHeader(file, tags, markedAs: form)
  return switch header.language {
  case .swift: erased(FileTemplate<SwiftCatalogView>.read(file, tags, header))
  case .markdown: erased(FileTemplate<MarkdownCatalogView>.read(file, tags, header))
  case .html: erased(FileTemplate<HTMLCatalogView>.read(file, tags, header))
  case .kotlin: erased(FileTemplate<KotlinCatalogView>.read(file, tags, header))
  case .go: erased(FileTemplate<GoCatalogView>.read(file, tags, header))
  case .python: erased(FileTemplate<PythonCatalogView>.read(file, tags, header))
  case .typescript: erased(FileTemplate<TypeScriptCatalogView>.read(file, tags, header))
  case .json, .plain, nil: erased(FileTemplate<CatalogView>.read(file, tags, header))
  }
}

private func erased<View: FileView>(
  _ result: (template: FileTemplate<View>?, diagnostics: [Diagnostic])
) -> (template: CodeTemplate?, diagnostics: [Diagnostic]) {
  (result.template.map(CodeTemplate.init), result.diagnostics)
}

extension FileTemplate {
  fileprivate static func read(
    _ file: SourceFile, _ tags: [Tag], _ header: TemplateHeader
  ) -> (template: Self?, diagnostics: [Diagnostic]) {
    let (template, templateDiagnostics) = Template<View>.read(file, tags)
    let diagnostics = (header.diagnostics + templateDiagnostics).inSourceOrder()
    guard !diagnostics.hasErrors, let template, let language = header.language, let fileName = header.fileName,
      let form = header.form
    else { return (nil, diagnostics) }
    return (FileTemplate(template: template, language: language.language, fileName: fileName, form: form), diagnostics)
  }

  /// A built-in template. Its view must be `View`.
  init(_ builtIn: BuiltInTemplate) {
    let file = builtIn.file
    let tags = tags(of: file)
    // A test checks that every built-in template is valid.
    self = Self.read(file, tags, TemplateHeader(file, tags, markedAs: builtIn.kind.markForm)).template!
  }
}
