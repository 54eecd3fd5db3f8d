extension [UInt8] {
  /// Appends bytes from `read` until the array has `limit` bytes or the input ends.
  /// - Parameter read: appends at most as many bytes as the buffer has capacity for; none at the end of the input.
  /// - Returns: whether the end of the input was reached.
  /// - Throws: any error from `read`; bytes read before it are kept.
  package mutating func append(
    upTo limit: Int, from read: (inout OutputSpan<UInt8>) throws -> Void
  ) throws -> Bool {
    while count < limit {
      let before = count
      // Grows in steps, since the limit may be much larger than the input.
      try append(addingCapacity: Swift.min(limit - count, Swift.max(1 << 18, count))) { output in try read(&output) }
      if count == before { return true }
    }
    return false
  }
}
