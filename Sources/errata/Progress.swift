import ErrataDiagnostics
import ErrataProject
import Foundation
import Synchronization

/// A progress bar on standard error, shown only if that is a terminal.
final class Progress {
  private let size: Int?
  private let start = ContinuousClock.now
  private var lastUpdate = ContinuousClock.now
  private var isVisible = false
  private let isOnTerminal = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"

  /// - Parameter size: the total size in bytes; nil if unknown.
  init(_ size: Int?) {
    self.size = size
  }

  /// Shows that `count` bytes are done. It updates at most ten times a second, and shows nothing in the first half second.
  func show(_ count: Int) {
    let now = ContinuousClock.now
    guard isOnTerminal, now - start > .milliseconds(500), now - lastUpdate > .milliseconds(100) else { return }
    lastUpdate = now
    let seconds = Double((now - start).components.seconds) + Double((now - start).components.attoseconds) / 1e18
    let speed = String(format: "%.0f MB/s", Double(count) / seconds / 1e6)
    let amount = String(format: "%.1f MB", Double(count) / 1e6)
    if let size, size > 0 {
      let fraction = min(1, Double(count) / Double(size))
      let width = 30
      let filled = Int(fraction * Double(width))
      let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
      write("\r[\(bar)] \(Int(fraction * 100)) % of \(String(format: "%.1f MB", Double(size) / 1e6)), \(speed)\u{1B}[K")
    } else {
      write("\r\(amount), \(speed)\u{1B}[K")
    }
    isVisible = true
  }

  /// Removes the bar, so that other lines can be written.
  func clear() {
    if isVisible { write("\r\u{1B}[K") }
    isVisible = false
  }

  private func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}

/// Shows the progress of a validation in the terminal.
final class ValidationProgress: ValidationObserver {
  private let terminal: Terminal
  private let bar = Mutex(Progress(nil))

  init(_ terminal: Terminal) {
    self.terminal = terminal
  }

  func begin(size: Int?) { bar.withLock { $0 = Progress(size) } }

  func advance(to count: Int) { bar.withLock { $0.show(count) } }

  func willWrite() { bar.withLock { $0.clear() } }

  func end() { bar.withLock { $0.clear() } }

  func note(_ text: String) {
    if terminal.format == .json { return }
    bar.withLock { $0.clear() }
    terminal.write("errata: \(text)\n")
  }

  func report(_ diagnostic: Diagnostic) { terminal.diagnose([diagnostic]) }
}

extension Terminal {
  /// Reports why a validation ended before the end of its inputs.
  func report(_ outcome: ValidationRun<ValidationProgress>.Outcome) {
    if format == .json { return }
    switch outcome {
    case .complete: break
    case .outputClosed:
      write("errata: stopped because the output was closed; the summary covers the responses checked so far\n")
    case .interrupted: write("errata: interrupted; the summary covers the responses checked so far\n")
    }
  }
}
