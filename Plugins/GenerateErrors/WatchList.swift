import Foundation

/// A file with the paths that the build watches, one per line. The file itself is an input of the build, too.
///
/// The package manager runs a plugin again when files are added or removed, but not when an `errata.yaml` names a different
/// catalogue. `errata` compares the files that it reads with this list, and touches the list if they differ. The next build then
/// runs `errata` again, so that the generated code is never stale.
struct WatchList {
  let file: URL

  /// Writes the list unless the file already has these contents.
  init(_ paths: [URL], in folder: URL) throws {
    file = folder.appending(path: "watched.txt")
    let text = paths.map { $0.plainPath + "\n" }.joined()
    if (try? String(contentsOf: file, encoding: .utf8)) == text { return }
    try Data(text.utf8).write(to: file, options: .atomic)
  }
}
