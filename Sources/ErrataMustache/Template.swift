import ErrataDiagnostics

/// A template whose names are resolved against the view that it will be shown.
package struct Template<Root: TemplateView>: Sendable {
  let pieces: [Piece]

  /// Reads a template.
  /// - Parameter tags: those of `file`.
  /// - Returns: nil where there is a problem; and all problems, under `template-syntax` and `unknown-name`.
  package static func read(_ file: SourceFile, _ tags: [Tag]) -> (template: Template?, diagnostics: [Diagnostic]) {
    var compiler = Compiler(file, Root.self)
    let pieces = compiler.compile(Token.all(in: Array(file.bytes), tags))
    return (compiler.diagnostics.isEmpty ? Template(pieces: pieces) : nil, compiler.diagnostics)
  }

  /// The output for `root`.
  package func render(_ root: Root, in language: any Language) -> String {
    var renderer = Renderer(root, language)
    renderer.render(pieces)
    return renderer.output
  }
}

/// The tags of `file`, in order.
package func tags(of file: SourceFile) -> [Tag] {
  Tag.all(in: Array(file.bytes))
}
