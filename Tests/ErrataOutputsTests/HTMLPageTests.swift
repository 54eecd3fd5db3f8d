@testable import ErrataOutputs

import ErrataCatalog
import ErrataDiagnostics
import ErrataText
import Foundation
import TestSupport
import Testing

/// The page in a browser, used like a person would.
@Suite(.serialized, .enabled(if: RequiredTool.chromium.isExpected, "needs chromium: run Scripts/bootstrap --tests"))
struct HTMLPageTests {
  private static let shown = "[...document.querySelectorAll('.entry:not([hidden])')].map(e => e.dataset.code).join(' ')"
  private static let open = "[...document.querySelectorAll('.entry[open]')].map(e => e.id).join(' ')"
  private static let count = "document.getElementById('_count').textContent"
  private static let focus = "document.activeElement.closest('.entry')?.id ?? document.activeElement.id"

  /// The address changes with a delay.
  private static let address = "new Promise(done => setTimeout(() => done(location.search), 500))"

  private static func choose(_ filter: String, _ value: String) -> BrowserJob.Step {
    .evaluate(
      """
      {
        const select = document.querySelector('[data-filter=\(filter)]');
        select.value = '\(value)';
        select.dispatchEvent(new Event('change', {bubbles: true}));
        select.value
      }
      """)
  }

  /// Writes the page of `catalogue` to a temporary folder and calls `body` with its address.
  private func withPage(_ catalogue: TestCatalogue = .bankID, _ body: (URL) async throws -> Void) async throws {
    try await withPage(of: try catalogue.read(), body)
  }

  private func withPage(of catalog: Catalog, _ body: (URL) async throws -> Void) async throws {
    let page = try #require(HTMLOutput().files(for: catalog).first)
    try await withTemporaryFolder { folder in
      let url = folder.appending(path: page.path)
      try Data(page.contents.utf8).write(to: url)
      try await body(url)
    }
  }

  @Test func typingFindsCodesTextsAndStatuses() async throws {
    try await withPage { page in
      let searches = [
        "CREDENTIAL_LOCKED", "key generation", "413", "Unprocessable", "token endpoint client", "nothing like this",
        #"{"errorCode": "hash_mismatch", "errorDescription": "credential_expired is not meant"}"#,
        "https://client.example/back?error=access_denied&state=1",
      ]
      let steps = searches.flatMap { search -> [BrowserJob.Step] in
        [.type(search), .evaluate(Self.shown), .evaluate(Self.open), .evaluate(Self.count), .press("Escape")]
      }
      let values = try await BrowserJob(page, [.press("/")] + steps + [.evaluate(Self.count)]).values()
      let found = (0..<searches.count).map { Array(values[$0 * 3..<$0 * 3 + 3]) }
      #expect(found[0] == ["credential_locked", "csc-credential_locked", "1 of 41 codes"])
      #expect(found[1] == ["csc_user_keys_limit", "csc-csc_user_keys_limit", "1 of 41 codes"])
      #expect(found[2] == ["document_too_large", "csc-document_too_large", "1 of 41 codes"])
      #expect(found[3] == ["signature_validation_failed", "csc-signature_validation_failed", "1 of 41 codes"])
      #expect(found[4] == ["invalid_client unauthorized_client", "", "2 of 41 codes"])
      #expect(found[5] == ["", "", "0 of 41 codes"])
      #expect(found[6][0] == "hash_mismatch", "a code in another text is not the error's")
      #expect(found[7] == ["access_denied", "oauth_authorize-access_denied", "1 of 41 codes"])
      #expect(values.last == "41 codes", "Escape clears the search")
    }
  }

