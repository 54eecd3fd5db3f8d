import ErrataDiagnostics
import ErrataYAML
import Mustache

/// A template that turns a catalogue into source code, or any other text: one file for the catalogue, or one for each surface.
package struct CodeTemplate: Sendable {
  let template: MustacheTemplate
  let fileName: FileNamePattern
  /// Where it puts the mark.
  let form: MarkForm
}

/// Reads a template of a user's: checks its header and every name in it, and parses it.
/// - Returns: the template, or nil where there is a problem; and all problems, in the order of the text.
package func readTemplate(_ file: SourceFile) -> (template: CodeTemplate?, diagnostics: [Diagnostic]) {
  readTemplate(file, markedAs: nil)
}

/// - Parameter form: where the template puts the mark; nil to see it from the template.
func readTemplate(
  _ file: SourceFile, markedAs form: MarkForm?
) -> (template: CodeTemplate?, diagnostics: [Diagnostic]) {
  guard file.bytes.count <= CodeTemplate.maximumLength else {
    let message = "a template has more than \(CodeTemplate.maximumLength >> 20) MiB"
    return (
      nil,
      [Diagnostic(.tooLarge, message, at: SourceLocation(file: file, start: .start), hint: "say it in fewer words")]
    )
  }
  guard let text = String(validating: file.bytes, as: UTF8.self) else {
    let location = SourceLocation(file: file, start: .start)
    return (nil, [Diagnostic(.notUTF8, "the template is not UTF-8", at: location, hint: "save it as UTF-8")])
  }
  let tags = templateTags(in: text)
  var header = TemplateHeader(file)
  header.read(tags, text)
  var check = TemplateCheck(file, CatalogView.fields.shapes)
  check.check(tags)
  let diagnostics = (header.diagnostics + check.diagnostics).inSourceOrder()
  guard !diagnostics.hasErrors, let fileName = header.fileName, let form = form ?? header.form else {
    return (nil, diagnostics)
  }

  Escaper.registerAll()
  do {
    let template = CodeTemplate(template: try MustacheTemplate(string: text), fileName: fileName, form: form)
    return (template, diagnostics)
  } catch {
    let context = (error as? MustacheTemplate.ParserError)?.context
    let position = context.map { SourcePosition(line: UInt32($0.lineNumber), column: UInt32($0.columnNumber)) }
    let location = SourceLocation(file: file, start: position ?? .start)
    return (
      nil,
      [
        Diagnostic(
          .templateSyntax, "this is not Mustache", at: location, hint: "docs/templates.md has the tags there are")
      ]
    )
  }
}

extension CodeTemplate {
  static let maximumLength = 1 << 20
}
