import Dispatch
import Synchronization

/// Receives findings, in order and in UTF-8, and how many bytes were read so far.
public typealias EmitFindings = (_ findings: [UInt8], _ bytesRead: Int) throws -> Void

/// Judges the lines of a stream on several threads, and hands on what they found in the order of the lines.
///
/// Each thread takes the next block, judges it, and waits for its turn to hand on the result: no queue can grow, and the
/// memory is as many blocks as there are threads.
///
/// Unchecked, because the closures of the caller are not `Sendable`: reading happens under `lock`, and handing on by turns.
final class LineValidation: @unchecked Sendable {
  /// Output that is larger is handed on before the block is done.
  private static let outputLimit = 4 << 20

  private let validator: Validator
  private let kind: InputKind
  private let name: String
  private let options: ValidationOptions
  private let emit: EmitFindings
  /// One for each block that can be in work at a time: signalled when all blocks before it are handed on.
  private let turns: [DispatchSemaphore]

  private let lock = Mutex<Void>(())
  private var blocks: LineBlocks
  private var tally: Tally
  private var failure: (any Error)?
  /// Whether there is nobody to hand anything on to.
  private let isDeaf = Atomic(false)

  init(
    _ source: InputSource, as kind: InputKind, _ validator: Validator, _ options: ValidationOptions,
    emit: @escaping EmitFindings
  ) {
    self.validator = validator
    self.kind = kind
    self.options = options
    self.emit = emit
    name = source.name
    blocks = LineBlocks(source)
    tally = Tally(validator.compiled)
    turns = (0..<max(1, options.threads)).map { _ in DispatchSemaphore(value: 0) }
    turns[0].signal()
  }

  /// Judges everything.
  /// - Returns: what was judged, and what ended it early: the error that reading or handing on threw.
  func run() -> (Tally, failure: (any Error)?) {
    DispatchQueue.concurrentPerform(iterations: turns.count) { _ in work() }
    return (tally, failure)
  }

  private func work() {
    var worker = Worker(turns.count > 1 ? validator.copyForThread : validator, source: name, options)
    while let (block, bytesRead) = next() {
      var hasTurn = false
      worker.writer.beginPart()
      judge(block, &worker) { worker in
        if worker.output.count > Self.outputLimit { handOn(&worker.output, block, bytesRead, &hasTurn) }
      }
      handOn(&worker.output, block, bytesRead, &hasTurn)
      turns[(block.number + 1) % turns.count].signal()
    }
    lock.withLock { _ in tally.add(worker.tally) }
  }

  /// The next block, and how many bytes were read with it; nil at the end.
  private func next() -> (LineBlock, bytesRead: Int)? {
    lock.withLock { _ in
      if failure != nil { return nil }
      do {
        return try blocks.next().map { ($0, blocks.bytesRead) }
      } catch {
        failure = error
        return nil
      }
    }
  }

  private func handOn(_ output: inout TextBuffer, _ block: LineBlock, _ bytesRead: Int, _ hasTurn: inout Bool) {
    if !hasTurn { turns[block.number % turns.count].wait() }
    hasTurn = true
    defer { output.removeAll() }
    if isDeaf.load(ordering: .relaxed) { return }
    do {
      try emit(output.bytes, bytesRead)
    } catch {
      isDeaf.store(true, ordering: .relaxed)
      lock.withLock { _ in failure = failure ?? error }
    }
  }

  private func judge(_ block: LineBlock, _ worker: inout Worker, afterLine: (inout Worker) -> Void) {
    if block.isTooLong {
      return worker.report(
        .tooLarge, "the line has more than \(LineBlocks.lineLimit >> 20) MiB: it is not judged", at: 0,
        Locus(text: Bytes([]), line: block.firstLine))
    }
    let text = block.bytes
    let bytes = text.slice.span
    var start = 0
    var number = block.firstLine
    while start < bytes.count {
      let end = bytes.firstPlace(of: 0x0A, from: start) ?? bytes.count
      // White space in JSON, but no part of a URL.
      let hasReturn = end > start && bytes[end - 1] == 0x0D
      let line = Locus(text: text[start..<(hasReturn ? end - 1 : end)], line: number)
      if kind == .lines { worker.judgeBody(line) } else { worker.judgeExchange(line) }
      if !worker.output.isEmpty { afterLine(&worker) }
      start = end + 1
      number += 1
    }
  }
}
