import Foundation
import Synchronization

/// The signal that asked the run to stop, or 0. A signal handler can reach nothing but a global.
private let received = Atomic<Int32>(0)

/// How many microseconds a run has to end by itself.
private let grace: Int32 = 900_000

/// Turns SIGINT and SIGTERM into a question that is asked between reading and writing, so that a run can clean up. A run that
/// does not come to ask, because it renders, prints or waits for a file to open, is ended all the same.
package enum Interruption {
  /// Whether the user or the system asked the run to stop.
  package static var hasHappened: Bool { received.load(ordering: .relaxed) != 0 }

  /// The exit status of a run that a signal ended, by the shell's convention.
  package static var exitStatus: Int32 { 128 + received.load(ordering: .relaxed) }

  package static func watch() {
    for number in [SIGINT, SIGTERM] where !isIgnored(number) {
      handle(number) { number in
        received.store(number, ordering: .relaxed)
        // Whoever asks twice does not want to wait.
        setDefault(number)
        startTimer(microseconds: grace)
      }
    }
    handle(SIGALRM) { _ in
      // Writes, ends the process and does nothing else: what it was doing may hold any lock.
      say("errata: interrupted\n")
      _exit(128 + received.load(ordering: .relaxed))
    }
    // A file over the shell's limit is then an error to report, and not the end of the process.
    ignore(SIGXFSZ)
  }
}

// Unsafe, all of what follows: C's structures and function pointers for signals. They are made and used up within each call.

private func handle(_ number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
  var action = sigaction()
  #if canImport(Darwin)
    unsafe action.__sigaction_u.__sa_handler = handler
  #else
    unsafe action.__sigaction_handler.sa_handler = handler
  #endif
  unsafe sigaction(number, &action, nil)
}

/// Writes to standard error, unless nobody takes what is there already: then writing would wait.
private func say(_ text: StaticString) {
  var request = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
  guard unsafe poll(&request, 1, 0) == 1, request.revents & Int16(POLLOUT) != 0 else { return }
  unsafe write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
}

private func setDefault(_ number: Int32) { signal(number, SIG_DFL) }

private func ignore(_ number: Int32) { signal(number, SIG_IGN) }

/// Sends SIGALRM after a while.
private func startTimer(microseconds: Int32) {
  var timer = itimerval()
  timer.it_value.tv_usec = numericCast(microseconds)
  #if canImport(Darwin)
    unsafe setitimer(ITIMER_REAL, &timer, nil)
  #else
    unsafe setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &timer, nil)
  #endif
}

/// Whether a signal is ignored. Shells start background jobs with SIGINT ignored, and it should stay so.
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
