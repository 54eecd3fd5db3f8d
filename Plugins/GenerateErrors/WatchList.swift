import Foundation

/// A file with the paths that the build watches, a line each, and itself one of its inputs.
///
/// A package manager asks a plugin for its commands when files come and go, and not when the text of an `errata.yaml` names
/// another catalogue. `errata` compares what it reads with this list, and touches it where it read something else: the next
/// build then runs it again, so that nothing stale is ever built.
struct WatchList {
  let file: URL

  /// Writes the list where it is not there or not the same.
  init(_ paths: [URL], in folder: URL) throws {
    file = folder.appending(path: "watched.txt")
    let text = paths.map { $0.plainPath + "\n" }.joined()
    if (try? String(contentsOf: file, encoding: .utf8)) == text { return }
    try Data(text.utf8).write(to: file, options: .atomic)
  }
}
