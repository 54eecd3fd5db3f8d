/// What `body` makes of the UTF-8 bytes of `text`: a loop over them is a good deal faster than one over `text.utf8`.
@inlinable @inline(__always)
package func withBytes<Result>(of text: String, _ body: (Span<UInt8>) -> Result) -> Result {
  // Unsafe: the buffer outlives the closure, and the span cannot leave it.
  if let result = unsafe text.utf8.withContiguousStorageIfAvailable({ unsafe body($0.span) }) { return result }
  var text = text
  return text.withUTF8 { unsafe body($0.span) }
}

/// Whether `text` has a byte that `isWanted`.
@inlinable @inline(__always)
package func hasByte(_ text: String, where isWanted: (UInt8) -> Bool) -> Bool {
  withBytes(of: text) { bytes in
    for index in bytes.indices where isWanted(bytes[index]) { return true }
    return false
  }
}
