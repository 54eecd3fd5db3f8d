import ErrataCatalog
import ErrataDiagnostics
import Testing
import TestSupport

@testable import ErrataOutputs

struct CodeTemplateReadingTests {
  private static let head = "{{% CONTENT_TYPE:TEXT}}\n{{! file: out.txt }}\n# {{generatedBy}}\n"

  private func read(_ text: String, path: String = "my.txt.mustache") -> (
    template: CodeTemplate?, diagnostics: [Diagnostic]
  ) {
    readTemplate(SourceFile(path: path, bytes: Array(text.utf8)))
  }

  private func render(_ text: String, _ catalogue: TestCatalogue = .bankID) throws -> [OutputFile] {
    let (template, diagnostics) = read(text)
    #expect(diagnostics.isEmpty)
    return TemplateOutput(try #require(template)).files(for: try catalogue.read())
  }

  /// One case for each mistake.
  private static let mistakes = [
    "", "{{name}}", "{{% CONTENT_TYPE:KOTLYN}}\n{{! file: a.kt }}\n// {{generatedBy}}", "{{% X:Y}}\n# {{generatedBy}}",
    "{{% CONTENT_TYPE:TEXT}}\n{{! file: {nam}.txt }}\n# {{generatedBy}}",
    "{{% CONTENT_TYPE:TEXT}}\n{{! file: ../{name} }}\n# {{generatedBy}}",
    "{{% CONTENT_TYPE:TEXT}}\nThis is {{generatedBy}}",
    head + "{{#surfaces}}\n  {{titel}} {{#errors}}{{descripton}} {{code.x}}{{/errors}}\n{{/surfaces}}",
    head + "{{surfaces}} {{hasCategories}} {{.}}", head + "{{#surfaces}}{{.}}{{/surfaces}}",
    head + "{{#surfaces}}", head + "{{/surfaces}}", head + "{{#surfaces}}{{#errors}}{{/surfaces}}", head + "{{name",
    head + "{{> other}}",
    head + "{{=<% %>=}}", head + "{{last()}} {{#surfaces}}{{^lst()}},{{/lst()}}{{/surfaces}} {{shout(name)}}",
    head + "{{name!}}", head + String(repeating: "{{#surfaces}}", count: 40),
  ]

  @Test func reportsMistakes() throws {
    let reports = Self.mistakes.map { text in
      let (template, diagnostics) = read(text)
      #expect(template == nil && diagnostics.hasErrors, "\(text)")
      return "---\n\(text.prefix(200))\n---\n" + diagnostics.map { DiagnosticFormat.text.render($0) }.joined()
    }
    try expectGolden(reports.joined(separator: "\n"), "goldens/template-mistakes.txt")
  }

  @Test func writesOneFileForTheCatalogueOrForEachSurface() throws {
    let body = "{{#surfaces}}{{key}} {{/surfaces}}\n"
    let mark = "{{% CONTENT_TYPE:TEXT}}\n# {{generatedBy}}\n"
    #expect(try render(mark + body).map(\.path) == ["my.txt"])
    #expect(
      try render("{{% CONTENT_TYPE:TEXT}}\n{{! file: {name}.{module} }}\n# {{generatedBy}}\n").map(\.path) == [
        "BankIDCSC.bankidcsc"
      ])
    let files = try render("{{% CONTENT_TYPE:TEXT}}\n{{! file: {type}-{surface}.txt }}\n# {{generatedBy}}\n" + body)
    #expect(files.map(\.path) == ["CSC-csc.txt", "OAuthToken-oauth-token.txt", "OAuthAuthorize-oauth-authorize.txt"])
    #expect(files.map { $0.contents.split(separator: "\n").last } == ["csc ", "oauth_token ", "oauth_authorize "])
  }

