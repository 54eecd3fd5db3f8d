/// The files in this folder, embedded in the binary so that the tool is one file.
package enum EmbeddedTemplates {
  package static let go = text(PackageResources.go_mustache)
  package static let htmlPage = text(PackageResources.html_mustache)
  package static let kotlin = text(PackageResources.kotlin_mustache)
  package static let markdownIndex = text(PackageResources.markdown_index_mustache)
  package static let markdownSurface = text(PackageResources.markdown_surface_mustache)
  package static let python = text(PackageResources.python_mustache)
  package static let swiftNamespace = text(PackageResources.swift_namespace_mustache)
  package static let swiftReading = text(PackageResources.swift_reading_mustache)
  package static let swiftSurface = text(PackageResources.swift_surface_mustache)
  package static let typescript = text(PackageResources.typescript_mustache)

  /// The style sheet of the HTML page.
  package static let pageStyle = [
    PackageResources.page_base_css, PackageResources.page_finder_css, PackageResources.page_sections_css,
    PackageResources.page_codes_css, PackageResources.page_narrow_css, PackageResources.page_print_css,
  ].map(text).joined(separator: "\n")

  /// The script of the HTML page: its parts in one block scope, so that they define no globals.
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
