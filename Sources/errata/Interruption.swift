import Foundation
import Synchronization

/// The signal that asked the run to stop, or 0. A signal handler can reach nothing but a global.
private let received = Atomic<Int32>(0)

/// Turns SIGINT and SIGTERM into a question that is asked between reading and writing, so that a run can clean up.
enum Interruption {
  /// Whether the user or the system asked the run to stop.
  static var hasHappened: Bool { received.load(ordering: .relaxed) != 0 }

  /// The exit status of a run that a signal ended, by the shell's convention.
  static var exitStatus: Int32 { 128 + received.load(ordering: .relaxed) }

  static func watch() {
    for number in [SIGINT, SIGTERM] {
      var action = sigaction()
      guard sigaction(number, nil, &action) == 0, !isIgnored(action) else { continue }
      action = sigaction()
      setHandler {
        received.store($0, ordering: .relaxed)
        // Whoever asks twice does not want to wait.
        signal($0, SIG_DFL)
      }
      func setHandler(_ handler: @escaping @convention(c) (Int32) -> Void) {
        #if canImport(Darwin)
          action.__sigaction_u.__sa_handler = handler
        #else
          action.__sigaction_handler.sa_handler = handler
        #endif
      }
      sigaction(number, &action, nil)
    }
    // A file over the shell's limit is then an error to report, and not the end of the process.
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Shells start background jobs with SIGINT ignored, and it should stay so.
  private static func isIgnored(_ action: sigaction) -> Bool {
    #if canImport(Darwin)
      let handler = action.__sigaction_u.__sa_handler
    #else
      let handler = action.__sigaction_handler.sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
