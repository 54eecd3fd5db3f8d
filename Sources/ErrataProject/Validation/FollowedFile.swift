import Foundation

/// A log that is read while it is written, as by `tail -F`: first the file at a path, then the file that replaces it, and so on.
///
/// `read` returns no bytes at the end of a file: when another one has its path, or when it has been truncated. `moveOn` then
/// begins with the next file.
final class FollowedFile: ByteSource {
  /// How often the file is looked at while nothing is written to it, in microseconds.
  private static let interval: UInt32 = 50_000

  let name: String
  private var file: FileDescriptor
  /// The number of bytes of `file` that have been read.
  private var count = 0
  /// The file that has the path now.
  private var successor: FileDescriptor?
  /// Whether `file` is shorter than what has been read.
  private var isTruncated = false
  /// Why there is no file at the path that can be read, if that has been noted.
  private var absence: String?
  private let note: (String) -> Void

  /// Opens the file at `path`.
  /// - Parameter note: receives what happens to the file, in one sentence.
  /// - Throws: `Failure` if it isn't a file, or cannot be read.
  init(_ path: String, note: @escaping (String) -> Void) throws {
    name = path
    // Before it is opened, since opening a pipe waits for its other end.
    if let status = try? FileSystem.status(of: path), status.kind != .file, status.kind != .folder {
      throw Failure.cannotRead(
        path, reason: "only a file can be followed", hint: "a pipe is read while it is written: remove --follow")
    }
    file = try FileDescriptor(reading: path, folderHint: "name a file in it")
    self.note = note
  }

  func close() {
    file.close()
    successor?.close()
  }

  /// Appends bytes to `output`, at most as many as it has room for; none at the end of a file.
  /// - Throws: `Failure` if the file cannot be read; `CancellationError` if the run is interrupted.
  func read(into output: inout OutputSpan<UInt8>) throws {
    let before = output.count
    while output.count == before {
      _ = try waitForInput(until: nil)
      if isTruncated { return }
      try file.read(into: &output)
      if successor != nil { break }
    }
    count += output.count - before
  }

  func waitForInput(until deadline: ContinuousClock.Instant?) throws -> Bool {
    while true {
      if Interruption.isRequested { throw CancellationError() }
      if hasInput() { return true }
      if let deadline, .now >= deadline { return false }
      usleep(Self.interval)
    }
  }

  /// Begins with the next file.
  /// - Throws: `Failure` if the file cannot be read from its start.
  func moveOn() throws {
    if let successor {
      file.close()
      file = successor
      self.successor = nil
    } else {
      note("\(name) was truncated; reading it from the start")
      try file.rewind()
    }
    count = 0
    isTruncated = false
  }

  /// Whether bytes or the end of the file can be read.
  private func hasInput() -> Bool {
    if isTruncated || successor != nil { return true }
    let size = file.status?.size ?? count
    isTruncated = size < count
    if size == count { lookForSuccessor() }
    return size != count || successor != nil
  }

  /// Looks for another file at the path. Until something is written to it, the old one may still grow: a server writes to it until
  /// it is told to reopen its log.
  private func lookForSuccessor() {
    do {
      guard let status = try FileSystem.status(of: name) else { return noteAbsence("was removed") }
      guard status.kind == .file else { return noteAbsence("is not a file any more") }
      if status.identity != file.status?.identity, status.size > 0 {
        successor = try FileDescriptor(reading: name, folderHint: "")
      }
      absence = nil
    } catch {
      noteAbsence("cannot be read any more")
    }
  }

  /// Notes once that the path has no file that can be read.
  private func noteAbsence(_ reason: String) {
    if absence != reason { note("\(name) \(reason); waiting for it") }
    absence = reason
  }
}
