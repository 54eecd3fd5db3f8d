import ErrataCatalog
import ErrataDiagnostics
import Testing
import TestSupport

struct CatalogReadingTests {
  @Test(arguments: TestCatalogue.allCases)
  func readsWithoutObjection(_ catalogue: TestCatalogue) throws {
    #expect(try catalogue.read().codeCount > 0)
  }

  @Test func readsEveryField() throws {
    let catalog = try TestCatalogue.nasty.read()
    let surface = try #require(catalog.surfaces.first)
    #expect(surface.typePrefix == "Nasty2")
    #expect(surface.fileName == "nasty")
    #expect(surface.anchor(for: "x") == "nasty-x")
    #expect(
      surface.endpoints.map(\.description) == ["/a|b/*", "/`c`", "/<d>", "/", "/`\u{301}<img src=x>|\u{301}/`\u{301}"])

    let code = try #require(surface.response.field(.code))
    #expect(code.name == #"error"code\"# && code.isRequired && code.maxLength == 128)
    let reference = try #require(surface.response.field(.reference))
    #expect(!reference.isRequired && reference.example == #"R"\|`<&"#)

    let own = try #require(surface.errors.first { $0.code == "own" })
    #expect(own.statuses == [429] && own.category == "default" && own.recovery == .contactSupport)
    #expect(own.since == SemanticVersion("1.2.0") && own.endpoints.count == 2)
    #expect(catalog.guidance(for: own)?.hasPrefix("Own `guidance | with`") == true)
    #expect(catalog.recovery(for: own) == .contactSupport)

    let screaming = try #require(surface.errors.first { $0.code == "SCREAMING_SNAKE_CASE" })
    #expect(catalog.recovery(for: screaming) == .retryLater)
    #expect(catalog.guidance(for: screaming)?.hasPrefix("Line one") == true)

    let old = try #require(surface.errors.first { $0.code == "old" }?.deprecated)
    #expect(old.since == SemanticVersion("2.0.0") && old.replacement == "own" && old.note == "Because | of *reasons*")
    #expect(surface.retired.map(\.code) == ["gone", "really-gone"])
    #expect(surface.errors.first { $0.code == "404" }?.statuses == [404, 410])
    #expect(catalog.surfaces.last?.response.carrier == .query)
  }

  @Test func putsAFolderTogether() throws {
    let header = "errata: 1\nname: Shop\ntitle: Shop\nversion: 1.0.0\n"
    let one = """
      categories: {stock: {title: Stock}}
      surfaces:
        api:
          title: API
          endpoints: [/]
          response: {carrier: json, fields: {code: code}}
          errors: {a: {description: A}}
      """
    let two = """
      categories: {payment: {title: Payment}}
      surfaces:
        api:
          errors: {b: {description: B, category: payment}}
          retired: {c: {since: 1.0.0}}
      """
    let files = [header, one, two].enumerated().map { SourceFile(path: "\($0).yaml", bytes: Array($1.utf8)) }
    let (catalog, diagnostics) = readCatalog(files)
    #expect(diagnostics.isEmpty)
    #expect(catalog?.categories.map(\.key) == ["stock", "payment"])
    #expect(catalog?.surfaces.first?.errors.map(\.code) == ["a", "b"])
    #expect(catalog?.surfaces.first?.retired.map(\.code) == ["c"])
  }

  @Test func namesBothFilesOfAKeyThatStandsTwice() throws {
    let header = "errata: 1\nname: Shop\ntitle: Shop\nversion: 1.0.0\n"
    let surface = """
      surfaces:
        api:
          title: API
          endpoints: [/]
          response: {carrier: json, fields: {code: code}}
          errors: {a: {description: A}}
      """
    let files = [header + surface, "title: Another\nsurfaces: {api: {errors: {a: {description: Again}}}}"]
      .enumerated().map { SourceFile(path: "\($0).yaml", bytes: Array($1.utf8)) }
    let diagnostics = readCatalog(files).diagnostics
    #expect(diagnostics.map(\.rule) == [.duplicateKey, .duplicateKey])
    #expect(
      diagnostics.allSatisfy { $0.location?.file.path == "1.yaml" && $0.related.first?.location.file.path == "0.yaml" })
  }

  @Test func blamesOnlyTheFileThatIsNoMapping() {
    let files = ["just text", "errata: 1\nname: Shop\ntitle: Shop\nversion: 1.0.0\nsurfaces: {}", "{}"].enumerated()
      .map { SourceFile(path: "\($0).yaml", bytes: Array($1.utf8)) }
    let diagnostics = readCatalog(files).diagnostics
    #expect(diagnostics.map { $0.location?.file.path } == ["0.yaml"])
  }

  /// A small file with many mistakes is a small answer, found in little time.
  @Test(arguments: [
    "        e\\(n): {status: 42, description: x}\n", "        e\\(n): {category: c\\(n)x, description: x}\n",
    "        e\\(n): {description: x, deprecated: {since: 1.0.0, replacement: e\\(n)x}}\n",
    "        e\\(n): {description: x, endpoints: [/nowhere/\\(n)]}\n", "        e e\\(n): {description: x}\n",
    "        e\\(n): {descriptio: x}\n", "        same: {description: x}\n",
  ])
  func stopsAfterAThousandProblemsOfAKind(_ entry: String) {
    let text =
      "errata: 1\nname: Shop\ntitle: Shop\nversion: 1.0.0\ncategories:\n"
      + (0..<5_000).map { "  c\($0): {title: C}\n" }.joined()
      + "surfaces:\n  api:\n    title: API\n    endpoints: [/v1/*]\n    response: {carrier: json, fields: {code: code}}\n    errors:\n"
      + (0..<5_000).map { entry.replacing("\\(n)", with: "\($0)") }.joined()
    let diagnostics = readCatalog([SourceFile(path: "x.yaml", bytes: Array(text.utf8))]).diagnostics
    #expect((1_000...1_001).contains(diagnostics.count))
  }

  @Test func reportsTheProblemsOfAllFilesInOneRun() {
    let files = ["a: [", "\tb: 1"].enumerated().map { SourceFile(path: "\($0).yaml", bytes: Array($1.utf8)) }
    let diagnostics = readCatalog(files).diagnostics
    #expect(diagnostics.map { $0.location?.file.path } == ["0.yaml", "1.yaml"])
  }
}
