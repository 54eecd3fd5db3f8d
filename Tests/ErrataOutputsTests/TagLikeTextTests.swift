import ErrataCatalog
import Testing
import TestSupport

@testable import ErrataOutputs

/// Texts of a catalogue that look like tags of a template come out as texts.
struct TagLikeTextTests {
  private static let texts = [
    "{{name}}", "{{{name}}}", "{{#surfaces}}", "{{/surfaces}}", "{{^errors}}", "{{!no}}", "{{>x}}", "{{=|=}}", "}}",
    "{{.}}", "{{", "{{&code}}", "{{%X:Y}}", "{{last()}}",
  ]

  /// A catalogue that has `text` wherever people write what they like.
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

  /// A word that is in no template, of the same length, so that lines break at the same places.
  private static func word(inPlaceOf text: String) -> String {
    String("qzjxqzvjqxzjqvxzjqvzxjqv".prefix(text.utf8.count))
  }

  /// What `kind` makes, as it would be without the escapes of braces.
  private func output(_ kind: OutputKind, of catalog: Catalog) -> [String] {
    kind.output.files(for: catalog).map { file in
      file.contents.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.contains("Digest: ") }
        .joined(separator: "\n")
    }
  }

  @Test(arguments: OutputKind.allCases.filter { $0 != .markdown }, texts)
  func comeOutAsTexts(_ kind: OutputKind, _ text: String) throws {
    let word = Self.word(inPlaceOf: text)
    let expected = output(kind, of: try catalogue(with: word)).map { output in
      output.replacing(word, with: kind == .html ? htmlEscaped(text) : text)
    }
    // The rows of Swift's table have escapes of their own.
    let found = output(kind, of: try catalogue(with: text)).map { output in
      kind == .swift ? output.replacing("%7C", with: "|").replacing("%25", with: "%") : output
    }
    #expect(found == expected)
  }

  /// Markdown keeps braces apart for Liquid, Vue and MDX, in one way in texts and in another in JSON.
  @Test(arguments: texts)
  func comeOutAsTextsOfMarkdown(_ text: String) throws {
    let word = Self.word(inPlaceOf: text)
    func plain(_ output: String) -> String {
      output.replacing("<wbr/>", with: "").replacing("&#123;", with: "{").replacing("\\u007b", with: "{")
        .replacing("\\u0025", with: "%").replacing("\\u0023", with: "#").replacing(/\\([^n])/) { $0.output.1 }
    }
    let expected = output(.markdown, of: try catalogue(with: word)).map { plain($0.replacing(word, with: text)) }
    #expect(output(.markdown, of: try catalogue(with: text)).map(plain) == expected)
  }
}
