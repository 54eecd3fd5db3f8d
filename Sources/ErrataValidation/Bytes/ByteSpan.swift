#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A non-escapable view of bytes.
typealias ByteSpan = Span<UInt8>

// The module's only unsafe code. Each function checks its arguments, also in release builds.

extension Span<UInt8> {
  /// The eight bytes starting at `index`, in little-endian order.
  @inline(__always)
  func word(at index: Int) -> UInt64 {
    precondition(index >= 0 && index <= count - 8, "a word at this index is out of bounds")
    // Unsafe: an unchecked read, whose bounds are checked above.
    return unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self))
  }
}

extension Span<UInt8> {
  /// The offset of the first `byte` at or after `start`.
  @inline(__always)
  func firstOffset(of byte: UInt8, from start: Int) -> Int? {
    precondition(start >= 0 && start <= count, "the start is out of bounds")
    // Unsafe: pointers that do not escape the closure. The search is bounded by `rest.count`.
    return unsafe withUnsafeBytes { bytes in
      let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[start...])
      guard let base = rest.baseAddress, let found = unsafe memchr(base, Int32(byte), rest.count) else { return nil }
      return unsafe start + (UnsafeRawPointer(found) - base)
    }
  }
}

extension Span<UInt8> {
  /// The offset of the last `byte` at or after `start`.
  func lastOffset(of byte: UInt8, from start: Int) -> Int? {
    var index = count
    while index > start {
      index -= 1
      if self[index] == byte { return index }
    }
    return nil
  }
}

extension String {
  /// Decodes `bytes` as UTF-8, with U+FFFD for invalid sequences.
  init(decoding bytes: ByteSpan) {
    // Unsafe: a pointer that does not escape the closure, to bytes that outlive it.
    self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}

extension [UInt8] {
  /// Appends `bytes`.
  @inline(__always)
  mutating func append(_ bytes: ByteSpan) {
    // Unsafe: a pointer that does not escape the closure, to bytes that outlive it.
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// Appends the bytes of `text`.
  mutating func append(_ text: String) {
    var text = text
    // Unsafe: a pointer that does not escape the closure.
    text.withUTF8 { unsafe append(contentsOf: $0) }
  }

  /// Appends the bytes of `text`.
  @inline(__always)
  mutating func append(_ text: StaticString) {
    // Unsafe: a pointer to a literal, which is never freed.
    unsafe append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
