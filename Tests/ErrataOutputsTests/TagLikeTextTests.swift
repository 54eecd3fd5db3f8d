import ErrataCatalog
import Testing
import TestSupport

@testable import ErrataOutputs

/// Text of a catalogue that looks like a template's tag is not interpreted.
struct TagLikeTextTests {
  private static let texts = [
    "{{name}}", "{{{name}}}", "{{#surfaces}}", "{{/surfaces}}", "{{^errors}}", "{{!no}}", "{{>x}}", "{{=|=}}", "}}",
    "{{.}}", "{{", "{{&code}}", "{{%X:Y}}", "{{last()}}",
  ]

  /// A catalogue with `text` in every place for free text.
  private func catalogue(with text: String) throws -> Catalog {
    try TestSupport.catalogue(
      """
      errata: 1
      name: Tags
      title: 'A \(text) title'
      version: 1.0.0
      description: 'A \(text) description'
      support: 'A \(text) support'
      categories:
        group: {title: 'A \(text) category', guidance: 'A \(text) guidance'}
      surfaces:
        api:
          title: 'A \(text) surface'
          endpoints: [/orders/*]
          response:
            carrier: json
            fields: {code: code, description: message, reference: {name: id, example: 'a\(text)b'}}
          errors:
            sold_out: {status: 409, description: 'A \(text) error', category: group}
            gone: {description: 'An \(text) old error', guidance: 'A \(text) own guidance', deprecated: {since: 1.0.0, note: 'A \(text) note'}}
          retired:
            lost: {since: 1.0.0, note: 'A \(text) retired note'}
      """)
  }

  /// A word of the same length that isn't in any template, so that lines wrap in the same places.
  private static func word(inPlaceOf text: String) -> String {
    String("qzjxqzvjqxzjqvxzjqvzxjqv".prefix(text.utf8.count))
  }

  /// The files of `kind`, without the line of the mark.
  private func output(_ kind: OutputKind, of catalog: Catalog) -> [String] {
    kind.output.files(for: catalog).map { file in
      file.contents.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.contains("Digest: ") }
        .joined(separator: "\n")
    }
  }

  @Test(arguments: OutputKind.allCases.filter { $0 != .markdown }, texts)
  func areVerbatim(_ kind: OutputKind, _ text: String) throws {
    let word = Self.word(inPlaceOf: text)
    let expected = output(kind, of: try catalogue(with: word)).map { output in
      output.replacing(word, with: kind == .html ? htmlEscaped(text) : text)
    }
    #expect(output(kind, of: try catalogue(with: text)) == expected)
  }

  /// Markdown escapes braces for Liquid, Vue and MDX, differently in text and in JSON.
  @Test(arguments: texts)
  func areVerbatimInMarkdown(_ text: String) throws {
    let word = Self.word(inPlaceOf: text)
    func plain(_ output: String) -> String {
      output.replacing("<wbr/>", with: "").replacing("&#123;", with: "{").replacing("\\u007b", with: "{")
        .replacing("\\u0025", with: "%").replacing("\\u0023", with: "#").replacing(/\\([^n])/) { $0.output.1 }
    }
    let expected = output(.markdown, of: try catalogue(with: word)).map { plain($0.replacing(word, with: text)) }
    #expect(output(.markdown, of: try catalogue(with: text)).map(plain) == expected)
  }
}
