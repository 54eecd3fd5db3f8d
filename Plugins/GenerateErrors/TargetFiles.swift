import Foundation

/// The files of a target, among which its catalogue or its `errata.yaml` is.
struct TargetFiles {
  let target: String
  /// Where a catalogue is missed when there is none.
  let folder: URL
  let files: [URL]

  /// Where the errors of the target come from: its `errata.yaml`, or else the one catalogue among its files.
  /// - Throws: `TargetProblem` where there is no catalogue or more than one.
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

  /// Whether a file has the key that every catalogue has, at the beginning of a line.
  private func isCatalogue(_ file: URL) -> Bool {
    guard let text = try? Data(contentsOf: file, options: .mappedIfSafe) else { return false }
    return text.starts(with: Data("errata:".utf8)) || text.range(of: Data("\nerrata:".utf8)) != nil
  }

  private func noCatalogue(others: [URL]) -> TargetProblem {
    let found =
      others.isEmpty
      ? ""
      : " What is there is none: \(listed(others)) \(others.count == 1 ? "has" : "have") no line `errata: 1`."
    return TargetProblem(
      message: "target `\(target)` has no error catalogue.\(found) Put one into \(folder.plainPath), or an errata.yaml "
        + "that names one, as in `catalog: ../errors.yaml`")
  }

  private func severalCatalogues(_ catalogues: [URL]) -> TargetProblem {
    TargetProblem(
      message: "target `\(target)` has \(catalogues.count) error catalogues: \(listed(catalogues)). Keep one in the "
        + "target, or write an errata.yaml beside them that names it, as in "
        + "`catalog: \(catalogues[0].lastPathComponent)`")
  }

  private func listed(_ files: [URL]) -> String {
    let names = files.map(\.lastPathComponent)
    return names.count < 2
      ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
  }
}

/// Why nothing can be made for a target, and what to do.
struct TargetProblem: Error {
  let message: String
}
