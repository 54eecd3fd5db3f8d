import Foundation
import Testing
import TestSupport

/// What pages for maintainers and readers name is there.
struct DocumentedPathsTests {
  private static let pages = ["README.md", "CONTRIBUTING.md", "docs/architecture.md"]

  @Test(arguments: pages)
  func pathsExist(_ page: String) throws {
    let text = try Repository.text(page)
    let paths = text.matches(of: /`((?:Sources|Tests|Templates|Plugins|Scripts|Examples|docs|catalog)(?:\/[\w.+-]+)+)`/)
      .map { String($0.output.1) }
    #expect(page == "README.md" || !paths.isEmpty)
    for path in paths {
      // The README's examples write into folders of the reader's.
      if page == "README.md", path.hasPrefix("Sources/Errors") { continue }
      let url = Repository.root.appending(path: path)
      #expect(FileManager.default.fileExists(atPath: url.path(percentEncoded: false)), "\(page): \(path)")
    }
  }

  /// Links between pages lead somewhere.
  @Test func linksLeadToFiles() throws {
    let docs = try FileManager.default.contentsOfDirectory(
      atPath: Repository.root.appending(path: "docs").path(percentEncoded: false))
    let pages = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"] + docs.map { "docs/" + $0 }
    for page in pages where page.hasSuffix(".md") {
      let folder = Repository.root.appending(path: page).deletingLastPathComponent()
      for link in try Repository.text(page).matches(of: /\]\(([\w.\/-]+\.\w+|[A-Z][\w\/-]*)(?:#[^)]*)?\)/) {
        let url = folder.appending(path: String(link.output.1))
        #expect(FileManager.default.fileExists(atPath: url.path(percentEncoded: false)), "\(page): \(link.output.1)")
      }
    }
  }
}