  @Test(
    arguments: [
      ("twilio", #"{"code": 21211, "message": "Invalid phone number", "status": 400}"#, "21211"),
      ("json-rpc", #"{"jsonrpc":"2.0","error":{"code":-32601,"message":"Method not found"},"id":"1"}"#, "-32601"),
      ("json-api", #"{"errors":[{"code":"too_long","detail":"A blank summary is fine"}]}"#, "too_long"),
      (
        "problem-details", #"{"type":"https://bank.example/problems/out-of-credit","status":403}"#, "out-of-credit"
      ),
      (
        "aws", #"{"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException"}"#,
        "TransactionCanceledException"
      ),
      ("aws", "x-amzn-errortype: TooManyRequestsException:http://internal.amazon.com/", "TooManyRequestsException"),
      ("oauth", #"Bearer realm="example", error="insufficient_scope""#, "insufficient_scope"),
    ])
  func pastingAResponseFindsItsCode(_ name: String, _ response: String, _ code: String) async throws {
    let catalogue = try #require(ExampleCatalogue.all.first { $0.name == name })
    try await withPage(of: try catalogue.read()) { page in
      let values = try await BrowserJob(page, [.press("/"), .paste(response), .evaluate(Self.shown)]).values()
      #expect(values == [code])
    }
  }

  @Test func findsCauses() async throws {
    try await withPage { page in
      let values = try await BrowserJob(page, [.press("/"), .type("used out of order"), .evaluate(Self.shown)]).values()
      #expect(values == ["token_already_used"])
    }
  }

  /// Links of the catalogue don't tell where they were followed from, and have their URLs on paper.
  @Test func linksInProseLeaveThePage() async throws {
    try await withPage(.nasty) { page in
      let values = try await BrowserJob(
        page,
        [
          .evaluate("[...new Set([...document.querySelectorAll('a[href^=http]')].map(a => a.rel))].join()"),
          .evaluate("[...document.querySelectorAll('.lead a')].map(a => a.href + ' ' + a.textContent).join('\\n')"),
          .evaluate(
            "[...document.styleSheets[0].cssRules].filter(r => r.media?.mediaText === 'print' && r.cssText.includes('attr(href)')).length"
          ),
          .evaluate("[...document.querySelectorAll('#nasty-own .causes li')].map(li => li.textContent).join('\\n')"),
        ]
      ).values()
      #expect(values[0] == "noreferrer")
      #expect(
        values[1] == """
          https://links.example/a_(b)*/'''x?c=1&copy;=2#~d <b>a | [b]</b> */ \"\"\" ''' </script> {{x}} \\(x) -->
          https://links.example/ https://links.example
          """)
      #expect(values[2] == "1")
      #expect(values[3] == "One cause | with a <link> */\nand {{another}}\nA list\nof # causes \"\"\"")
    }
  }

  @Test func aCodeOnSeveralSurfacesIsShownOnAll() async throws {
    try await withPage { page in
      let values = try await BrowserJob(
        page, [.press("/"), .type("invalid_request"), .evaluate(Self.open), .type("x"), .evaluate(Self.open)]
      ).values()
      #expect(values == ["csc-invalid_request oauth_token-invalid_request oauth_authorize-invalid_request", ""])
    }
  }

  @Test func findsRetiredCodes() async throws {
    try await withPage(.nasty) { page in
      let state = """
        ['.retired', '#_nothing'].map(s => document.querySelector(s).checkVisibility()).join(' ')
        """
      let values = try await BrowserJob(
        page,
        [
          .evaluate(state), .press("/"), .type("really-gone"), .evaluate(state), .type("x"), .evaluate(state),
          .press("Escape"), .evaluate(state),
        ]
      ).values()
      #expect(values == ["true false", "true false", "false true", "true false"])
    }
  }

  @Test func filtersCombineAndAreInTheAddress() async throws {
    let address = "?q=certificate_&surface=csc&status=403&category=credential"
    try await withPage { page in
      let values = try await BrowserJob(
        page,
        [
          Self.choose("status", "403"), .evaluate(Self.count), Self.choose("category", "credential"),
          .evaluate(Self.shown), Self.choose("surface", "oauth_token"), .evaluate(Self.count),
          Self.choose("surface", "csc"), .press("/"), .type("certificate_"), .evaluate(Self.shown),
          .evaluate(Self.address), .go(try #require(URL(string: page.absoluteString + address))), .evaluate(Self.shown),
          .evaluate("document.getElementById('_clear').click()"), .evaluate(Self.address), .evaluate(Self.count),
        ]
      ).values()
      #expect(values[1] == "6 of 41 codes")
      #expect(values[3] == "credential_locked credential_expired certificate_expired certificate_revoked")
      #expect(values[5] == "0 of 41 codes")
      #expect(values[7] == "certificate_expired certificate_revoked")
      #expect(values[8] == address)
      #expect(values[9] == "certificate_expired certificate_revoked")
      #expect(values.suffix(2) == ["", "41 codes"])
    }
  }

  @Test func aLinkOpensItsCodeScrollsToItAndMarksIt() async throws {
    try await withPage { page in
      func link(_ anchor: String, search: String = "") throws -> URL {
        try #require(URL(string: "\(page.absoluteString)\(search)#\(anchor)"))
      }
      let state: BrowserJob.Step = .evaluate(
        """
        {
          const entry = document.querySelector('.entry:target');
          const {top, bottom} = entry.querySelector('h3').getBoundingClientRect();
          const plain = getComputedStyle(document.querySelector('.entry:not(:target)')).backgroundColor;
          [entry.id, entry.open, entry.hidden, top > 40 && bottom < innerHeight,
            getComputedStyle(entry).backgroundColor !== plain].join(' ')
        }
        """)
      let values = try await BrowserJob(
        try link("csc-internal_error"),
        [
          state, .go(try link("oauth_token-server_error")), state,
          // Even if the filters would hide it.
          .go(try link("csc-hash_mismatch", search: "?status=503")), state, .evaluate(Self.count),
          .go(try link("%E0%A4%A")), .go(try link("nothing")), .evaluate(Self.count),
        ]
      ).values()
      #expect(values[0] == "csc-internal_error true false true true")
      #expect(values[1] == "oauth_token-server_error true false true true")
      #expect(values[2] == "csc-hash_mismatch true false true true")
      #expect(values[3] == "41 codes" && values[4] == "41 codes")
    }
  }

  /// A new browser each time, since cached layouts could hide mistakes.
  @Test(arguments: [TestCatalogue.bankID, .thousand], [360, 1280])
  func aLinkShowsItsCodeBelowTheSearch(_ catalogue: TestCatalogue, _ width: Int) async throws {
    let ids = try catalogue.read().surfaces.flatMap { surface in surface.errors.map { surface.anchor(for: $0.code) } }
    try await withPage(catalogue) { page in
      for id in [ids[0], ids[ids.count / 3], ids[ids.count / 2], ids[ids.count - 1]] {
        let state: BrowserJob.Step = .evaluate(
          """
          {
            const entry = document.querySelector('.entry:target');
            const {top, bottom} = entry.querySelector('h3 code').getBoundingClientRect();
            const bar = document.querySelector('.field').getBoundingClientRect().bottom;
            [entry.id, top >= bar && bottom <= innerHeight].join(' ')
          }
          """)
        // The position of the code doesn't change when all other codes are laid out.
        let move: BrowserJob.Step = .evaluate(
          """
          {
            const place = () => Math.round(document.querySelector('.entry:target').getBoundingClientRect().top + scrollY);
            const before = place();
            for (const entry of document.querySelectorAll('.entry')) entry.style.contentVisibility = 'visible';
            place() - before
          }
          """)
        let values = try await BrowserJob(
          try #require(URL(string: "\(page.absoluteString)#\(id)")), width: width,
          [.evaluate("new Promise(done => setTimeout(done, 300))"), state, move]
        ).values()
        #expect(values.suffix(2) == ["\(id) true", "0"], "\(values)")
      }
    }
  }

  /// Links to headings and retired codes work like links to codes.
  @Test func everyLinkStopsBelowTheSearch() async throws {
    try await withPage(.nasty) { page in
      for id in ["single", "nasty-gone", "_categories"] {
        let top = "Math.round(document.getElementById('\(id)').getBoundingClientRect().top)"
        let url = try #require(URL(string: "\(page.absoluteString)#\(id)"))
        let isInView =
          "\(top) >= document.querySelector('.field').getBoundingClientRect().bottom && \(top) < innerHeight"
        #expect(try await BrowserJob(url, [.evaluate(isInView)]).values() == ["true"], "\(id)")
      }
    }
  }

  /// Without scripts everything is open, and nothing covers the top.
  @Test func aLinkShowsItsCodeWithoutScripts() async throws {
    try await withPage(.thousand) { page in
      let url = try #require(URL(string: page.absoluteString + "#api-error_500"))
      let top = "document.querySelector('.entry:target h3').getBoundingClientRect().top"
      let isInView = "\(top) >= 0 && \(top) < 100"
      #expect(try await BrowserJob(url, runsScripts: false, [.evaluate(isInView)]).values() == ["true"])
    }
  }

  /// Pasted text may contain tokens or personal data.
  @Test(
    arguments: [
      (
        "2026-11-24T10:00:00Z ERROR user=alice@mail.example token=eyJhbGciOiJIUzI1NiJ9.e30.x error=hash_mismatch",
        "?q=hash_mismatch", "hash_mismatch"
      ),
      ("POST /sign alice eyJhbGciOiJIUzI1NiJ9.e30.x HASH_MISMATCH", "?q=hash_mismatch", "hash_mismatch"),
      (
        #"{"error": "invalid_grant", "sub": "191212121212", "was": "hash_mismatch"}"#, "?q=invalid_grant+hash_mismatch",
        "hash_mismatch invalid_grant"
      ),
      ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxOTEyMTIxMjEyMTIifQ.x", "", ""), ("191212121212", "", ""),
      ("alice@mail.example", "", ""), ("https://client.example/cb?code=SplxlOBeZQQYbYS6WxSbIA&state=xyz", "", ""),
      ("  Key   Generation ", "?q=key+generation", "csc_user_keys_limit"),
      ("Hash_Mismatch", "?q=hash_mismatch", "hash_mismatch"),
    ])
  func onlyMatchedTextIsInTheAddress(_ text: String, _ address: String, _ codes: String) async throws {
    try await withPage { page in
      let found = try #require(URL(string: page.absoluteString + address))
      let values = try await BrowserJob(
        page,
        [
          .press("/"), .paste(text), .evaluate(Self.shown), .evaluate(Self.address), .evaluate("location.href"),
          .go(found), .evaluate(address.isEmpty ? "'\(codes)'" : Self.shown),
        ]
      ).values()
      #expect(values == [codes, address, page.absoluteString + address, codes])
    }
  }

  @Test func anAddressIsReducedToTheMatchedText() async throws {
    try await withPage { page in
      let url = try #require(URL(string: page.absoluteString + "?q=alice+hash_mismatch+s3cret&status=400"))
      let values = try await BrowserJob(url, [.evaluate(Self.address), .evaluate(Self.shown)]).values()
      #expect(values[0] == "?q=hash_mismatch&status=400")
    }
  }

  @Test func copiesTheCodeAndALinkToIt() async throws {
    try await withPage(.nasty) { page in
      func copied(_ what: String, _ id: String) -> [BrowserJob.Step] {
        [
          .evaluate("document.getElementById('\(id)').querySelector('[data-copy=\(what)]').click()"),
          .evaluate("navigator.clipboard.readText()"),
        ]
      }
      let values = try await BrowserJob(
        page, copied("code", "nasty-エラー") + copied("link", "nasty-path/to/error") + copied("link", "nasty-エラー")
      ).values()
      #expect(values[1] == "エラー")
      #expect(values[3] == page.absoluteString + "#nasty-path/to/error")
      #expect(values[5] == page.absoluteString + "#nasty-%E3%82%A8%E3%83%A9%E3%83%BC")
    }
  }

  /// Pages served over http have no Clipboard API.
  @Test func copiesWithoutTheClipboardAPI() async throws {
    try await withPage { page in
      let values = try await BrowserJob(
        page,
        [
          .evaluate("globalThis.read = navigator.clipboard.readText.bind(navigator.clipboard); 0"),
          .evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined}).clipboard === undefined"),
          .press("/"), .press("ArrowDown"), .press("Enter"), .press("Tab"), .press("Enter"),
          .evaluate("document.activeElement.textContent"), .evaluate("read()"),
        ]
      ).values()
      #expect(values.suffix(3) == ["true", "Copied", "invalid_request"])
    }
  }

  @Test func isUsableWithTheKeyboard() async throws {
    try await withPage { page in
      var steps: [BrowserJob.Step] = []
      let name =
        "document.activeElement.matches('summary') ? 'summary' : document.activeElement.textContent.trim().split('\\n')[0] || document.activeElement.id"
      for _ in 0..<15 { steps += [.press("Tab"), .evaluate(name)] }
      steps += [
        .press("/"), .press("ArrowDown"), .evaluate(Self.focus), .press("ArrowDown"), .evaluate(Self.focus),
        .press("Enter"), .evaluate(Self.open), .press("Tab"), .evaluate(name), .press("Tab"), .evaluate(name),
        .press("Tab"), .evaluate("document.activeElement.tagName"), .press("Shift+Tab"), .press("Enter"),
        .evaluate("navigator.clipboard.readText()"), .press("/"), .type("signing limit"), .press("Enter"),
        .evaluate(Self.focus), .press("ArrowUp"), .evaluate(Self.focus), .press("Escape"), .evaluate(Self.count),
      ]
      let values = try await BrowserJob(page, steps).values()
      #expect(
        values.prefix(15) == [
          "Skip to the codes", "CSC endpoints 28", "OAuth token endpoint 7", "OAuth authorize endpoint 6", "Categories",
          "Support", "_query", "All", "All", "All", "All", "Open all", "summary", "summary", "summary",
        ])
      let rest = values.dropFirst(15)
      #expect(
        rest == [
          "csc-invalid_request", "csc-invalid_parameters", "csc-invalid_parameters", "Copy code", "Copy link", "PRE",
          page.absoluteString + "#csc-invalid_parameters", "csc-signing_limit_exceeded", "_query", "41 codes",
        ])
    }
  }

