/// The Mustache files in this folder, embedded in the binary so that the tool is one file.
package enum BuiltInTemplates {
  /// Name and text of each, the name being the file's without `.mustache`.
  package static let all: [String: String] = [
    "swift-file": text(PackageResources.swift_file_mustache),
    "swift-namespace": text(PackageResources.swift_namespace_mustache),
    "swift-code-table": text(PackageResources.swift_code_table_mustache),
    "swift-response-body": text(PackageResources.swift_response_body_mustache),
    "swift-json-reader": text(PackageResources.swift_json_reader_mustache),
    "swift-retry-after": text(PackageResources.swift_retry_after_mustache),
    "swift-redirect-parameters": text(PackageResources.swift_redirect_parameters_mustache),
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
    "html-page": text(PackageResources.html_page_mustache),
    "html-entry": text(PackageResources.html_entry_mustache),
  ]

  /// The templates that make source code, by the names that users know. They see a `CatalogView`.
  package static let code: [String: String] = [
    "kotlin": text(PackageResources.kotlin_mustache),
    "python": text(PackageResources.python_mustache),
    "typescript": text(PackageResources.typescript_mustache),
  ]

  /// The style sheet of the HTML page.
  package static let pageStyle = [
    PackageResources.page_base_css, PackageResources.page_finder_css, PackageResources.page_sections_css,
    PackageResources.page_codes_css, PackageResources.page_narrow_css, PackageResources.page_print_css,
  ].map(text).joined(separator: "\n")

  /// The script of the HTML page: its parts in one block, so that their names are nobody else's.
  package static let pageScript =
    "\"use strict\";\n{\n"
    + [
      PackageResources.page_elements_js, PackageResources.page_search_js, PackageResources.page_address_js,
      PackageResources.page_copy_js, PackageResources.page_keys_js, PackageResources.page_start_js,
    ].map(text).joined(separator: "\n") + "}\n"

  private static func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
