import ErrataDiagnostics
import Foundation

/// A file that is open for reading, or standard input.
package struct FileDescriptor {
  /// What diagnostics call it.
  package let name: String
  /// In bytes; nil for what is not a file on a disk, such as a pipe.
  package let size: Int?
  private let number: Int32

  /// Opens `path`, or takes standard input for `-`.
  /// - Parameter folderHint: what to do instead where it is a folder.
  /// - Throws: `Failure` where it cannot be read.
  package init(reading path: String, folderHint: String) throws {
    let isStandardInput = path == "-"
    name = isStandardInput ? "<stdin>" : path
    // Unsafe, here and below: pointers to what does not outlive the call.
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

  /// Appends bytes to `output`, as many as there is room for or fewer; none at the end.
  /// - Throws: `Failure` where it cannot be read; `CancellationError` when the run is asked to stop meanwhile.
  package func read(into output: inout OutputSpan<UInt8>) throws {
    while true {
      try waitForInput()
      let count = readOnce(into: &output)
      if count >= 0 { return }
      if errno != EINTR { throw Failure.cannotRead(name, reason: systemReason()) }
    }
  }

  /// Waits until there is something to read, or the end. A signal reaches any thread, so it does not end a read by itself.
  private func waitForInput() throws {
    var request = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    repeat {
      if Interruption.hasHappened { throw CancellationError() }
      // Unsafe: a pointer to a local that does not outlive the call.
    } while unsafe poll(&request, 1, 100) == 0
  }

  private func readOnce(into output: inout OutputSpan<UInt8>) -> Int {
    // Unsafe: `read` fills no more than the room that it is told of, and what it filled is counted.
    unsafe output.withUnsafeMutableBufferPointer { buffer, count in
      let room = unsafe UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
      let read = unsafe Foundation.read(number, room.baseAddress, room.count)
      count += max(read, 0)
      return read
    }
  }
}

/// Writes all of `bytes`, also where the other end takes them slowly and does not want to be waited for.
/// - Parameter what: what is written where, for diagnostics.
/// - Returns: whether somebody still reads.
/// - Throws: `Failure` where writing fails; `CancellationError` when the run is asked to stop meanwhile.
@discardableResult
package func write(_ bytes: [UInt8], to descriptor: Int32, called what: String) throws -> Bool {
  var written = 0
  while written < bytes.count {
    // Unsafe: `write` reads no more than the bytes that it is told of.
    let count = unsafe bytes.withUnsafeBytes {
      let rest = unsafe UnsafeRawBufferPointer(rebasing: $0[written...])
      return unsafe Foundation.write(descriptor, rest.baseAddress, rest.count)
    }
    if count >= 0 {
      written += count
    } else if errno == EPIPE {
      return false
    } else if errno == EINTR || errno == EAGAIN {
      if Interruption.hasHappened { throw CancellationError() }
      var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      // Unsafe: a pointer to a local that does not outlive the call.
      _ = unsafe poll(&request, 1, 100)
    } else {
      throw Failure(Diagnostic(.cannotWrite, "cannot write \(what): \(systemReason())"))
    }
  }
  return true
}

/// The system's own words for the last error.
package func systemReason() -> String {
  // Unsafe: a C string that the next call may change; it is copied at once.
  unsafe String(cString: strerror(errno))
}

/// Whether `path` is a folder, or a link to one.
package func isFolder(_ path: String) -> Bool {
  var status = stat()
  // Unsafe: a pointer to a local that does not outlive the call.
  return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

/// Sets the time of the last change of the file at `path` to now.
/// - Returns: whether that worked.
package func touch(_ path: String) -> Bool {
  // Unsafe: no times, which is what stands for now.
  unsafe utimes(path, nil) == 0
}
