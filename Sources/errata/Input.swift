import ArgumentParser
import ErrataCatalog
import ErrataDiagnostics
import ErrataOutputs
import ErrataYAML
import Foundation

/// The catalogue at `path`. Its problems are reported; when an error is among them, the run ends with status 1.
func readCatalog(at path: String, reportingTo terminal: Terminal) throws -> Catalog {
  try readCatalog(readCatalogFiles(path), reportingTo: terminal)
}

/// The catalogue in `files`. Its problems are reported; when an error is among them, the run ends with status 1.
func readCatalog(_ files: [SourceFile], reportingTo terminal: Terminal) throws -> Catalog {
  let (catalog, diagnostics) = readCatalog(files)
  terminal.diagnose(diagnostics)
  guard let catalog, !diagnostics.hasErrors else {
    terminal.summarize(diagnostics)
    throw ExitCode(1)
  }
  return catalog
}

/// The files of a catalogue: `path` itself, the `.yaml` and `.yml` files in it where it is a folder, or standard input for
/// `-`.
func readCatalogFiles(_ path: String) throws -> [SourceFile] {
  guard path != "-", isFolder(path) else { return [try readFile(path)] }
  let names: [String]
  do {
    names = try FileManager.default.contentsOfDirectory(atPath: path)
  } catch {
    throw cannotRead(path, reason: systemReason())
  }
  let folder = path.hasSuffix("/") ? path : path + "/"
  // The configuration may stand beside the catalogue.
  let files = names.filter { $0 != "errata.yaml" }.filter {
    !$0.hasPrefix(".") && ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml"))
  }.sorted()
  if files.isEmpty {
    throw cannotRead(path, reason: "the folder has no .yaml file", hint: "name the catalogue's file or folder")
  }
  return try files.map { try readFile(folder + $0) }
}

/// The file at `path`, or standard input for `-`, up to one byte more than a catalogue may have.
func readFile(_ path: String) throws -> SourceFile {
  let limit = ReadingLimits().bytes + 1
  let file = try FileDescriptor(reading: path, folderHint: "name a file")
  defer { file.close() }
  if let size = file.size, size >= limit {
    throw Failure(tooManyBytes(SourceFile(path: file.name, bytes: []), ReadingLimits()), exitCode: 1)
  }
  var bytes: [UInt8] = []
  bytes.reserveCapacity((file.size ?? 0) + 1)
  while bytes.count < limit {
    let count = bytes.count
    try bytes.append(addingCapacity: min(limit - count, max(1 << 18, count))) { output in try file.read(into: &output) }
    if bytes.count == count { break }
  }
  return SourceFile(path: file.name, bytes: bytes)
}

func cannotRead(_ path: String, reason: String, hint: String? = nil) -> Failure {
  Failure(Diagnostic(.cannotRead, "cannot read \(path): \(reason)", hint: hint), exitCode: 2)
}

/// What ends a run before its result: a diagnostic and an exit status.
struct Failure: Error {
  let diagnostic: Diagnostic
  let exitCode: Int32

  init(_ diagnostic: Diagnostic, exitCode: Int32) {
    self.diagnostic = diagnostic
    self.exitCode = exitCode
  }
}
