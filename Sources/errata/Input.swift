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
private func readCatalogFiles(_ path: String) throws -> [SourceFile] {
  var isFolder: ObjCBool = false
  guard path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
    return [try readFile(path)]
  }
  let names: [String]
  do {
    names = try FileManager.default.contentsOfDirectory(atPath: path)
  } catch {
    throw cannotRead(path, reason: String(cString: strerror(errno)))
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
  let isStandardInput = path == "-"
  let name = isStandardInput ? "<stdin>" : path
  let descriptor = isStandardInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw cannotRead(name, reason: String(cString: strerror(errno))) }
  defer { if !isStandardInput { close(descriptor) } }

  var status = stat()
  let isKnown = fstat(descriptor, &status) == 0
  if isKnown, status.st_mode & S_IFMT == S_IFDIR {
    throw cannotRead(name, reason: "it is a folder", hint: "name a file")
  }
  var bytes = [UInt8]()
  if isKnown, status.st_mode & S_IFMT == S_IFREG {
    if Int(status.st_size) >= limit {
      throw Failure(tooManyBytes(SourceFile(path: name, bytes: []), ReadingLimits()), exitCode: 1)
    }
    bytes.reserveCapacity(Int(status.st_size) + 1)
  }
  let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
  defer { chunk.deallocate() }
  while bytes.count < limit {
    try waitForInput(descriptor)
    let count = read(descriptor, chunk.baseAddress!, chunk.count)
    if count == 0 { break }
    if count < 0 {
      if errno == EINTR { continue }
      throw cannotRead(name, reason: String(cString: strerror(errno)))
    }
    bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: chunk[..<count]))
  }
  return SourceFile(path: name, bytes: bytes)
}

/// Waits until there is something to read, or the end. A signal reaches any thread, so it does not end a read by itself.
/// - Throws: `CancellationError` when the run is asked to stop meanwhile.
private func waitForInput(_ descriptor: Int32) throws {
  var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  repeat {
    if Interruption.hasHappened { throw CancellationError() }
  } while poll(&request, 1, 100) == 0
}

private func cannotRead(_ path: String, reason: String, hint: String? = nil) -> Failure {
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
