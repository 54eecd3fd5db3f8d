import Foundation

/// What the errors of a target are made from.
enum ErrorSource {
  /// An `errata.yaml`, which names the catalogue.
  case configuration(URL)
  case catalogue(URL)

  /// How `errata` is told.
  var arguments: [String] {
    switch self {
    case .configuration(let file): ["--config", file.plainPath]
    case .catalogue(let file): [file.plainPath]
    }
  }

  /// The files that the build has to watch.
  var inputs: [URL] {
    switch self {
    case .configuration(let file): [file] + (cataloguePath(in: file).map(filesOfCatalogue) ?? [])
    case .catalogue(let file): [file]
    }
  }

  /// Where a configuration says that its catalogue is; nil where that cannot be seen without a YAML parser. It decides only
  /// what is watched: `errata` reads the configuration itself, and says when it has read more than that.
  private func cataloguePath(in configuration: URL) -> URL? {
    guard let text = try? String(contentsOf: configuration, encoding: .utf8),
      let match = text.firstMatch(
        of: /(?m)^catalog:[ \t]+(?:"([^"\\\r\n]+)"|'([^'\r\n]+)'|([^"'\s#][^\r\n]*?))[ \t]*(?:#.*)?$/),
      let path = match.1 ?? match.2 ?? match.3
    else { return nil }
    return URL(filePath: String(path), relativeTo: configuration.deletingLastPathComponent()).standardizedFileURL
  }

  /// The catalogue itself; where it is a folder, that and the files in it.
  private func filesOfCatalogue(_ catalogue: URL) -> [URL] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: catalogue.plainPath) else {
      return [catalogue]
    }
    return [catalogue]
      + names.sorted().filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.map { catalogue.appending(path: $0) }
  }
}
