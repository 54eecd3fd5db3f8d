#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Lines that are judged together: bytes of a stream from the start of one line to the end of another.
final class LineBlock {
  fileprivate(set) var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: LineBlocks.size, alignment: 16)
  fileprivate(set) var count = 0
  /// The place of the block among all of the stream, from zero.
  fileprivate(set) var number = 0
  /// The number of its first line in the stream, from one.
  fileprivate(set) var firstLine = 1
  /// Whether the block stands for one line that is too long to keep. It holds nothing then.
  fileprivate(set) var isTooLong = false

  deinit { buffer.deallocate() }

  var bytes: ByteView {
    ByteView(start: buffer.baseAddress!.assumingMemoryBound(to: UInt8.self), count: count)
  }

  fileprivate func grow() {
    let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: buffer.count * 2, alignment: 16)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    buffer.deallocate()
    buffer = larger
  }
}

/// Cuts a stream into blocks of whole lines, in constant memory.
struct LineBlocks: ~Copyable {
  /// How many bytes a block has, unless a line has more.
  static let size = 1 << 20
  /// How many bytes a line may have.
  static let lineLimit = 8 << 20

  private let source: InputSource
  private var rest: [UInt8] = []
  private var isAtEnd = false
  private var failure: (any Error)?
  private var isInsideLongLine = false
  private var number = 0
  private var line = 1
  /// How many bytes were read.
  private(set) var bytesRead = 0

  init(_ source: InputSource) {
    self.source = source
  }

  /// Fills `block` with the next lines.
  /// - Returns: whether there were any.
  /// - Throws: what reading throws, after all that was read before.
  mutating func next(into block: LineBlock) throws -> Bool {
    if isInsideLongLine { skipLine(block) }
    block.isTooLong = false
    block.buffer.copyBytes(from: rest)
    block.count = rest.count
    rest.removeAll(keepingCapacity: true)
    var end: Int? = nil
    while !isAtEnd {
      if block.count == block.buffer.count {
        end = lastLineEnd(block)
        if end != nil { break }
        guard block.buffer.count < Self.lineLimit else {
          block.isTooLong = true
          isInsideLongLine = true
          end = 0
          break
        }
        block.grow()
      }
      block.count += read(into: UnsafeMutableRawBufferPointer(rebasing: block.buffer[block.count...]))
    }
    if let end {
      if !block.isTooLong { rest.append(contentsOf: block.bytes[end...]) }
      block.count = end
    }
    block.number = number
    block.firstLine = line
    number += 1
    line += block.isTooLong ? 1 : lineFeeds(block.bytes)
    if block.count > 0 || block.isTooLong { return true }
    if let failure { throw failure }
    return false
  }

  private mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    var count = 0
    do {
      count = try source.read(buffer)
    } catch {
      failure = error
    }
    if count == 0 { isAtEnd = true }
    bytesRead += count
    return count
  }

  /// Reads over the rest of a line that is too long.
  private mutating func skipLine(_ block: LineBlock) {
    isInsideLongLine = false
    while !isAtEnd {
      block.count = read(into: UnsafeMutableRawBufferPointer(rebasing: block.buffer[..<Self.size]))
      if let lineFeed = firstLineFeed(block.bytes, from: 0) {
        rest.append(contentsOf: block.bytes[(lineFeed + 1)...])
        return
      }
    }
  }

  /// After the last line feed.
  private func lastLineEnd(_ block: LineBlock) -> Int? {
    block.bytes.lastIndex(of: 0x0A).map { $0 + 1 }
  }

  private func lineFeeds(_ bytes: ByteView) -> Int {
    guard let start = bytes.baseAddress else { return 0 }
    var count = 0
    var index = 0
    // Each byte of the sum counts to 255 before it has to be emptied.
    while index + 8 * 255 <= bytes.count {
      var sum: UInt64 = 0
      for _ in 0..<255 {
        sum &+= WordScan.exactLineFeeds(WordScan.load(start, at: index)) >> 7
        index += 8
      }
      count += WordScan.sumOfBytes(sum)
    }
    while index < bytes.count {
      if bytes[index] == 0x0A { count += 1 }
      index += 1
    }
    return count
  }
}

/// The place of the first line feed at `start` or after it.
@inline(__always)
func firstLineFeed(_ bytes: ByteView, from start: Int) -> Int? {
  guard let base = bytes.baseAddress, let found = memchr(base + start, 0x0A, bytes.count - start) else { return nil }
  return UnsafeRawPointer(found) - UnsafeRawPointer(base)
}
