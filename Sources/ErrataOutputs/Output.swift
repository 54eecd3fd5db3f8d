import ErrataCatalog

/// Something that a catalogue is turned into. It is a function from the catalogue to files, and touches no disk.
package protocol Output: Sendable {
  /// Pieces of work that together make the files, and that can be done at once. Paths are relative to the output's folder,
  /// and no two are the same.
  func recipes(for catalog: Catalog) -> [OutputRecipe]
}

/// Makes one or several files.
package typealias OutputRecipe = @Sendable () -> [OutputFile]

extension Output {
  /// The files, made one after the other.
  package func files(for catalog: Catalog) -> [OutputFile] {
    recipes(for: catalog).flatMap { $0() }
  }
}

/// A file to write: where it goes, and what is in it.
package struct OutputFile: Sendable {
  /// Relative, with `/`.
  package let path: String
  /// What is in it, as UTF-8, with the digest in its mark.
  package let contents: String
  /// Where its mark is.
  package let form: MarkForm

  /// - Parameters:
  ///   - path: relative, with `/`.
  ///   - contents: what is in it, with a mark that has no digest yet.
  ///   - form: where that mark is.
  init(path: String, contents: String, markedAs form: MarkForm) {
    self.init(path: path, sealed: GeneratedMark.sealed(contents, form), form: form)
  }

  private init(path: String, sealed contents: String, form: MarkForm) {
    self.path = path
    self.contents = contents
    self.form = form
  }

  /// The same file in another place.
  package func moved(to path: String) -> OutputFile {
    OutputFile(path: path, sealed: contents, form: form)
  }
}