  @Test(arguments: [TestCatalogue.nasty, .bankID])
  func noTextOfTheCatalogueBecomesMarkup(_ catalogue: TestCatalogue) async throws {
    let catalog = try catalogue.read()
    try await withPage(catalogue) { page in
      let values = try await BrowserJob(
        page,
        [
          .evaluate("[...new Set([...document.querySelectorAll('*')].map(e => e.localName))].sort().join(' ')"),
          .evaluate(
            "[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames()).filter(n => /^on|^style$/.test(n))"
          ),
          .evaluate(
            """
            [...document.querySelectorAll('a:not([rel=noreferrer][href^=http])')].map(a => a.getAttribute('href'))
              .filter(h => !h.startsWith('#') || !document.getElementById(decodeURIComponent(h.slice(1))))
            """),
          .evaluate(
            "{ const ids = [...document.querySelectorAll('[id]')].map(e => e.id); ids.length - new Set(ids).size }"),
          .evaluate(
            "[...document.querySelectorAll('.entry')].map(e => [e.id, e.querySelector('summary > p')?.textContent ?? ''])"
          ),
        ]
      ).values()
      let allowed = [
        "a", "article", "body", "button", "caption", "circle", "code", "dd", "details", "div", "dl", "dt", "figcaption",
        "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "head", "header", "html", "input", "kbd", "label", "li", "link",
        "main", "meta",
        "nav", "option", "p", "path", "pre", "script", "section", "select", "span", "style", "summary", "svg", "table",
        "tbody",
        "td", "th", "thead", "title", "tr", "ul",
      ]
      #expect(Set(values[0].split(separator: " ").map(String.init)).isSubset(of: allowed))
      #expect(values[1] == "[]" && values[2] == "[]" && values[3] == "0")
      let descriptions = try JSONDecoder().decode([[String]].self, from: Data(values[4].utf8))
      let expected = catalog.surfaces.flatMap { surface in
        surface.errors.map { [surface.anchor(for: $0.code), visible(singleLine($0.description))] }
      }
      #expect(descriptions == expected)
    }
  }

