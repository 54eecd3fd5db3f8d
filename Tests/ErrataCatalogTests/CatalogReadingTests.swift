import ErrataCatalog
import ErrataDiagnostics
import ErrataText
import TestSupport
import Testing

struct CatalogReadingTests {
  @Test(arguments: TestCatalogue.allCases)
  func readsWithoutDiagnostics(_ catalogue: TestCatalogue) throws {
    #expect(try catalogue.read().codeCount > 0)
  }

  @Test func readsEveryField() throws {
    let catalog = try TestCatalogue.nasty.read()
    let surface = try #require(catalog.surfaces.first)
    #expect(surface.typePrefix == "Nasty2")
    #expect(surface.fileName == "nasty")
    #expect(surface.anchor(for: "x") == "nasty-x")
    #expect(
      surface.endpoints.map(\.description) == [
        "/a|b/*", "/`c`", "POST /<d>", "GET /<d>", "/", "/`\u{301}<img src=x>|\u{301}/`\u{301}",
      ])
    #expect(surface.endpoints.map(\.method) == [nil, nil, "POST", "GET", nil, nil])

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

  @Test func mergesAFolder() throws {
    let header = "errata: 1\nname: Shop\ntitle: Shop\nversion: 1.0.0\n"
    let one = """
      categories: {stock: {title: Stock}}
      surfaces:
        api:
          title: API
          endpoints: [/]
          response: {carrier: json, fields: {code: code}}
          errors: {a: {description: A, category: stock}}
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

  @Test func reportsBothFilesOfADuplicateKey() throws {
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

  @Test func reportsOnlyTheFileThatIsNotAMapping() {
    let files = ["just text", "errata: 1\nname: Shop\ntitle: Shop\nversion: 1.0.0\nsurfaces: {}", "{}"].enumerated()
      .map { SourceFile(path: "\($0).yaml", bytes: Array($1.utf8)) }
    let diagnostics = readCatalog(files).diagnostics
    #expect(diagnostics.map { $0.location?.file.path } == ["0.yaml"])
  }

  /// A file with many mistakes must not take long or produce a huge report.
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
    let errors = diagnostics.count { $0.severity == .error }
    #expect((1_000...1_001).contains(errors) && diagnostics.count - errors <= 1_000)
  }

  @Test func findsAnErrorBehindThousandsOfWarnings() {
    let errors = (0..<3_000).map { "      e\($0): {description: x}\n" }.joined()
    let diagnostics = read(surface(errors: errors + "      e.0: {description: x}\n")).diagnostics
    #expect(diagnostics.count == 1_001 && diagnostics.last?.rule == .identifierCollision)
  }

  @Test func reportsProblemsInAllFiles() {
    let files = ["a: [", "\tb: 1"].enumerated().map { SourceFile(path: "\($0).yaml", bytes: Array($1.utf8)) }
    let diagnostics = readCatalog(files).diagnostics
    #expect(diagnostics.map { $0.location?.file.path } == ["0.yaml", "1.yaml"])
  }

  @Test func mergesThousandsOfFiles() {
    let header = """
      errata: 1
      name: Shop
      title: Shop
      version: 1.0.0
      surfaces: {api: {title: API, endpoints: [/], response: {carrier: json, fields: {code: code}}}}
      """
    let codes = (0..<20_000).map { "surfaces: {api: {errors: {e\($0): {description: x\($0)}}}}" }
    let files = ([header] + codes).map { SourceFile(path: "x.yaml", bytes: Array($0.utf8)) }
    let (catalog, diagnostics) = readCatalog(files)
    #expect(diagnostics.isEmpty)
    #expect(catalog?.codeCount == 20_000)
  }

  @Test func comparesKeysInTwoFilesByScalar() {
    let header = """
      errata: 1
      name: Shop
      title: Shop
      version: 1.0.0
      surfaces:
        api:
          title: API
          endpoints: [/]
          response: {carrier: json, fields: {code: code}}
          errors: {é: {description: v}, e\u{301}: {description: w}, ö: {description: x}}
      """
    let files = [header, "surfaces: {api: {errors: {o\u{308}: {description: y}}}}"]
      .map { SourceFile(path: "x.yaml", bytes: Array($0.utf8)) }
    let (catalog, diagnostics) = readCatalog(files)
    #expect(catalog?.codeCount == 4)
    #expect(diagnostics.map(\.rule) == [.identifierCollision, .identifierCollision])
  }

  private func read(_ surfaces: String, categories: String = "") -> (catalog: Catalog?, diagnostics: [Diagnostic]) {
    read(MarkedText(catalogueText(surfaces, categories: categories)))
  }

  private func read(_ text: MarkedText) -> (catalog: Catalog?, diagnostics: [Diagnostic]) {
    readCatalog([SourceFile(path: "x.yaml", bytes: text.bytes)])
  }

  private func catalogueText(_ surfaces: String, categories: String = "") -> String {
    "errata: 1\nname: Shop\ntitle: Shop\nversion: 1.0.0\n\(categories)surfaces:\n\(surfaces)"
  }

  private func surface(endpoints: String = "/", errors: String) -> String {
    "  api:\n    title: API\n    endpoints: [\(endpoints)]\n    response: {carrier: json, fields: {code: code}}\n"
      + "    errors:\n\(errors)"
  }

  @Test func matchesManyEndpoints() {
    let endpoints = (0..<10_000).map { "/e\($0)/*/x/*" }.joined(separator: ", ")
    let errors = (0..<10_000).map { "      e\($0): {description: x\($0), endpoints: [/e\($0)/7/x/\($0)]}\n" }.joined()
    #expect(read(surface(endpoints: endpoints, errors: errors)).diagnostics.isEmpty)
  }

  /// Each of these endpoints makes the search visit all endpoints of the surface.
  @Test func refusesEndpointsWithTooManyWildcards() {
    let segments = String(repeating: "/a", count: 12)
    let endpoints =
      (0..<1 << 12).map { number in (0..<12).map { number >> $0 & 1 == 0 ? "/a" : "/*" }.joined() + "/x" }
      + [segments + "/*"]
    let errors = (0..<5_000).map { "      e\($0): {description: x\($0), endpoints: \(segments)/\($0)}\n" }
    let diagnostics = read(surface(endpoints: endpoints.joined(separator: ", "), errors: errors.joined())).diagnostics
    #expect(diagnostics.map(\.rule) == [.tooLarge])
  }

  @Test func followsLongChainsOfReplacements() {
    let errors = (0..<5_000).map {
      "      e\($0): {description: x, deprecated: {since: 1.0.0, replacement: e\($0 + 1)}}\n"
    }
    let diagnostics = read(surface(errors: errors.joined() + "      e5000: {description: x}\n")).diagnostics
    #expect(diagnostics.count == 1_000 && diagnostics.allSatisfy { $0.rule == .replacementNotLive })
  }

  @Test func namesTheLargestPartOfACatalogue() throws {
    let categories = "categories:\n  x:\n    title: X\n    guidance: 1️⃣\(String(repeating: "word ", count: 3_200))\n"
    func errors(_ count: Int) -> String {
      (0..<count).map { "      e\($0): {description: x\($0), category: x}\n" }.joined()
    }
    func text(_ count: Int) -> MarkedText {
      MarkedText(catalogueText(surface(errors: errors(count)), categories: categories))
    }
    #expect(read(text(6_000)).diagnostics.isEmpty)
    let tooLarge = text(12_000)
    let diagnostics = read(tooLarge).diagnostics
    let diagnostic = try #require(diagnostics.first)
    #expect(diagnostics.count == 1 && diagnostic.rule == .tooLarge)
    #expect(diagnostic.location?.start == tooLarge["1️⃣"]?.position)
    #expect(
      diagnostic.message
        == "the catalogue has 186 MiB, with shared texts repeated for each code; the limit is 112 MiB")
    #expect(diagnostic.hint?.contains("the guidance of the category `x` for each of 12000 codes") == true)
  }

  /// Normalizing these would take a second for each ten kilobytes.
  @Test func readsTextsOfManyCombiningMarks() {
    let text = "a" + String(repeating: "\u{301}\u{323}", count: 3_500)
    let errors = (0..<60).map { number in
      """
            e\(number):
              description: \(text)
              recovery: \(text)
              category: \(text)\(number)
              name: \(text)
              endpoints: [/\(text)/\(number), /\(text)]
              since: \(text)
              deprecated: {since: 1.0.0, replacement: \(text), note: \(text)}

      """
    }
    let rules = Set(read(surface(endpoints: "/*", errors: errors.joined())).diagnostics.map(\.rule))
    #expect(rules == [.wrongType, .unknownCategory, .invalidName, .invalidVersion, .unknownReplacement])
  }
}
