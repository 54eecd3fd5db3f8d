#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A view of bytes that cannot outlive them.
typealias ByteSpan = Span<UInt8>

// The module's only unsafe code. Each function checks what it is given in release builds, too.

extension Span<UInt8> {
  /// The eight bytes from `index` on, the first one lowest.
  @inline(__always)
  func word(at index: Int) -> UInt64 {
    precondition(index >= 0 && index <= count - 8, "eight bytes reach over the end")
    // Unsafe: the read is unchecked. The line above has checked it.
    return unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self))
  }
}

extension Span<UInt8> {
  /// The offset of the first `byte` at `start` or after it.
  @inline(__always)
  func firstOffset(of byte: UInt8, from start: Int) -> Int? {
    precondition(start >= 0 && start <= count, "the start is outside of the bytes")
    // Unsafe: pointers that do not leave the closure. The search ends where the bytes end.
    return unsafe withUnsafeBytes { bytes in
      let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[start...])
      guard let base = rest.baseAddress, let found = unsafe memchr(base, Int32(byte), rest.count) else { return nil }
      return unsafe start + (UnsafeRawPointer(found) - base)
    }
  }
}

extension String {
  /// The text that `bytes` are in UTF-8, with U+FFFD for what is not UTF-8.
  init(decoding bytes: ByteSpan) {
    // Unsafe: a pointer that does not leave the closure, to bytes that outlive it.
    self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}

extension [UInt8] {
  /// Appends `bytes`.
  @inline(__always)
  mutating func append(_ bytes: ByteSpan) {
    // Unsafe: a pointer that does not leave the closure, to bytes that outlive it.
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// Appends the bytes of `text`.
  mutating func append(_ text: String) {
    var text = text
    // Unsafe: a pointer that does not leave the closure.
    text.withUTF8 { unsafe append(contentsOf: $0) }
  }

  /// Appends the bytes of `text`.
  @inline(__always)
  mutating func append(_ text: StaticString) {
    // Unsafe: a pointer to a literal, which lives as long as the program.
    unsafe append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
