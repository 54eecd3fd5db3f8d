import ErrataDiagnostics

/// A compiled template, with its names resolved against `Root`.
package struct Template<Root: TemplateView>: Sendable {
  let nodes: [TemplateNode]

  /// Compiles a template.
  /// - Parameter tags: the tags of `file`.
  /// - Returns: the template, or nil if it has errors; and its diagnostics, under `template-syntax` and `unknown-name`.
  package static func read(_ file: SourceFile, _ tags: [Tag]) -> (template: Template?, diagnostics: [Diagnostic]) {
    var compiler = Compiler(file, Root.self)
    let nodes = compiler.compile(Token.all(in: Array(file.bytes), tags))
    return (compiler.diagnostics.isEmpty ? Template(nodes: nodes) : nil, compiler.diagnostics)
  }

  /// The output for `root`.
  package func render(_ root: Root, in language: any Language) -> String {
    var renderer = Renderer(root, language)
    renderer.render(nodes)
    return renderer.output
  }
}

/// The tags of `file`, in order.
package func tags(of file: SourceFile) -> [Tag] {
  Tag.all(in: Array(file.bytes))
}
