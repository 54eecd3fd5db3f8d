import ErrataCatalog
import ErrataDiagnostics
import ErrataDiff
import Foundation
import TestSupport
import Testing

/// What is documented of the kinds of changes.
struct ChangeKindTests {
  /// The last command of each example compares two catalogues; here, the files are compared directly.
  @Test(arguments: ChangeKind.allCases)
  func theExampleIsOnlyThisChange(_ kind: ChangeKind) async throws {
    let example = kind.rule.example
    try await withTemporaryFolder { folder in
      let shop = try Repository.text("Tests/Fixtures/catalogues/shop.yaml")
      try shop.write(to: folder.appending(path: "shop.yaml"), atomically: true, encoding: .utf8)
      if let file = example.file {
        let line = try #require(file.replacedLine)
        let text = try replacingLine(line, in: shop, with: file.text)
        try text.write(to: folder.appending(path: file.name), atomically: true, encoding: .utf8)
      }
      let commands = example.commands.split(separator: "\n")
      for command in commands.dropLast() {
        #expect(try await runTool("sh", ["-c", String(command)], in: folder).status == 0)
      }
      let words = try #require(commands.last).split(separator: " ").map(String.init)
      try #require(words.starts(with: ["errata", "diff", "--against"]) && words.count == 5)
      func read(_ name: String) throws -> Catalog {
        try catalogue(String(contentsOf: folder.appending(path: name), encoding: .utf8), path: name)
      }
      let changes = changes(from: try read(words[3]), to: try read(words[4]))
      #expect(changes.map(\.kind) == [kind], "\(changes.map(\.report).joined())")
    }
  }

  private func replacingLine(_ beginning: String, in text: String, with replacement: String) throws -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let matching = lines.indices.filter { lines[$0].drop { $0 == " " }.hasPrefix(beginning) }
    try #require(matching.count == 1, "one line of the catalogue begins with \(beginning)")
    let margin = lines[matching[0]].prefix { $0 == " " }
    lines[matching[0]] = replacement.split(separator: "\n").map { margin + $0 }.joined(separator: "\n")
    return lines.joined(separator: "\n")
  }

  @Test(arguments: ChangeKind.allCases)
  func onlyABreakingChangeBreaksSomething(_ kind: ChangeKind) {
    #expect(kind.audiences.isEmpty == (kind.rating != .breaking))
    #expect(kind.rule.severity == (kind.rating == .breaking ? .error : .note))
    #expect(kind.rule.name == kind.rawValue)
  }
}
