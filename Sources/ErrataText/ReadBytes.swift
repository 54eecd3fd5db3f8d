extension [UInt8] {
  /// Appends bytes from `read` until there are `limit` bytes, or there are no more.
  /// - Parameter read: appends bytes to a buffer, as many as it has room for or fewer; none at the end.
  /// - Returns: whether the end was reached.
  /// - Throws: what `read` throws; what was read before is kept.
  package mutating func append(
    upTo limit: Int, from read: (inout OutputSpan<UInt8>) throws -> Void
  ) throws -> Bool {
    while count < limit {
      let before = count
      // In steps, since the limit may be a good deal more than there is to read.
      try append(addingCapacity: Swift.min(limit - count, Swift.max(1 << 18, count))) { output in try read(&output) }
      if count == before { return true }
    }
    return false
  }
}
