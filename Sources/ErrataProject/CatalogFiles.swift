import ErrataCatalog
import ErrataDiagnostics
import ErrataText
import ErrataYAML
import Foundation

/// The files of a catalogue: `path` itself, the `.yaml` and `.yml` files in it if it is a folder, or standard input for `-`.
/// - Throws: `Failure` if one of them cannot be read or is too large.
package func readCatalogFiles(_ path: String) throws -> [SourceFile] {
  guard path != "-", isFolder(path) else { return [try readFile(path)] }
  let names: [String]
  do {
    names = try FileManager.default.contentsOfDirectory(atPath: path)
  } catch {
    throw Failure.cannotRead(path, reason: systemReason())
  }
  let folder = path.hasSuffix("/") ? path : path + "/"
  let files = names.filter(isCatalogFile).sorted()
  if files.isEmpty {
    throw Failure.cannotRead(path, reason: "the folder has no .yaml file", hint: "pass the catalogue's file or folder")
  }
  return try files.map { try readFile(folder + $0) }
}

/// Whether a file in the folder of a catalogue is part of it. The configuration may be in the same folder.
func isCatalogFile(_ name: String) -> Bool {
  name != "errata.yaml" && !name.hasPrefix(".") && (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
}

/// The paths of the files in this folder, and in its folder `catalog`, that look like catalogues: they have the key `errata`.
package func nearbyCatalogs() -> [String] {
  let folders = ["", "catalog/"]
  return folders.flatMap { folder in
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    return names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted().map { folder + $0 }
  }.filter { path in
    guard let file = try? FileDescriptor(reading: path, folderHint: "") else { return false }
    defer { file.close() }
    var start: [UInt8] = []
    _ = try? start.append(upTo: 4_096, from: file.read)
    return String(decoding: start, as: UTF8.self).split(separator: "\n").contains { $0.hasPrefix("errata:") }
  }
}

/// The file at `path`, or standard input for `-`, read up to one byte over the limit of a catalogue.
/// - Throws: `Failure` if it cannot be read, or is a file over that limit.
package func readFile(_ path: String) throws -> SourceFile {
  let limit = ReadingLimits().bytes + 1
  let file = try FileDescriptor(reading: path, folderHint: "pass a file")
  defer { file.close() }
  if let size = file.size, size >= limit {
    throw Failure(.invalidInput, [tooManyBytes(SourceFile(path: file.name, bytes: []), ReadingLimits())])
  }
  var bytes: [UInt8] = []
  bytes.reserveCapacity((file.size ?? 0) + 1)
  _ = try bytes.append(upTo: limit, from: file.read)
  return SourceFile(path: file.name, bytes: bytes)
}
