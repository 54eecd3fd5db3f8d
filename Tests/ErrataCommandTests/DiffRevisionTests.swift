import Foundation
import Testing
import TestSupport

/// The catalogue at a revision, in real repositories.
struct DiffRevisionTests {
  /// The catalogue of `shop()` with one more code, in the version that this deserves.
  private static let newer = newer(shop())

  private static func newer(_ catalogue: String) -> String {
    catalogue.replacing("version: 1.0.0", with: "version: 1.1.0")
      .replacing("errors:\n", with: "errors:\n      sold_out: {status: 409, description: Sold out}\n")
  }

  private static let configuration = "catalog: errors.yaml\noutputs: []\n"

  /// A repository with `shop()` as `v1.0.0`, and the newer catalogue in the working tree.
  private func withShop(_ body: (GitFolder) async throws -> Void) async throws {
    try await withGitFolder { folder in
      try folder.url.writing(shop(), to: "errors.yaml")
      try folder.url.writing(Self.configuration, to: "errata.yaml")
      try await folder.commit(tag: "v1.0.0")
      try folder.url.writing(Self.newer, to: "errors.yaml")
      try await body(folder)
    }
  }

  /// Expects that exactly the new code was found.
  /// - Parameter guess: where git found the catalogue, if it had another path.
  private func expectAddition(
    _ result: ProcessResult, at guess: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let note = guess.map { "note: compared with \($0), which git takes for the same catalogue\n" } ?? ""
    #expect(result.status == 0 && result.error == note, "\(result)", sourceLocation: sourceLocation)
    #expect(
      result.output.contains(": addition: ") && result.output.contains("[code-added]"), sourceLocation: sourceLocation)
    #expect(result.output.hasSuffix("\n1 addition: version 1.1.0 is sufficient\n"), sourceLocation: sourceLocation)
  }

  // MARK: Where the catalogue was

  @Test(arguments: ["v1.0.0", "main", "HEAD", "HEAD~0", "refs/tags/v1.0.0", "HEAD^{/v1}", ":/v1", "@{0}"])
  func everyNameOfARevision(_ name: String) async throws {
    try await withShop { folder in
      let argument = name.hasPrefix(":") ? "git:HEAD^{\(name.dropFirst())}" : "git:\(name)"
      expectAddition(try await folder.diff("--against", argument))
    }
  }

  @Test func anEarlierCommitByItsName() async throws {
    try await withShop { folder in
      let commit = try await folder.git("rev-parse", "HEAD").prefix(10)
      try await folder.commit(tag: "v1.1.0")
      expectAddition(try await folder.diff("--against", "git:\(commit)"))
      #expect(try await folder.diff("--against", "git:v1.1.0").output == "no changes\n")
    }
  }

  @Test func aSubfolderAsTheCurrentFolder() async throws {
    try await withShop { folder in
      try folder.url.writing("", to: "deep/er/file")
      expectAddition(try await folder.diff("--against", "git:v1.0.0", in: "deep/er"))
      expectAddition(try await folder.diff("--against", "git:v1.0.0", "../../errors.yaml", in: "deep/er"))
      expectAddition(try await folder.diff("--against", "git:v1.0.0:errors.yaml", in: "deep/er"))
      expectAddition(try await folder.diff("--against", "git:v1.0.0:./../../errors.yaml", in: "deep/er"))
    }
  }

  /// The repository is the catalogue's, which need not be that of the current folder.
  @Test func aRepositoryElsewhere() async throws {
    try await withShop { folder in
      try await withTemporaryFolder { other in
        let catalogue = folder.url.appending(path: "errors.yaml").plainPath
        let link = other.appending(path: "link.yaml")
        try FileManager.default.createSymbolicLink(atPath: link.plainPath, withDestinationPath: catalogue)
        for path in [catalogue, "link.yaml"] {
          let result = try await runTool(
            Errata.path, ["diff", "--against", "git:v1.0.0", path], in: other, environment: GitFolder.environment)
          expectAddition(result)
        }
      }
    }
  }

  /// `errata.yaml` at the revision says where the catalogue was, even if nothing of it looks the same.
  @Test func anotherPathInTheConfiguration() async throws {
    try await withGitFolder { folder in
      try folder.url.writing(shop(), to: "old/a.yaml")
      try folder.url.writing("catalog: old/a.yaml\noutputs: []\n", to: "tool/../errata.yaml")
      try await folder.commit(tag: "v1.0.0")
      try await folder.git("rm", "--quiet", "-r", "old")
      // Nothing that git would take for the old file.
      let comments = (0..<200).map { "# A comment that was not there before, number \($0)\n" }.joined()
      try folder.url.writing(comments + Self.newer, to: "new/b.yaml")
      try folder.url.writing("catalog: new/b.yaml\noutputs: []\n", to: "errata.yaml")
      expectAddition(try await folder.diff("--against", "git:v1.0.0"))
      // It is only for the catalogue that errata.yaml names.
      try folder.url.writing(Self.newer, to: "other.yaml")
      #expect(try await folder.diff("--against", "git:v1.0.0", "other.yaml").status == 2)
    }
  }

  @Test func aRenamedFile() async throws {
    try await withGitFolder { folder in
      try folder.url.writing(shop(), to: "errors.yaml")
      try folder.url.writing("other: file\n", to: "unrelated.yaml")
      try await folder.commit(tag: "v1.0.0")
      try folder.url.writing("", to: "sub/x")
      try await folder.git("mv", "errors.yaml", "sub/fehler ä.catalogue")
      try folder.url.writing(Self.newer, to: "sub/fehler ä.catalogue")
      // Staged, but not committed.
      expectAddition(
        try await folder.diff("--against", "git:v1.0.0", "sub/fehler ä.catalogue"), at: "v1.0.0:errors.yaml")
      try await folder.commit(tag: "v1.1.0")
      expectAddition(
        try await folder.diff("--against", "git:v1.0.0", "fehler ä.catalogue", in: "sub"), at: "v1.0.0:errors.yaml")
    }
  }

  private static let first = "errata: 1\nname: Shop\ntitle: Shop\nversion: 1.0.0\n"

  private static func surface(_ key: String) -> String {
    """
      \(key):
        title: Surface \(key)
        endpoints: [/\(key)/*]
        response: {carrier: json, fields: {code: code\(key), description: message\(key)}}
        errors:
          not_found_\(key): {status: 404, description: The order \(key) does not exist}

    """
  }

  private static let whole = first + "surfaces:\n" + surface("orders") + surface("payments")

  /// One file becomes a folder of files, and the reverse, and a folder is renamed.
  @Test(arguments: [false, true])
  func aCatalogueThatWasSplit(_ isReversed: Bool) async throws {
    try await withGitFolder { folder in
      func writeParts(_ name: String, _ change: (String) -> String) throws {
        try folder.url.writing(
          change(Self.first + "surfaces:\n" + Self.surface("orders")), to: "\(name)/1.yaml")
        try folder.url.writing("surfaces:\n" + Self.surface("payments"), to: "\(name)/2.yml")
      }
      let addition = { (text: String) in
        text.replacing("version: 1.0.0", with: "version: 1.1.0")
          .replacing("/orders/*]", with: "/orders/*, /carts/*]")
      }
      if isReversed {
        try writeParts("parts") { $0 }
        try folder.url.writing("errata: [", to: "parts/.hidden.yaml")
        try await folder.commit(tag: "v1.0.0")
        try await folder.git("rm", "--quiet", "-r", "parts")
        try folder.url.writing(addition(Self.whole), to: "errors.yaml")
      } else {
        try folder.url.writing(Self.whole, to: "errors.yaml")
        try await folder.commit(tag: "v1.0.0")
        try await folder.git("rm", "--quiet", "errors.yaml")
        try writeParts("parts", addition)
      }
      let now = isReversed ? "errors.yaml" : "parts"
      let untracked = try await folder.diff("--against", "git:v1.0.0", now)
      #expect(untracked.status == 2 && untracked.error.contains("git does not track \(now)"), "\(untracked)")
      try await folder.git("add", "--all")
      let result = try await folder.diff("--against", "git:v1.0.0", now)
      #expect(result.status == 0 && result.output.hasSuffix("1 addition: version 1.1.0 is sufficient\n"), "\(result)")
      if !isReversed {
        try await folder.commit(tag: "v1.1.0")
        try await folder.git("mv", "parts", "catalogue")
        #expect(try await folder.diff("--against", "git:v1.1.0", "catalogue").output == "no changes\n")
      }
    }
  }

  /// The folder of the catalogue had one file, which `errata.yaml` named.
  @Test func aFileThatBecameItsFolder() async throws {
    try await withGitFolder { folder in
      try folder.url.writing(Self.whole, to: "catalogue/errors.yaml")
      try folder.url.writing("catalog: catalogue/errors.yaml\noutputs: []\n", to: "errata.yaml")
      try await folder.commit(tag: "v1.0.0")
      try folder.url.writing(Self.first + "surfaces:\n" + Self.surface("orders"), to: "catalogue/errors.yaml")
      try folder.url.writing("surfaces:\n" + Self.surface("payments"), to: "catalogue/payments.yaml")
      try folder.url.writing("catalog: catalogue\noutputs: []\n", to: "errata.yaml")
      #expect(try await folder.diff("--against", "git:v1.0.0").output == "no changes\n")
    }
  }

  @Test func theWholeRepositoryAsACatalogue() async throws {
    try await withGitFolder { folder in
      try folder.url.writing(shop(), to: "errors.yaml")
      try await folder.commit(tag: "v1.0.0")
      try folder.url.writing(Self.newer, to: "errors.yaml")
      expectAddition(try await folder.diff("--against", "git:v1.0.0", "."))
      expectAddition(try await folder.diff("--against", "git:v1.0.0:.", "errors.yaml"))
    }
  }

  /// Names that git could take for options or patterns.
  @Test(arguments: ["-x.yaml", ":(glob)*.yaml", "*.yaml", "a\nb.yaml", "\"ä\".yaml"])
  func unusualNamesOfFiles(_ name: String) async throws {
    try await withGitFolder { folder in
      try folder.url.writing(shop(), to: name)
      try folder.url.writing("errata: [", to: "a.yaml")
      try await folder.commit(tag: "v1.0.0")
      try folder.url.writing(Self.newer, to: name)
      expectAddition(try await folder.diff("--against", "git:v1.0.0", "./" + name))
    }
  }

  // MARK: What the environment cannot change

  @Test(arguments: [
    ["GIT_LITERAL_PATHSPECS": "1"], ["GIT_GLOB_PATHSPECS": "1"], ["GIT_ICASE_PATHSPECS": "1"], ["GIT_TRACE": "1"],
    ["GIT_PAGER": "false", "PAGER": "false"], ["LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8"],
    ["GIT_EXTERNAL_DIFF": "false"], ["CDPATH": "/"],
  ])
  func theEnvironment(_ environment: [String: String]) async throws {
    try await withShop { folder in
      try await folder.git("mv", "errors.yaml", "renamed.yaml")
      expectAddition(
        try await folder.diff("--against", "git:v1.0.0", "renamed.yaml", environment: environment),
        at: "v1.0.0:errors.yaml")
    }
  }

  @Test(arguments: [
    ["color.ui", "always"], ["core.pager", "false"], ["pager.ls-tree", "true"], ["diff.renames", "false"],
    ["diff.external", "false"], ["diff.renameLimit", "1"], ["core.quotePath", "true"], ["diff.noprefix", "true"],
    ["log.showSignature", "true"], ["core.fsmonitor", "touch fsmonitor-ran; false"], ["alias.cat-file", "version"],
  ])
  func theConfiguration(_ setting: [String]) async throws {
    try await withShop { folder in
      try await folder.git("mv", "errors.yaml", "renamed.yaml")
      try await folder.git("config", setting[0], setting[1])
      expectAddition(try await folder.diff("--against", "git:v1.0.0", "renamed.yaml"), at: "v1.0.0:errors.yaml")
      #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "fsmonitor-ran").plainPath))
    }
  }

  /// As in a hook, whose paths are relative to the top.
  @Test func theRepositoryThatTheEnvironmentNames() async throws {
    try await withShop { folder in
      try await folder.git("mv", "errors.yaml", "sub.yaml")
      expectAddition(
        try await folder.diff("--against", "git:v1.0.0", "sub.yaml", environment: ["GIT_DIR": ".git"]),
        at: "v1.0.0:errors.yaml")
      try await withTemporaryFolder { other in
        try FileManager.default.moveItem(
          at: folder.url.appending(path: ".git"), to: other.appending(path: "moved.git"))
        let environment = [
          "GIT_DIR": other.appending(path: "moved.git").plainPath, "GIT_WORK_TREE": folder.url.plainPath,
        ]
        expectAddition(
          try await folder.diff("--against", "git:v1.0.0", "sub.yaml", environment: environment),
          at: "v1.0.0:errors.yaml")
      }
    }
  }

  @Test func aLinkedWorkingTree() async throws {
    try await withShop { folder in
      try await folder.git("worktree", "add", "--quiet", "linked", "v1.0.0")
      try folder.url.writing(Self.newer, to: "linked/errors.yaml")
      expectAddition(try await folder.diff("--against", "git:v1.0.0", in: "linked"))
    }
  }

  // MARK: What cannot be done

  private func expectFailure(
    _ result: ProcessResult, _ message: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      result.status == 2 && result.output.isEmpty && result.error == message, "\(result)",
      sourceLocation: sourceLocation)
  }

  @Test func aRevisionThatDoesNotExist() async throws {
    try await withShop { folder in
      expectFailure(
        try await folder.diff("--against", "git:v1.0.1"),
        """
        error: cannot read git:v1.0.1: the repository has no such revision [cannot-read]
              = help: did you mean `v1.0.0`?

        """)
      expectFailure(
        try await folder.diff("--against", "git:release-of-last-week"),
        """
        error: cannot read git:release-of-last-week: the repository has no such revision [cannot-read]
              = help: name a tag, a branch or a commit; `git fetch --tags` fetches the tags

        """)
    }
  }

  @Test(arguments: [
    "--output=x", "-h", "$(touch x)", "`touch x`", "v1.0.0;touch x", "v1.0.0..main", "--", "v1.0.0\n", "^HEAD",
  ])
  func aHostileRevision(_ name: String) async throws {
    try await withShop { folder in
      let result = try await folder.diff("--against", "git:\(name)")
      #expect(result.status == 2 && result.output.isEmpty && result.error.contains("no such revision"), "\(result)")
      #expect(!result.error.dropLast().contains("\n\n"), "one line for the name")
      #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "x").plainPath))
    }
  }

  @Test(arguments: ["git:", "git::errors.yaml", "git:v1.0.0:"])
  func aRevisionThatIsMissing(_ argument: String) async throws {
    try await withShop { folder in
      let result = try await folder.diff("--against", argument)
      #expect(result.status == 64 && result.error.contains("names no revision"), "\(result)")
    }
  }

  @Test func aShallowClone() async throws {
    try await withShop { folder in
      try await folder.commit(tag: "v1.1.0")
      try await folder.git("clone", "--quiet", "--depth", "1", "file://" + folder.url.plainPath, "clone")
      expectFailure(
        try await folder.diff("--against", "git:v1.0.0", in: "clone"),
        """
        error: cannot read git:v1.0.0: this clone is shallow and does not have that revision [cannot-read]
              = help: run `git fetch --depth=1 origin tag v1.0.0`; with actions/checkout, `fetch-depth: 0` fetches everything

        """)
      #expect(
        try await folder.diff("--against", "git:$(x)", in: "clone").error.contains("`git fetch --unshallow --tags`"))
      // What the message says helps.
      try await folder.git("-C", "clone", "fetch", "--quiet", "--depth=1", "origin", "tag", "v1.0.0")
      expectAddition(try await folder.diff("--against", "git:v1.0.0", in: "clone"))
    }
  }

  @Test func aBranchThatAShallowCloneDoesNotHave() async throws {
    try await withShop { folder in
      try await folder.git("branch", "feat/x")
      try await folder.commit(tag: "v1.1.0")
      try await folder.git("clone", "--quiet", "--depth", "1", "file://" + folder.url.plainPath, "clone")
      let result = try await folder.diff("--against", "git:origin/feat/x", in: "clone")
      #expect(
        result.error.contains("run `git fetch --depth=1 origin feat/x:refs/remotes/origin/feat/x`"), "\(result)")
      try await folder.git(
        "-C", "clone", "fetch", "--quiet", "--depth=1", "origin", "feat/x:refs/remotes/origin/feat/x")
      expectAddition(try await folder.diff("--against", "git:origin/feat/x", in: "clone"))
      for name in ["0123456789ab", "HEAD~1", "refs/heads/feat/x"] {
        let result = try await folder.diff("--against", "git:\(name)", in: "clone")
        #expect(result.error.contains("run `git fetch --unshallow --tags`"), "\(result)")
      }
    }
  }

  @Test func aSymbolicLink() async throws {
    try await withGitFolder { folder in
      try folder.url.writing(shop(), to: "real.yaml")
      try FileManager.default.createSymbolicLink(
        atPath: folder.url.appending(path: "errors.yaml").plainPath, withDestinationPath: "real.yaml")
      try await folder.commit(tag: "v1.0.0")
      try await folder.git("rm", "--quiet", "errors.yaml")
      try folder.url.writing(Self.newer, to: "errors.yaml")
      expectFailure(
        try await folder.diff("--against", "git:v1.0.0", "errors.yaml"),
        """
        error: cannot read v1.0.0:errors.yaml: it is a symbolic link at that revision [cannot-read]
              = help: give the path that it leads to: --against git:v1.0.0:PATH

        """)
      expectAddition(try await folder.diff("--against", "git:v1.0.0:real.yaml", "errors.yaml"))
    }
  }

  @Test func aPathThatLeadsOut() async throws {
    try await withShop { folder in
      expectFailure(
        try await folder.diff("--against", "git:v1.0.0:../errors.yaml"),
        """
        error: cannot read git:v1.0.0:../errors.yaml: the path leads out of the repository [cannot-read]
              = help: the path begins at the top of the repository, or with `./` in this folder

        """)
    }
  }

  /// A catalogue elsewhere can be compared with a path of this repository.
  @Test func aCatalogueOutsideOfTheRepository() async throws {
    try await withShop { folder in
      try await withTemporaryFolder { other in
        try other.writing(Self.newer, to: "errors.yaml")
        let path = other.appending(path: "errors.yaml").plainPath
        let result = try await folder.diff("--against", "git:v1.0.0", path)
        #expect(result.status == 2 && result.error.contains("as in git:v1.0.0:errors.yaml, or"), "\(result)")
        expectAddition(try await folder.diff("--against", "git:v1.0.0:errors.yaml", path))
      }
    }
  }

  @Test func noRepository() async throws {
    try await withTemporaryFolder { url in
      let folder = GitFolder(url: url)
      try url.writing(shop(), to: "errors.yaml")
      let ceiling = ["GIT_CEILING_DIRECTORIES": url.deletingLastPathComponent().plainPath]
      let path = try #require(unsafe realpath(url.plainPath, nil).map { unsafe String(cString: $0) })
      expectFailure(
        try await folder.diff("--against", "git:v1.0.0", "errors.yaml", environment: ceiling),
        """
        error: cannot read git:v1.0.0: \(path) is not in a git repository [cannot-read]
              = help: run errata in the repository, with the path that the catalogue has there, as in git:v1.0.0:errors.yaml, or compare with a file: --against FILE

        """)
      try url.writing(shop(), to: "sub/errors.yaml")
      let other = try await folder.diff("--against", "git:v1.0.0", "sub/errors.yaml", environment: ceiling)
      #expect(other.error.contains("/sub is not in a git repository"))
    }
  }

  @Test func noGit() async throws {
    try await withShop { folder in
      expectFailure(
        try await folder.diff("--against", "git:v1.0.0", environment: ["PATH": "/nowhere"]),
        """
        error: cannot read git:v1.0.0: git is not installed [cannot-read]
              = help: install git, or compare with a file: --against FILE

        """)
    }
  }

  /// Git explains why it refuses a repository, and what to do.
  @Test func aRepositoryThatGitRefuses() async throws {
    try await withShop { folder in
      try folder.url.writing("[core", to: ".git/config")
      let result = try await folder.diff("--against", "git:v1.0.0")
      #expect(result.status == 2)
      #expect(
        result.error.hasPrefix(
          "error: cannot read git:v1.0.0: git cannot read the repository [cannot-read]\n      | fatal: bad config"))
    }
  }

  /// Git's objects are files, and files can be lost.
  @Test(arguments: [
    ("v1.0.0:errors.yaml", "git cannot read the repository [cannot-read]\n      | fatal: "),
    ("v1.0.0:", "that revision has no files, or git has lost them [cannot-read]\n"),
  ])
  func anObjectThatIsMissing(_ name: String, _ message: String) async throws {
    try await withShop { folder in
      let object = try await folder.git("rev-parse", name).trimmingCharacters(in: .newlines)
      try FileManager.default.removeItem(
        at: folder.url.appending(path: ".git/objects/\(object.prefix(2))/\(object.dropFirst(2))"))
      let result = try await folder.diff("--against", "git:v1.0.0")
      #expect(result.status == 2 && result.output.isEmpty && result.error.contains(": \(message)"), "\(result)")
    }
  }

  /// A configuration that is not in the repository says nothing about its past.
  @Test func aConfigurationElsewhere() async throws {
    try await withShop { folder in
      try await folder.git("mv", "errors.yaml", "renamed.yaml")
      try await withTemporaryFolder { other in
        let catalogue = folder.url.appending(path: "renamed.yaml").plainPath
        try other.writing("catalog: \(catalogue)\noutputs: []\n", to: "errata.yaml")
        let configuration = other.appending(path: "errata.yaml").plainPath
        expectAddition(
          try await folder.diff("--against", "git:v1.0.0", "--config", configuration), at: "v1.0.0:errors.yaml")
      }
    }
  }

  @Test func aBareRepository() async throws {
    try await withShop { folder in
      try await folder.git("clone", "--quiet", "--bare", ".", "bare.git")
      try folder.url.writing(shop(), to: "bare.git/errors.yaml")
      let result = try await folder.diff("--against", "git:v1.0.0", "errors.yaml", in: "bare.git")
      #expect(
        result.status == 2 && result.error.contains("/bare.git is in a bare repository, which has no files"),
        "\(result)")
    }
  }

  @Test func aFileThatDidNotExist() async throws {
    try await withShop { folder in
      try folder.url.writing("{}", to: "other.yaml")
      try await folder.commit(tag: "other")
      try folder.url.writing(Self.newer, to: "new.yaml")
      expectFailure(
        try await folder.diff("--against", "git:v1.0.0", "new.yaml"),
        """
        error: cannot read v1.0.0:new.yaml: it does not exist at that revision [cannot-read]
              = help: git does not track new.yaml: `git add` it, or give the path that it had then: --against git:v1.0.0:PATH

        """)
      try await folder.git("add", "new.yaml")
      expectFailure(
        try await folder.diff("--against", "git:v1.0.0", "new.yaml"),
        """
        error: cannot read v1.0.0:new.yaml: it does not exist at that revision [cannot-read]
              = help: if it had another path, give the path that it had then: --against git:v1.0.0:PATH

        """)
      expectFailure(
        try await folder.diff("--against", "git:v1.0.0:none.yaml", "new.yaml"),
        """
        error: cannot read v1.0.0:none.yaml: it does not exist at that revision [cannot-read]
              = help: the path begins at the top of the repository, or with `./` in this folder

        """)
      expectAddition(try await folder.diff("--against", "git:v1.0.0:errors.yaml", "new.yaml"))
    }
  }

  @Test func standardInputHasNoPath() async throws {
    try await withShop { folder in
      let arguments = ["diff", "--against", "git:v1.0.0", "-"]
      let result = try await runTool(
        Errata.path, arguments, input: Self.newer, in: folder.url, environment: GitFolder.environment)
      expectFailure(
        result,
        """
        error: cannot read git:v1.0.0: the catalogue is not a file, so it has no path at that revision [cannot-read]
              = help: add the path, as in git:v1.0.0:errors.yaml

        """)
      expectAddition(
        try await runTool(
          Errata.path, ["diff", "--against", "git:v1.0.0:errors.yaml", "-"], input: Self.newer, in: folder.url,
          environment: GitFolder.environment))
    }
  }

  /// The errors of the old catalogue are shown, with its revision; its warnings are not.
  @Test func aCatalogueThatWasBroken() async throws {
    try await withGitFolder { folder in
      try folder.url.writing(
        shop().replacing("title: API", with: "titel: API").replacing(
          "fields: {code: code", with: "fields: {code: a.code"),
        to: "errors.yaml")
      try await folder.commit(tag: "v1.0.0")
      try folder.url.writing(shop(), to: "errors.yaml")
      expectFailure(
        try await folder.diff("--against", "git:v1.0.0", "errors.yaml"),
        """
        v1.0.0:errors.yaml:7:5: error: unknown key `titel` in a surface [unknown-key]
            7 |     titel: API
              |     ^^^^^
              = help: did you mean `title`?
        error: cannot compare with git:v1.0.0: the catalogue has 1 error [cannot-read]
              = help: compare with another version, or with a corrected copy: --against FILE

        """)
    }
  }

  @Test func aFormatOfTheFuture() async throws {
    try await withGitFolder { folder in
      try folder.url.writing(shop().replacing("errata: 1", with: "errata: 7"), to: "errors.yaml")
      try await folder.commit(tag: "v1.0.0")
      try folder.url.writing(shop(), to: "errors.yaml")
      let result = try await folder.diff("--against", "git:v1.0.0", "errors.yaml")
      #expect(result.status == 2 && result.error.hasPrefix("v1.0.0:errors.yaml:1:9: error: "), "\(result)")
      #expect(result.error.contains("[invalid-version]"))
    }
  }

  @Test(.slow) func aFileOf129Megabytes() async throws {
    try await withGitFolder { folder in
      try folder.url.writing("", to: "errors.yaml")
      #expect(unsafe truncate(folder.url.appending(path: "errors.yaml").plainPath, 129 << 20) == 0)
      try await folder.commit(tag: "v1.0.0")
      try folder.url.writing(shop(), to: "errors.yaml")
      expectFailure(
        try await folder.diff("--against", "git:v1.0.0", "errors.yaml"),
        "v1.0.0:errors.yaml:1:1: error: this file is too large; the limit is 128 MiB [too-large]\n"
          + "      = help: split the catalogue into a folder of smaller files\n")
    }
  }

  /// A run that waits for git ends with it.
  @Test func anInterruptedRun() async throws {
    let script = """
      mkdir bin
      printf '#!/bin/sh\\necho $$ >pid.new; mv pid.new pid; exec sleep 60\\n' >bin/git
      chmod +x bin/git
      PATH="$PWD/bin:$PATH" "$0" diff --against git:v1.0.0 &
      run=$!
      while ! test -e pid && kill -0 $run; do sleep 0.05; done
      kill -TERM $run
      wait $run
      echo $?
      kill -0 $(cat pid) 2>/dev/null && echo still running
      """
    try await withShop { folder in
      let result = try await runTool("bash", ["-c", script, Errata.path], in: folder.url)
      #expect(result.output == "143\n", "\(result)")
    }
  }
}
