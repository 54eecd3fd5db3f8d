import ErrataDiagnostics
import ErrataText
import Foundation

/// A repository with a working tree.
struct GitRepository: Sendable {
  private let git: Git
  /// The absolute path of its top folder, with links resolved.
  private let top: String
  /// The path of the folder in which git runs, relative to the top: empty, or ending in `/`.
  private let prefix: String
  private let isShallow: Bool

  /// The repository of a folder, or the one that `GIT_DIR` names, as in a hook: its paths are relative to the current folder.
  /// - Parameters:
  ///   - subject: what is read, for diagnostics, such as `git:v1.0.0`.
  ///   - hint: what to do if there is none.
  /// - Throws: `Failure` if there is none, or git refuses to read it.
  init(of folder: String, reading subject: String, hint: String) async throws {
    let isNamed = ProcessInfo.processInfo.environment["GIT_DIR"] != nil
    git = Git(folder: isNamed ? "." : folder, subject: subject)
    let result = try await git.run([
      "rev-parse", "--is-bare-repository", "--show-toplevel", "--show-prefix", "--is-shallow-repository",
    ])
    let lines = result.text.split(separator: "\n", omittingEmptySubsequences: false)
    guard result.status == 0, lines.count == 4 else {
      if lines[0] == "true" {
        throw Failure.cannotRead(
          subject, reason: "\(FileSystem.resolvingLinks(folder) ?? folder) is in a bare repository, which has no files",
          hint: "run errata in a clone with files, or compare with a file: --against FILE")
      }
      if !result.error.contains("not a git repository") { throw git.failure(result) }
      throw Failure.cannotRead(
        subject, reason: "\(FileSystem.resolvingLinks(folder) ?? folder) is not in a git repository",
        hint: hint)
    }
    top = FileSystem.resolvingLinks(String(lines[1])) ?? String(lines[1])
    prefix = String(lines[2])
    isShallow = lines[3] == "true"
  }

  /// The path of a file or folder relative to the top; empty for the top.
  /// - Throws: `Failure` if it is not in the repository.
  func path(of path: String) throws -> String {
    let absolute = FileSystem.canonicalPath(of: path)
    let top = top.split(separator: "/").joined(separator: "/")
    if absolute == top { return "" }
    guard absolute.hasPrefix(top + "/") else {
      throw Failure.cannotRead(
        git.subject, reason: "\(path) is outside of the repository at \(self.top)",
        hint: "name the path at that revision, as in \(git.subject):errors.yaml")
    }
    return String(absolute.dropFirst(top.count + 1))
  }

  /// A path in git's notation, `errors.yaml` from the top or `./errors.yaml` from the current folder, relative to the top.
  /// - Throws: `Failure` if it leads out of the repository.
  func path(inNotation path: String) throws -> String {
    let isRelative = path.split(separator: "/").first.map { $0 == "." || $0 == ".." } ?? false
    if let path = normalizedPath(isRelative ? prefix + path : path) { return path }
    throw Failure.cannotRead(
      "\(git.subject):\(path)", reason: "the path leads out of the repository",
      hint: "the path begins at the top of the repository, or with `./` in this folder")
  }

  /// Whether git tracks the file, or a file in the folder, at `path`, relative to the top.
  func isTracked(_ path: String) async throws -> Bool {
    try await !git.read(["ls-files", "-z", "--", ":(top,literal)\(path)"]).output.isEmpty
  }

  /// The revision that git calls `name`: a tag, a branch, a commit, or `HEAD~3`.
  /// - Throws: `Failure` if there is none.
  func revision(_ name: String) async throws -> GitRevision {
    // A hyphen at the start would make it an option, and a caret everything else. No name begins with either.
    if !name.hasPrefix("-"), !name.hasPrefix("^") {
      let result = try await git.run(["rev-parse", "--verify", "--quiet", name + "^{tree}"])
      if result.status == 0 { return GitRevision(name: name, tree: result.text, git: git) }
      if try await git.run(["rev-parse", "--verify", "--quiet", name]).status == 0 {
        throw Failure.cannotRead(git.subject, reason: "that revision has no files, or git has lost them")
      }
    }
    if isShallow {
      throw Failure.cannotRead(
        git.subject, reason: "this clone is shallow and does not have that revision",
        hint: "\(fetching(name)); with actions/checkout, `fetch-depth: 0` fetches everything")
    }
    let names = try await git.read(["for-each-ref", "--format=%(refname:short)", "refs/tags", "refs/heads"]).text
    throw Failure.cannotRead(
      git.subject, reason: "the repository has no such revision",
      hint: suggestion(for: name, among: names.split(separator: "\n").map(String.init))
        ?? "name a tag, a branch or a commit; `git fetch --tags` fetches the tags")
  }

  /// How to fetch a revision. A name that a shell would take apart is not put into a command.
  private func fetching(_ name: String) -> String {
    let isPlain = !name.hasPrefix("-") && name.utf8.allSatisfy { $0.isLetterOrDigit || ".-_/".utf8.contains($0) }
    let isCommit = name.utf8.count >= 7 && name.allSatisfy(\.isHexDigit)
    if !isPlain || isCommit || name == "HEAD" || name.hasPrefix("refs/") { return "run `git fetch --unshallow --tags`" }
    guard name.hasPrefix("origin/") else { return "run `git fetch --depth=1 origin tag \(name)`" }
    return "run `git fetch --depth=1 origin \(name.dropFirst(7)):refs/remotes/\(name)`"
  }
}

/// A relative path without `.` and `..`; nil if it leads out of the folder that it is relative to.
func normalizedPath(_ path: String) -> String? {
  var names: [Substring] = []
  for name in path.split(separator: "/") where name != "." {
    if name != ".." {
      names.append(name)
    } else if names.popLast() == nil {
      return nil
    }
  }
  return names.joined(separator: "/")
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }
}
