import ErrataDiagnostics
import Testing

@testable import ErrataOutputs

struct BuiltInTemplateTests {
  @Test(arguments: BuiltInTemplate.allCases)
  func isValid(_ template: BuiltInTemplate) {
    #expect(template.read().diagnostics.map { DiagnosticFormat.text.render($0) } == [])
    #expect(template.read().template != nil)
  }

  /// A copy of a built-in template is a valid user template: it has a language, a file name and the mark.
  @Test(arguments: BuiltInTemplate.allCases)
  func canBeCopied(_ template: BuiltInTemplate) throws {
    let copy = SourceFile(path: "copy.mustache", bytes: Array(template.file.bytes))
    let (read, diagnostics) = readTemplate(copy)
    #expect(diagnostics.map { DiagnosticFormat.text.render($0) } == [])
    #expect(read != nil)
  }

  /// Built-in templates never write unescaped values.
  @Test(arguments: BuiltInTemplate.allCases)
  func leavesEscapingToTheLanguage(_ template: BuiltInTemplate) {
    let text = String(decoding: template.file.bytes, as: UTF8.self)
    #expect(!text.contains("{{{") && !text.contains("{{&"))
  }
}
