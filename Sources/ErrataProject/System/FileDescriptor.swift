import ErrataDiagnostics
import Foundation

/// An open file or standard input, for reading.
package struct FileDescriptor {
  /// The name for diagnostics.
  package let name: String
  /// In bytes; nil if it isn't a regular file, such as a pipe.
  package let size: Int?
  private let number: Int32

  /// Opens `path`, or standard input for `-`.
  /// - Parameter folderHint: the hint for the error if it is a folder.
  /// - Throws: `Failure` if it cannot be read.
  package init(reading path: String, folderHint: String) throws {
    let isStandardInput = path == "-"
    name = isStandardInput ? "<stdin>" : path
    // Unsafe, here and below: pointers that don't escape the call.
    number = unsafe isStandardInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { throw Failure.cannotRead(name, reason: systemReason()) }
    var status = stat()
    let isKnown = unsafe fstat(number, &status) == 0
    size = isKnown && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    if isKnown, status.st_mode & S_IFMT == S_IFDIR {
      close()
      throw Failure.cannotRead(name, reason: "it is a folder", hint: folderHint)
    }
  }

  package func close() {
    if number != STDIN_FILENO { Foundation.close(number) }
  }

  /// The status of the file now.
  var status: FileStatus? {
    var status = stat()
    return unsafe fstat(number, &status) == 0 ? FileStatus(status) : nil
  }

  /// Continues at the start of the file.
  /// - Throws: `Failure` if the file has no start, such as a pipe.
  func rewind() throws {
    if lseek(number, 0, SEEK_SET) < 0 { throw Failure.cannotRead(name, reason: systemReason()) }
  }

  /// Appends bytes to `output`, at most as many as it has room for; none at the end of the file.
  /// - Throws: `Failure` if it cannot be read; `CancellationError` if the run is interrupted.
  package func read(into output: inout OutputSpan<UInt8>) throws {
    while true {
      _ = try waitForInput(until: nil)
      let count = readOnce(into: &output)
      // A signal to both sides of a pipe ends the other side, too, which is not the end of its output.
      if count == 0, Interruption.isRequested { throw CancellationError() }
      if count >= 0 { return }
      if errno != EINTR { throw Failure.cannotRead(name, reason: systemReason()) }
    }
  }

  /// Waits until there is input or the end, at most until `deadline`. Polls, since a signal may arrive on another thread and not
  /// interrupt a read.
  /// - Returns: whether there is input or the end.
  /// - Throws: `CancellationError` if the run is interrupted.
  package func waitForInput(until deadline: ContinuousClock.Instant?) throws -> Bool {
    var request = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    while true {
      if Interruption.isRequested { throw CancellationError() }
      let rest = deadline.map { max(.zero, $0 - .now) } ?? .seconds(1)
      let milliseconds = min(100, rest / .milliseconds(1))
      // Unsafe: a pointer to a local that doesn't escape the call.
      if unsafe poll(&request, 1, Int32(milliseconds.rounded(.up))) > 0 { return true }
      if rest == .zero { return false }
    }
  }

  private func readOnce(into output: inout OutputSpan<UInt8>) -> Int {
    // Unsafe: `read` writes at most `room.count` bytes, and `count` is updated accordingly.
    unsafe output.withUnsafeMutableBufferPointer { buffer, count in
      let room = unsafe UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
      let read = unsafe Foundation.read(number, room.baseAddress, room.count)
      count += max(read, 0)
      return read
    }
  }
}

/// Writes all of `bytes`, even if the descriptor is non-blocking.
/// - Parameter what: a description of the destination, for diagnostics.
/// - Returns: false if the reader has closed the pipe.
/// - Throws: `Failure` if writing fails; `CancellationError` if the run is interrupted.
@discardableResult
package func write(_ bytes: [UInt8], to descriptor: Int32, called what: String) throws -> Bool {
  var written = 0
  while written < bytes.count {
    // Unsafe: `write` reads at most `rest.count` bytes.
    let count = unsafe bytes.withUnsafeBytes {
      let rest = unsafe UnsafeRawBufferPointer(rebasing: $0[written...])
      return unsafe Foundation.write(descriptor, rest.baseAddress, rest.count)
    }
    if count >= 0 {
      written += count
    } else if errno == EPIPE {
      return false
    } else if errno == EINTR || errno == EAGAIN {
      if Interruption.isRequested { throw CancellationError() }
      var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      // Unsafe: a pointer to a local that doesn't escape the call.
      _ = unsafe poll(&request, 1, 100)
    } else {
      throw Failure(Diagnostic(.cannotWrite, "cannot write \(what): \(systemReason())"))
    }
  }
  return true
}

/// The system's description of `errno`.
package func systemReason() -> String {
  // Unsafe: a C string that the next call may overwrite; it is copied immediately.
  unsafe String(cString: strerror(errno))
}

/// Whether `path` is a folder, or a link to one.
package func isFolder(_ path: String) -> Bool {
  var status = stat()
  // Unsafe: a pointer to a local that doesn't escape the call.
  return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

/// Sets the modification time of the file at `path` to now.
/// - Returns: whether that succeeded.
package func touch(_ path: String) -> Bool {
  // Unsafe: a null pointer, which means the current time.
  unsafe utimes(path, nil) == 0
}
