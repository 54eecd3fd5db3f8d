import ErrataDiagnostics
import ErrataDraft
import ErrataText
import ErrataValidation

/// Learns the errors in a log or, if its name ends in `.har`, in a recording.
/// - Parameters:
///   - path: `-` for standard input.
///   - fields: which members of an exchange have its parts.
/// - Throws: `Failure` if it cannot be read or has an unsupported format; `CancellationError` if the run is interrupted.
package func learn(from path: String, _ fields: ExchangeFields, into learned: inout LearnedErrors) throws {
  let kind = path.lowercased().hasSuffix(".har") ? InputKind.har : .exchanges
  let file = try FileDescriptor(reading: path, folderHint: "name a file in it")
  defer { file.close() }
  let reader = kind == .har ? "cat > recording.har" : "errata init --from-log -"
  try learned.add(InputFile(file, kind: kind, reader: reader).input, as: kind, fields)
}

/// The bodies in a file: one body or, if its name ends in `.ndjson` or `.jsonl`, one per line.
/// - Parameter path: `-` for standard input.
/// - Throws: `Failure` if it cannot be read or is not JSON; `CancellationError` if the run is interrupted.
package func readBodies(_ path: String) throws -> [JSONValue] {
  let file = try readFile(path)
  let name = path.lowercased()
  guard name.hasSuffix(".ndjson") || name.hasSuffix(".jsonl") else {
    if let body = JSONValue(json: file.bytes) { return [body] }
    throw Failure.cannotRead(
      file.path, reason: "it is not one JSON value",
      hint: "name a file with one body, or one whose name ends in .ndjson with one body per line")
  }
  let lines = file.bytes.split(separator: UInt8(ascii: "\n")).filter { !$0.allSatisfy(isSpace) }
  return try lines.enumerated().map { index, line in
    if let body = JSONValue(json: line) { return body }
    throw Failure.cannotRead(file.path, reason: "its body number \(index + 1) is not JSON")
  }
}
