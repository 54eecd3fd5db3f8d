import ErrataDiagnostics
import ErrataYAML
import Testing

/// The comments `# errata: allow RULE`, and what only looks like one.
struct AllowanceTests {
  /// A text, and its allowances as `rule line:column > line that is allowed`.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let allowances: [String]

    init(_ name: String, _ text: String, _ allowances: String...) {
      self.name = name
      self.text = text
      self.allowances = allowances
    }

    var testDescription: String { name }
  }

  static let comments: [Case] = [
    Case("on the line", "a: b # errata: allow x", "x 1:22 > 1"),
    Case("above", "# errata: allow x\na: b\n", "x 1:17 > 2"),
    Case("above, indented", "a:\n  # errata: allow x\n  b: c\n", "x 2:19 > 3"),
    Case(
      "above other comments", "# errata: allow x\n# Because.\n  # errata: allow y\na: b", "x 1:17 > 4", "y 3:19 > 4"),
    Case("above an empty line", "# errata: allow x\n\na: b", "x 1:17 > 2"),
    Case("at the end", "a: b\n# errata: allow x", "x 2:17 > 3"),
    Case("several rules", "a: b # errata: allow x, y,z  ,\tw", "x 1:22 > 1", "y 1:25 > 1", "z 1:27 > 1", "w 1:32 > 1"),
    Case("with a reason", "a: b # errata: allow x, y because of z, w", "x 1:22 > 1", "y 1:25 > 1"),
    Case("without a name", "a: b # errata: allow", " 1:6 > 1"),
    Case("with a comma only", "a: b # errata: allow ,", " 1:6 > 1"),
    Case("after another comment", "a: b # why # errata: allow x # errata: allow y", "x 1:28 > 1", "y 1:46 > 1"),
    Case("without a space", "a: b #errata: allow x", "x 1:21 > 1"),
    Case("after a tab", "a: b\t#\terrata: allow\tx", "x 1:22 > 1"),
    Case("with other white space", "a: b # errata:allow x\nc: d #   errata:  \tallow  y", "x 1:21 > 1", "y 2:27 > 2"),
    Case("after half of one", "a: b # errata: # errata: allow x", "x 1:32 > 1"),
    Case("after a list's dash", "- # errata: allow x\n  a: b\n- c # errata: allow y", "x 1:19 > 1", "y 3:21 > 3"),
    Case(
      "in a flow mapping", "a: {b: c, # errata: allow x\n  # errata: allow y\n  d: [e] # errata: allow z\n}",
      "x 1:27 > 1", "y 2:19 > 3", "z 3:26 > 3"),
    Case("after a key", "a: # errata: allow x\n  b: c", "x 1:20 > 1"),
    Case("after a quoted text", "a: 'b' # errata: allow x\nb: \"c\" # errata: allow y", "x 1:24 > 1", "y 2:24 > 2"),
    Case(
      "after a text of several lines", "a: b\n  c # errata: allow x\nd: 'e\n  # f' # errata: allow y", "x 2:21 > 2",
      "y 4:24 > 4"),
    Case(
      "beside the start of a block", "a: | # errata: allow x\n  b\nc: >- # errata: allow y\n  d", "x 1:22 > 1",
      "y 3:23 > 3"),
    Case("beside an empty block", "a: | # errata: allow x", "x 1:22 > 1"),
    Case("after a block", "a: |\n  b\n# errata: allow x\nc: d", "x 3:17 > 4"),
    Case("after a block, indented less", "a:\n  b: >\n    c\n\n  # errata: allow x\n  d: e", "x 5:19 > 6"),
    Case("after characters of several bytes", "ä🙂: 'é' # errata: allow xé", "xé 1:25 > 1"),
    Case("with CR LF", "# errata: allow x\r\na: b # errata: allow y\r\n", "x 1:17 > 2", "y 2:22 > 2"),
    Case("with CR", "# errata: allow x\ra: b", "x 1:17 > 2"),
    Case("after a byte order mark", "\u{FEFF}# errata: allow x\na: b", "x 1:17 > 2"),
    Case("after the end of the document", "a: b\n...\n# errata: allow x\n", "x 3:17 > 4"),
  ]

  static let texts: [Case] = [
    Case("in a literal block", "a: |\n  # errata: allow x\n  b # errata: allow y\n"),
    Case("in a folded block", "a: >\n\n  b\n  # errata: allow x\n\n  # errata: allow y\nc: d"),
    Case("in a block in a list", "- |\n  # errata: allow x\n- >+\n  # errata: allow y\n\n"),
    Case("in single quotes", "a: 'b # errata: allow x'"),
    Case("in double quotes", "a: \"# errata: allow x\\\" # errata: allow y\""),
    Case("in quotes of several lines", "a: \"b\n  # errata: allow x\n  c\"\nd: 'e\n\n  # errata: allow y'"),
    Case("in a quoted key", "'a # errata: allow x': b"),
    Case("in a flow list", "[' # errata: allow x', \" # errata: allow y\"]"),
    Case(
      "another word", "a: b # errata: allowed x\nc: d # errata: allow-x\ne: f # Errata: allow x\ng: h # errata allow x"),
  ]

  @Test(arguments: comments + texts)
  func areFound(_ item: Case) throws {
    let file = SourceFile(path: "a.yaml", bytes: Array(item.text.utf8))
    let (root, diagnostics) = readYAML(file)
    #expect(diagnostics.isEmpty)
    let allowances = readAllowances(in: file, try #require(root)).map {
      "\($0.rule) \($0.location.start.line):\($0.location.start.column) > \($0.line)"
    }
    #expect(allowances == item.allowances)
  }

  @Test func haveARange() throws {
    let file = SourceFile(path: "a.yaml", bytes: Array("a: b # errata: allow one, two".utf8))
    let ranges = readAllowances(in: file, try #require(readYAML(file).root)).map {
      "\($0.location.start.column)-\($0.location.end.column)"
    }
    #expect(ranges == ["22-25", "27-30"])
  }

  /// Each of many comments, on one line or on many, is read once.
  @Test func canBeMany() throws {
    let count = 10_000
    let lines = (0..<count).map { "k\($0): ' # errata: allow x' # errata: allow y\n" }.joined()
    let line =
      "[" + String(repeating: "' # errata: allow x', ", count: count) + "z] "
      + String(repeating: "# errata: allow y ", count: count)
    for text in [lines, line] {
      let file = SourceFile(path: "a.yaml", bytes: Array(text.utf8))
      let allowances = readAllowances(in: file, try #require(readYAML(file).root))
      #expect(allowances.count == count && allowances.allSatisfy { $0.rule == "y" })
    }
  }
}
