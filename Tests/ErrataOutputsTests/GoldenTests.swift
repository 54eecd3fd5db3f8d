import ErrataCatalog
import ErrataOutputs
import Foundation
import Testing
import TestSupport

extension OutputKind {
  /// The catalogues whose output is in `Tests/Fixtures/goldens`. BankID's is in `Generated/`, checked by
  /// `errata generate --check`.
  fileprivate var goldens: [TestCatalogue] {
    switch self {
    case .swift, .markdown, .html, .jsonSchema: [.nasty, .minimal]
    case .kotlin, .go, .python, .typescript: [.minimal]
    }
  }
}

/// The outputs of the test catalogues, file by file.
struct GoldenTests {
  @Test(arguments: OutputKind.allCases)
  func writesExactly(_ kind: OutputKind) throws {
    #expect(!kind.goldens.isEmpty)
    for catalogue in kind.goldens {
      let files = kind.output.files(for: try catalogue.read())
      try expectGoldens(
        files.map { ($0.path, $0.contents) }, in: "goldens/\(catalogue.rawValue)/\(kind.rawValue)")
    }
  }

  /// Every folder of goldens belongs to an output.
  @Test func hasNoGoldensOfOtherOutputs() throws {
    for catalogue in [TestCatalogue.nasty, .minimal] {
      let folder = Repository.fixtures.appending(path: "goldens/\(catalogue.rawValue)")
      let kinds = OutputKind.allCases.filter { $0.goldens.contains(catalogue) }.map(\.rawValue)
      #expect(
        try Set(FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) == Set(kinds))
    }
  }

  /// Only the Swift output of a thousand codes is special: it is split into pieces.
  @Test func writesAThousandCodesInPieces() throws {
    let files = SwiftOutput().files(for: try TestCatalogue.thousand.read())
    let file = try #require(files.first { $0.path == "APIError.swift" })
    try expectGolden(file.contents, "goldens/thousand/swift/APIError.swift")
  }

  @Test(arguments: TestCatalogue.allCases, OutputKind.allCases)
  func writesTidyText(_ catalogue: TestCatalogue, _ kind: OutputKind) throws {
    let output = kind.output
    for file in output.files(for: try catalogue.read()) {
      #expect(
        file.contents.hasSuffix("\n") && !file.contents.hasSuffix("\n\n"), "\(file.path) ends with one line break")
      // Python has two before a class (PEP 8).
      let emptyLines = String(repeating: "\n", count: kind == .python ? 4 : 3)
      #expect(!file.contents.contains(emptyLines), "\(file.path) has no more consecutive empty lines")
      let trailing = file.contents.split(separator: "\n").first { $0.hasSuffix(" ") }
      #expect(trailing == nil, "\(file.path) has no white space at the end of a line")
      #expect(!file.contents.unicodeScalars.contains { $0 == "\0" || $0 == "\u{202E}" || $0 == "\u{F8FF}" })
    }
  }

  @Test(arguments: SwiftOutput.Access.allCases)
  func declaresTheRequestedAccess(_ access: SwiftOutput.Access) throws {
    let files = SwiftOutput(access: access).files(for: try TestCatalogue.nasty.read())
    let modifier = access == .internal ? "" : access.rawValue + " "
    let others = SwiftOutput.Access.allCases.filter { $0 != access }.map { $0.rawValue + " " }
    // The code that reads responses is always internal.
    for file in files where file.path != "NastyReading.swift" {
      let declarations = file.contents.split(separator: "\n").filter {
        $0.contains(/^ *(\w+ )*(enum|struct|protocol)\s/) && !$0.contains("private ")
      }
      #expect(!declarations.isEmpty)
      for declaration in declarations.map({ $0.drop { $0 == " " } }) {
        #expect(declaration.hasPrefix(modifier) && !others.contains { declaration.hasPrefix($0) }, "\(declaration)")
      }
    }
  }

  @Test(arguments: TestCatalogue.allCases)
  func writesTheSameDeclarationsInOneFile(_ catalogue: TestCatalogue) throws {
    let catalog = try catalogue.read()
    let one = SwiftOutput(layout: .one).files(for: catalog)
    #expect(one.map(\.path) == [catalog.name + ".swift"])
    let lines = { (file: OutputFile) in file.contents.split(separator: "\n").dropFirst(2).map(String.init) }
    #expect(one.flatMap(lines).sorted() == SwiftOutput().files(for: catalog).flatMap(lines).sorted())
  }
}
