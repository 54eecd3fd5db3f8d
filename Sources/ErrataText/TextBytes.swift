/// Calls `body` with the UTF-8 bytes of `text`; a loop over a span is much faster than one over `text.utf8`.
/// - Returns: the result of `body`.
@inlinable @inline(__always)
package func withBytes<Result>(of text: String, _ body: (Span<UInt8>) -> Result) -> Result {
  // Unsafe: the buffer outlives the closure, and the span cannot leave it.
  if let result = unsafe text.utf8.withContiguousStorageIfAvailable({ unsafe body($0.span) }) { return result }
  var text = text
  return text.withUTF8 { unsafe body($0.span) }
}

/// Whether a byte of `text` satisfies `predicate`.
@inlinable @inline(__always)
package func hasByte(_ text: String, where predicate: (UInt8) -> Bool) -> Bool {
  withBytes(of: text) { bytes in
    for index in bytes.indices where predicate(bytes[index]) { return true }
    return false
  }
}
