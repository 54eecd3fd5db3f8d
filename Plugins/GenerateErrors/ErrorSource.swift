import Foundation

/// The source that a target's errors are generated from.
enum ErrorSource {
  /// An `errata.yaml`, which names the catalogue.
  case configuration(URL)
  case catalogue(URL)

  /// The arguments for `errata`.
  var arguments: [String] {
    switch self {
    case .configuration(let file): ["--config", file.plainPath]
    case .catalogue(let file): [file.plainPath]
    }
  }

  /// The files that the build must watch.
  var inputs: [URL] {
    switch self {
    case .configuration(let file): [file] + (cataloguePath(in: file).map(filesOfCatalogue) ?? [])
    case .catalogue(let file): [file]
    }
  }

  /// The path of the catalogue in a configuration; nil if it cannot be found without a YAML parser. It determines only which
  /// files are watched: `errata` reads the configuration itself, and touches the watch list if it reads any other files.
  private func cataloguePath(in configuration: URL) -> URL? {
    guard let text = try? String(contentsOf: configuration, encoding: .utf8),
      let match = text.firstMatch(
        of: /(?m)^catalog:[ \t]+(?:"([^"\\\r\n]+)"|'([^'\r\n]+)'|([^"'\s#][^\r\n]*?))[ \t]*(?:#.*)?$/),
      let path = match.1 ?? match.2 ?? match.3
    else { return nil }
    return URL(filePath: String(path), relativeTo: configuration.deletingLastPathComponent()).standardizedFileURL
  }

  /// The catalogue; if it is a folder, the folder and its files.
  private func filesOfCatalogue(_ catalogue: URL) -> [URL] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: catalogue.plainPath) else {
      return [catalogue]
    }
    return [catalogue]
      + names.sorted().filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.map { catalogue.appending(path: $0) }
  }
}
