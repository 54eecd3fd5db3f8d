import Foundation
import Synchronization

/// The signal that interrupted the run, or 0. A global, since a signal handler cannot capture anything.
private let received = Atomic<Int32>(0)

/// How long a run may take to end by itself, in seconds.
private let gracePeriod: Int32 = 3

/// Handles SIGINT and SIGTERM with a flag that is polled between reads and writes, so that a run can clean up. A run that doesn't
/// poll it within the grace period, because it is rendering, printing or opening a file, is terminated.
package enum Interruption {
  /// Whether the user or the system interrupted the run.
  package static var isRequested: Bool { received.load(ordering: .relaxed) != 0 }

  /// The exit status of an interrupted run, by the shell's convention.
  package static var exitStatus: Int32 { 128 + received.load(ordering: .relaxed) }

  /// Installs the signal handlers.
  package static func watch() {
    for number in [SIGINT, SIGTERM] where !isIgnored(number) {
      handle(number) { number in
        received.store(number, ordering: .relaxed)
        // A second signal terminates the process immediately.
        setDefault(number)
        startTimer(seconds: gracePeriod)
      }
    }
    handle(SIGALRM) { _ in
      // Only async-signal-safe calls: the interrupted code may hold any lock.
      writeToStandardError("errata: interrupted\n")
      _exit(128 + received.load(ordering: .relaxed))
    }
    // Makes a file over the shell's size limit a reported error.
    ignore(SIGXFSZ)
  }
}

// Unsafe, in the rest of the file: C structures and function pointers for signals, which don't escape each call.

private func handle(_ number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
  var action = sigaction()
  #if canImport(Darwin)
    unsafe action.__sigaction_u.__sa_handler = handler
  #else
    unsafe action.__sigaction_handler.sa_handler = handler
  #endif
  unsafe sigaction(number, &action, nil)
}

/// Writes to standard error, unless that would block.
private func writeToStandardError(_ text: StaticString) {
  var request = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
  guard unsafe poll(&request, 1, 0) == 1, request.revents & Int16(POLLOUT) != 0 else { return }
  unsafe write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
}

private func setDefault(_ number: Int32) { signal(number, SIG_DFL) }

private func ignore(_ number: Int32) { signal(number, SIG_IGN) }

/// Schedules SIGALRM.
private func startTimer(seconds: Int32) {
  var timer = itimerval()
  timer.it_value.tv_sec = numericCast(seconds)
  #if canImport(Darwin)
    unsafe setitimer(ITIMER_REAL, &timer, nil)
  #else
    unsafe setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &timer, nil)
  #endif
}

/// Whether a signal is ignored. Shells start background jobs with SIGINT ignored, which must not change.
private func isIgnored(_ number: Int32) -> Bool {
  var action = sigaction()
  guard unsafe sigaction(number, nil, &action) == 0 else { return true }
  #if canImport(Darwin)
    let handler = unsafe action.__sigaction_u.__sa_handler
  #else
    let handler = unsafe action.__sigaction_handler.sa_handler
  #endif
  return unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
}