  /// WCAG 2.2, success criteria 1.4.3 (contrast), 1.3.1 and 4.1.2 (names), and no scrolling sideways (1.4.10).
  @Test(arguments: [(false, 360), (true, 1440), (true, 360)])
  func isAccessible(_ isDark: Bool, _ width: Int) async throws {
    try await withPage(.nasty) { page in
      let url = try #require(URL(string: page.absoluteString + "#nasty-own"))
      let values = try await BrowserJob(
        url, width: width, isDark: isDark,
        [
          .evaluate("document.getElementById('_expand').click()"),
          .evaluate(try Repository.text("Tests/Tools/contrast.js")),
          .evaluate(
            """
            [...document.querySelectorAll('input, select, button, summary, a')].filter(e =>
              !(e.labels?.length || e.textContent.trim() || e.ariaLabel)).map(e => e.outerHTML)
            """),
          .evaluate(
            """
            ['header', 'nav[aria-label]', 'main', 'footer', '[role=search][aria-label]', '[role=status]', 'h1', 'html[lang]', 'title']
              .filter(s => document.querySelectorAll(s).length !== 1)
            """),
          .evaluate("document.documentElement.scrollWidth - innerWidth"),
        ]
      ).values()
      #expect(values[1] == "[]", "insufficient contrast")
      #expect(values[2] == "[]", "no accessible name")
      #expect(values[3] == "[]", "not exactly once")
      #expect(try #require(Int(values[4])) <= 0, "scrolls horizontally")
    }
  }

