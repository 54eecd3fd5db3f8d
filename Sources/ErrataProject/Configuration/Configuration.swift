/// What `errata.yaml` says: the catalogue, and what to make of it.
package struct Configuration: Sendable {
  /// The catalogue's file or folder, relative to the configuration's folder.
  package let catalog: String
  /// Outputs with their folders, relative to the configuration's folder.
  package let outputs: [OutputRequest]
  /// Templates with the folders for what they make, relative to the configuration's folder.
  package let templates: [TemplateRequest]
}

/// A template and the folder for what it makes.
package struct TemplateRequest: Sendable {
  /// The name of a built-in template, or the path of a file.
  package let template: String
  /// Where to put what it makes; the folder need not be there yet.
  package let folder: String

  /// - Parameters:
  ///   - template: the name of a built-in template, or the path of a file.
  ///   - folder: where to put what it makes.
  package init(template: String, folder: String) {
    self.template = template
    self.folder = folder
  }

  /// Whether it is a name and not a path: a word without `/` and `.`.
  package var isBuiltIn: Bool { !template.contains { $0 == "/" || $0 == "." } }
}
