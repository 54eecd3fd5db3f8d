/// The Mustache files in this folder, embedded in the binary so that the tool is one file.
public enum BuiltInTemplates {
  /// Name and text of each, the name being the file's without `.mustache`.
  public static let all: [String: String] = [
    "swift-namespace": text(PackageResources.swift_namespace_mustache),
    "swift-error-code": text(PackageResources.swift_error_code_mustache),
    "markdown-index": text(PackageResources.markdown_index_mustache),
    "markdown-surface": text(PackageResources.markdown_surface_mustache),
  ]

  private static func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
