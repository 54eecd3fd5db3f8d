import ErrataCatalog
import ErrataYAML

/// A JSON Schema with which editors complete, explain and check what they show.
package enum EditorSchema: String, CaseIterable, Sendable {
  /// For a catalogue in one file.
  case catalogue
  /// For each file of a catalogue that is a folder.
  case cataloguePart = "catalogue-part"
  /// For `errata.yaml`.
  case configuration

  /// The usual name of its file.
  package var fileName: String { "\(rawValue).schema.json" }

  /// The schema as JSON, with a line break at the end.
  package var text: String { format.json.text(width: 100) + "\n" }

  private var format: FormatSchema {
    switch self {
    case .catalogue: .catalogue
    case .cataloguePart: .cataloguePart
    case .configuration: .configuration
    }
  }

  /// The comment with which editors find the schema: the first line of a YAML file.
  /// - Parameter folder: the schema's folder, relative to that of the YAML file; empty for the same one.
  package func modeline(in folder: String) -> String {
    "# yaml-language-server: $schema=\(folder.isEmpty ? "" : folder + "/")\(fileName)"
  }
}

extension FormatSchema {
  /// The schema of `errata.yaml`.
  fileprivate static let configuration = FormatSchema(
    "urn:errata:schema:configuration", comment: "The format of errata.yaml. Printed by `errata schema configuration`.",
    root: ConfigurationKey.table)
}
