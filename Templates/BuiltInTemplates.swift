/// The Mustache files in this folder, embedded in the binary so that the tool is one file.
public enum BuiltInTemplates {
  /// Name and text of each, the name being the file's without `.mustache`.
  public static let all: [String: String] = [
    "swift-file": text(PackageResources.swift_file_mustache),
    "swift-namespace": text(PackageResources.swift_namespace_mustache),
    "swift-reading": text(PackageResources.swift_reading_mustache),
    "swift-response-error": text(PackageResources.swift_response_error_mustache),
    "swift-redirect-error": text(PackageResources.swift_redirect_error_mustache),
    "swift-error-code": text(PackageResources.swift_error_code_mustache),
    "swift-case": text(PackageResources.swift_case_mustache),
    "swift-raw-value": text(PackageResources.swift_raw_value_mustache),
    "swift-code": text(PackageResources.swift_code_mustache),
    "swift-row": text(PackageResources.swift_row_mustache),
    "markdown-index": text(PackageResources.markdown_index_mustache),
    "markdown-index-row": text(PackageResources.markdown_index_row_mustache),
    "markdown-surface": text(PackageResources.markdown_surface_mustache),
    "markdown-surface-row": text(PackageResources.markdown_surface_row_mustache),
    "markdown-section": text(PackageResources.markdown_section_mustache),
  ]

  private static func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
