import Foundation
import Synchronization

/// Whether the user or the system asked the run to stop. A signal handler can reach nothing but a global.
private let wasAskedToStop = Atomic(false)

/// Turns SIGINT and SIGTERM into a question that the writer asks between files, so that it can clean up.
struct Interruption {
  static func watch() -> Interruption {
    for signal in [SIGINT, SIGTERM] {
      Foundation.signal(signal) { _ in wasAskedToStop.store(true, ordering: .relaxed) }
    }
    // A file over the size limit of the shell is then an error to report, and not the end of the process.
    Foundation.signal(SIGXFSZ, SIG_IGN)
    return Interruption()
  }

  var hasHappened: Bool { wasAskedToStop.load(ordering: .relaxed) }
}
