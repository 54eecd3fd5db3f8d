import Foundation

/// The number of columns of the terminal; nil if standard output is not a terminal.
func terminalColumns() -> Int? {
  var size = winsize()
  // Unsafe: a pointer to a local that does not outlive the call.
  let isTerminal = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
  return isTerminal && size.ws_col > 0 ? Int(size.ws_col) : nil
}
