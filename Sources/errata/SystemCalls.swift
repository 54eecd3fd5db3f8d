import Foundation

/// How many columns the terminal of standard output has; nil where it is none.
func terminalColumns() -> Int? {
  var size = winsize()
  // Unsafe: a pointer to a local that does not outlive the call.
  let isTerminal = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
  return isTerminal && size.ws_col > 0 ? Int(size.ws_col) : nil
}
