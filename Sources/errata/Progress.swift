import ErrataDiagnostics
import ErrataProject
import Foundation

/// A progress bar on standard error, where that is a terminal.
final class Progress {
  private let size: Int?
  private let start = ContinuousClock.now
  private var shown = ContinuousClock.now
  private var isVisible = false
  private let isOnTerminal = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"

  /// - Parameter size: of the whole, in bytes; nil where it is not known.
  init(_ size: Int?) {
    self.size = size
  }

  /// Shows that `count` bytes are done, ten times a second at most. Short work shows nothing.
  func show(_ count: Int) {
    let now = ContinuousClock.now
    guard isOnTerminal, now - start > .milliseconds(500), now - shown > .milliseconds(100) else { return }
    shown = now
    let seconds = Double((now - start).components.seconds) + Double((now - start).components.attoseconds) / 1e18
    let speed = String(format: "%.0f MB/s", Double(count) / seconds / 1e6)
    let amount = String(format: "%.1f MB", Double(count) / 1e6)
    if let size, size > 0 {
      let part = min(1, Double(count) / Double(size))
      let width = 30
      let filled = Int(part * Double(width))
      let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
      say("\r[\(bar)] \(Int(part * 100)) % of \(String(format: "%.1f MB", Double(size) / 1e6)), \(speed)\u{1B}[K")
    } else {
      say("\r\(amount), \(speed)\u{1B}[K")
    }
    isVisible = true
  }

  /// Takes the bar away, so that other lines can be written.
  func clear() {
    if isVisible { say("\r\u{1B}[K") }
    isVisible = false
  }

  private func say(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}

/// What a person sees of a validation while it runs.
final class ValidationProgress: ValidationObserver {
  private let terminal: Terminal
  private var bar = Progress(nil)

  init(_ terminal: Terminal) {
    self.terminal = terminal
  }

  func begin(size: Int?) { bar = Progress(size) }

  func advance(to count: Int) { bar.show(count) }

  func willWrite() { bar.clear() }

  func end() { bar.clear() }

  func report(_ diagnostic: Diagnostic) { terminal.diagnose([diagnostic]) }
}

extension Terminal {
  /// Says why a validation ended before its inputs did.
  func say(_ ending: ValidationRun<ValidationProgress>.Ending) {
    if format == .json { return }
    switch ending {
    case .complete: break
    case .unread: say("errata: stopped, because the findings are no longer read; this is what was judged until then\n")
    case .interrupted: say("errata: interrupted; this is what was judged until then\n")
    }
  }
}