  @Test func isReadableWithoutScripts() async throws {
    let catalog = try TestCatalogue.bankID.read()
    try await withPage { page in
      let values = try await BrowserJob(
        page, runsScripts: false,
        [
          .evaluate("document.querySelector('main').textContent"),
          .evaluate(
            "[...document.querySelectorAll('.entry *')].filter(e => !e.checkVisibility() && !e.closest('.actions')).length"
          ),
          .evaluate("[...document.querySelectorAll('button, input, select')].filter(e => e.checkVisibility()).length"),
        ]
      ).values()
      for error in catalog.surfaces.flatMap(\.errors) {
        #expect(values[0].contains(error.code) && values[0].contains(error.description))
      }
      for category in catalog.categories {
        let guidance = Prose(category.guidance ?? "").plain
        #expect(values[0].contains(guidance), "\(category.key)")
      }
      #expect(values[1] == "0", "nothing is collapsed")
      #expect(values[2] == "0", "no controls that need scripts")
    }
  }

  @Test func printsEveryCodeOpen() async throws {
    try await withPage { page in
      let open = "document.querySelectorAll('details[open]').length"
      let values = try await BrowserJob(
        page,
        [
          .evaluate("dispatchEvent(new Event('beforeprint'))"), .evaluate(open),
          .evaluate("dispatchEvent(new Event('afterprint'))"), .evaluate(open),
        ]
      ).values()
      #expect(values[1] == "44" && values[3] == "0", "41 codes, and the error formats of three surfaces")
    }
  }
}

struct ContentSecurityPolicyTests {
  /// The NIST examples for FIPS 180-4 ("SHA-256"), and a longer message.
  @Test(
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (String(repeating: "a", count: 1_000), "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"),
    ])
  func digests(_ text: String, _ digest: String) {
    let hex = sha256(Array(text.utf8)).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    #expect(hex == digest)
  }

  @Test func allowsOnlyThePageItself() {
    let policy = contentSecurityPolicy(style: "a", script: "b")
    #expect(policy.hasPrefix("default-src 'none'; style-src 'sha256-") && !policy.contains("unsafe"))
  }
}
