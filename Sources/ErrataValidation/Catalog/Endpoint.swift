/// A path that may hold `*`, as `EndpointPattern` understands it, matched against bytes without allocating.
struct Endpoint: Sendable {
  let pattern: [UInt8]

  /// Whether `path`, a path without a query, is one of the endpoints: `*` stands for one segment, at the end for one or more.
  func covers(_ path: Bytes) -> Bool {
    let pattern = pattern.span
    let path = path.slice.span
    var (start, pathStart) = (0, 0)
    while true {
      let end = segmentEnd(pattern, from: start)
      let pathEnd = segmentEnd(path, from: pathStart)
      let isLast = end == pattern.count
      if end - start == 1, pattern[start] == UInt8(ascii: "*") {
        if pathEnd == pathStart { return false }
        if isLast { return true }
      } else if !isEqual(pattern.extracting(start..<end), path.extracting(pathStart..<pathEnd)) {
        return false
      }
      if isLast || pathEnd == path.count { return isLast && pathEnd == path.count }
      (start, pathStart) = (end + 1, pathEnd + 1)
    }
  }

  private func segmentEnd(_ path: ByteSpan, from start: Int) -> Int {
    var index = start
    while index < path.count, path[index] != UInt8(ascii: "/") { index += 1 }
    return index
  }
}
