import ErrataDiagnostics
import ErrataYAML
import Testing

struct NodeDecoderTests {
  private func decoder(_ text: String) throws -> (NodeDecoder, Node) {
    let file = SourceFile(path: "x.yaml", bytes: Array(text.utf8))
    let (root, diagnostics) = readYAML(file)
    #expect(diagnostics.isEmpty)
    return (NodeDecoder(SourceSet([file])), try #require(root))
  }

  @Test(
    arguments: [
      ("0", 0), ("404", 404), ("0404", nil), ("+1", nil), ("-1", nil), ("4.0", nil), ("٤", nil), ("''", nil),
      ("99999999999999999999", nil),
    ] as [(String, Int?)])
  func decodesDecimalNumbers(_ text: String, _ number: Int?) throws {
    var (nodes, root) = try decoder(text)
    #expect(nodes.number(root, "it") == number)
    #expect(nodes.diagnostics.map(\.rule) == (number == nil ? [.wrongType] : []))
  }

  @Test(arguments: [("true", true), ("false", false), ("yes", nil), ("True", nil), ("1", nil)] as [(String, Bool?)])
  func decodesOnlyTrueAndFalse(_ text: String, _ flag: Bool?) throws {
    var (nodes, root) = try decoder(text)
    #expect(nodes.flag(root, "it") == flag)
    #expect(nodes.diagnostics.map(\.rule) == (flag == nil ? [.wrongType] : []))
  }

  @Test func decodesASingleStringAsAListOfOne() throws {
    var (nodes, root) = try decoder("one")
    #expect(nodes.items(root, "it")?.count == 1)
    #expect(nodes.diagnostics.isEmpty)
  }

  @Test func dropsTrailingLineBreaksOfABlock() throws {
    var (nodes, root) = try decoder("|+\n  one\n\n  two\n\n\n")
    #expect(nodes.text(root, "it") == "one\n\ntwo")
  }

  @Test func doesNotReportAMisspelledKeyAsMissing() throws {
    var (nodes, root) = try decoder("titel: x")
    let isMapping = nodes.checkKeys(root, "it", required: ["title", "name"], names: ["title", "name"])
    #expect(isMapping)
    #expect(nodes.diagnostics.map(\.message) == ["unknown key `titel` in it", "missing key `name` in it"])
  }
}