  @Test func rendersListsSectionsTextsAndPositions() throws {
    let template =
      Self.head
        + """
        {{#surfaces}}
        {{#errors}}
        {{#deprecated}}
        {{code}} {{deprecatedIn}} {{#replacement}}{{.}}{{/replacement}}{{^replacement}}none{{/replacement}} {{uppercased(constant)}}
        {{/deprecated}}
        {{/errors}}
        {{/surfaces}}
        {{#recoveries}}{{key}}{{^last()}},{{/last()}}{{/recoveries}}

        """
    let file = try #require(try render(template, .nasty).first)
    #expect(
      file.contents.split(separator: "\n").dropFirst() == [
        "old 2.0.0 own OLD", "older 1.0.0 none OLDER", "oldest 1.0.0 default OLDEST",
        "correct_request,authenticate,request_access,restart_flow,retry_later,contact_support",
      ])
  }

  @Test(arguments: TestCatalogue.allCases)
  func assignsUniqueConstants(_ catalogue: TestCatalogue) throws {
    let catalog = try catalogue.read()
    for surface in catalog.surfaces {
      #expect(Set(ErrorView.all(of: surface, in: catalog).map(\.constant)).count == surface.errors.count)
    }
  }

  @Test func constantsAreUniqueAndPortable() {
    var constants = ConstantNames()
    let codes = [
      "invalid_xml", "invalidXML", "INVALID-XML", "404", "größe", "ｇröße", "x²", "x", "-", "__proto__", "エラー",
    ]
    let names = codes.map { constants.name(for: $0) }
    #expect(
      names == [
        "INVALID_XML", "INVALID_XML_2", "INVALID_XML_3", "CODE_404", "GRÖSSE", "GRÖSSE_2", "X2", "X", "CODE_", "PROTO",
        "エラー",
      ])
  }

  /// The time must not be quadratic in the number of equal names.
  @Test func numbersManyEqualConstants() {
    var constants = ConstantNames()
    let names = (["a_3", "a_20000"] + Array(repeating: "a-", count: 40_000)).map { constants.name(for: $0) }
    #expect(names.prefix(5) == ["A_3", "A_20000", "A", "A_2", "A_4"])
    #expect(names.last == "A_40002" && Set(names).count == names.count)
  }

  @Test(arguments: [
    ("a */ b /* c", "a * / b / * c"), ("/*/", "/ * /"), ("*/\u{301}", "* /\u{301}"), ("\"\"\"\" '''", "\"\" \"\" '' '"),
    ("-->", "-- >"),
    (#"\u0041"#, #"\ u0041"#), ("a\n b\u{202E}", "a b\u{FFFD}"), ("plain", "plain"),
  ])
  func commentsStayClosed(_ text: String, _ comment: String) {
    #expect(commentText(text) == comment)
  }

  @Test func kotlinLiteralsNeedNotBeSafeInComments() {
    #expect(KotlinLanguage().literal(#"/*/a"$\"#) == #""/*/a\"\$\\""#)
  }

  @Test(
    arguments: [
      (.kotlin, #"a"$\"#, #"a\"\$\\"#), (.kotlin, "*/ /*", #"*\u002F /\u002A"#),
      (.kotlin, "\0\u{E0001}", #"\u0000\uDB40\uDC01"#),
      (.go, "a\"`\\\n", #"a\"`\\\n"#), (.go, "\0\u{E0001}\u{FEFF}", #"\u0000\U000E0001\uFEFF"#),
      (.typescript, "'`\"${}", #"\'\`\"$\{}"#), (.typescript, "</script>*/\u{2028}", #"<\/script>*\/\u2028"#),
      (.python, "\"'\\\n\u{E0001}\u{7F}", #"\"\'\\\n\U000E0001\u007F"#), (.json, "\"\\/\t\u{0}", #"\"\\/\t\u0000"#),
      (.json, "\u{9B}\u{202E}\u{E0001}é", #"\u009b\u202e\udb40\udc01é"#), (.plain, "<\"'", "<\"'"),
    ] as [(TemplateLanguage, String, String)])
  func escapes(_ language: TemplateLanguage, _ text: String, _ literal: String) {
    #expect(language.language.text(text) == literal)
  }
}
