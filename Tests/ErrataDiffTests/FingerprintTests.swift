import ErrataCatalog
import ErrataDiagnostics
import ErrataDiff
import TestSupport
import Testing

/// Names of changes, hints and positions in catalogues that are out of the ordinary.
struct FingerprintTests {
  /// A catalogue with these lines under `errors`, and perhaps others after them.
  private func catalogue(_ errors: String) throws -> Catalog {
    try TestSupport.catalogue(
      """
      errata: 1
      name: Odd
      title: Odd codes
      version: 1.0.0
      surfaces:
        api:
          title: API
          endpoints: [/v1/*]
          response: {carrier: json, fields: {code: code}}
          errors:
            last: {status: 400, description: The last one}
      \(errors.split(separator: "\n").map { "      " + $0 }.joined(separator: "\n"))
      """)
  }

  @Test func codesWithSlashesAreUnambiguous() throws {
    let old = try catalogue(
      """
      a: {status: 400, description: One}
      a/removed: {status: 400, description: Two, name: two}
      a/status-changed: {status: 400, description: Three, name: three}
      """)
    let new = try catalogue(
      """
      a: {status: 401, description: One}
      """)
    #expect(
      changes(from: old, to: new).map(\.fingerprint) == [
        "api/a/status-changed", "api/a/removed/removed", "api/a/status-changed/removed",
      ])
  }

  @Test(arguments: [
    ("urn:a", "urn:b", "'urn:a': {since: 2.0.0, replacement: 'urn:b'}"),
    ("-1", "-2", "'-1': {since: 2.0.0, replacement: '-2'}"),
    ("no", "yes", "no: {since: 2.0.0, replacement: yes}"), ("4.04", "4/04", "4.04: {since: 2.0.0, replacement: 4/04}"),
  ])
  func theRetiredEntryCanBePasted(_ old: String, _ new: String, _ entry: String) throws {
    let renamed = "\(new): {status: 404, description: Not found}"
    let catalogues = (
      old: try catalogue("\(old): {status: 404, description: Not found}"), new: try catalogue(renamed)
    )
    let change = try #require(changes(from: catalogues.old, to: catalogues.new).first)
    #expect(change.kind == .codeRenamed)
    #expect(change.hint?.contains("`\(entry)`") == true)
    // With the entry, the code is retired.
    let pasted = try TestSupport.catalogue(
      """
      errata: 1
      name: Odd
      title: Odd codes
      version: 2.0.0
      surfaces:
        api:
          title: API
          endpoints: [/v1/*]
          response: {carrier: json, fields: {code: code}}
          errors:
            last: {status: 400, description: The last one}
            \(renamed)
          retired:
            \(entry)
      """)
    #expect(changes(from: catalogues.old, to: pasted).map(\.kind) == [.codeRetired, .codeAdded])
  }

  @Test func aChangeIsLocatedInItsFile() throws {
    func read(_ status: Int) throws -> Catalog {
      let files = [
        ("a.yaml", "errata: 1\nname: Two\ntitle: Two files\nversion: 1.0.0\n"),
        (
          "b.yaml",
          """
          surfaces:
            api:
              title: API
              endpoints: [/v1/*]
              response: {carrier: json, fields: {code: code}}
              errors:
                gone: {status: \(status), description: Gone}
          """
        ),
      ]
      return try #require(readCatalog(files.map { SourceFile(path: $0, bytes: Array($1.utf8)) }).catalog)
    }
    let change = try #require(changes(from: try read(404), to: try read(410)).first)
    #expect(change.location?.file.path == "b.yaml")
    #expect(change.location?.start == SourcePosition(line: 7, column: 22))
    #expect(change.related.map(\.location.file.path) == ["b.yaml"])
  }
}
