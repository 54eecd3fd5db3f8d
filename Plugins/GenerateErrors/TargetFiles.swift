import Foundation

/// The files of a target, which include its catalogue or its `errata.yaml`.
struct TargetFiles {
  let target: String
  /// The folder that the error message names if there is no catalogue.
  let folder: URL
  let files: [URL]

  /// The source of the target's errors: its `errata.yaml`, or else the only catalogue among its files.
  /// - Throws: `TargetError` if there is no catalogue or more than one.
  func source() throws -> ErrorSource {
    let yaml = files.filter { ["yaml", "yml"].contains($0.pathExtension) }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    if let configuration = yaml.first(where: { $0.lastPathComponent == "errata.yaml" }) {
      return .configuration(configuration)
    }
    let catalogues = yaml.filter(isCatalogue)
    switch catalogues.count {
    case 1: return .catalogue(catalogues[0])
    case 0: throw noCatalogue(others: yaml)
    default: throw severalCatalogues(catalogues)
    }
  }

  /// Whether a file has a line that begins with `errata:`, as every catalogue has.
  private func isCatalogue(_ file: URL) -> Bool {
    guard let text = try? Data(contentsOf: file, options: .mappedIfSafe) else { return false }
    return text.starts(with: Data("errata:".utf8)) || text.range(of: Data("\nerrata:".utf8)) != nil
  }

  private func noCatalogue(others: [URL]) -> TargetError {
    let note =
      others.isEmpty
      ? ""
      : " (\(listed(others)) \(others.count == 1 ? "has" : "have") no line `errata: 1`)"
    return TargetError(
      message: "target `\(target)` has no error catalogue\(note); add one to \(folder.plainPath), or an errata.yaml "
        + "that names one, as in `catalog: ../errors.yaml`")
  }

  private func severalCatalogues(_ catalogues: [URL]) -> TargetError {
    TargetError(
      message:
        "target `\(target)` has \(catalogues.count) error catalogues (\(listed(catalogues))); remove all but one, "
        + "or add an errata.yaml that names one, as in `catalog: \(catalogues[0].lastPathComponent)`")
  }

  private func listed(_ files: [URL]) -> String {
    let names = files.map(\.lastPathComponent)
    return names.count < 2
      ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
  }
}

/// The reason why a target's errors cannot be generated.
struct TargetError: Error {
  let message: String
}
