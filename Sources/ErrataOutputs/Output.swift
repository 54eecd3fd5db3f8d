import ErrataCatalog

/// A generator of files: a pure function of the catalogue that doesn't access the disk.
package protocol Output: Sendable {
  /// Independent jobs that together generate the files and can run in parallel. Paths are unique and relative to the output's
  /// folder.
  func jobs(for catalog: Catalog) -> [OutputJob]
}

/// Generates one or more files.
package typealias OutputJob = @Sendable () -> [OutputFile]

extension Output {
  /// All files, generated sequentially.
  package func files(for catalog: Catalog) -> [OutputFile] {
    jobs(for: catalog).flatMap { $0() }
  }
}

/// A file to write.
package struct OutputFile: Sendable {
  /// Relative, with `/`.
  package let path: String
  /// The contents, to be written as UTF-8, with the digest in the mark.
  package let contents: String
  /// The position of its mark.
  package let form: MarkForm

  /// - Parameters:
  ///   - path: relative, with `/`.
  ///   - contents: the contents, with a mark whose digest is a placeholder.
  ///   - form: the position of the mark.
  init(path: String, contents: String, markedAs form: MarkForm) {
    self.init(path: path, digested: GeneratedMark.addingDigest(to: contents, form: form), form: form)
  }

  private init(path: String, digested contents: String, form: MarkForm) {
    self.path = path
    self.contents = contents
    self.form = form
  }

  /// The same file at another path.
  package func moved(to path: String) -> OutputFile {
    OutputFile(path: path, digested: contents, form: form)
  }
}
