import Dispatch
import Synchronization

/// Validates the parts of a stream on several threads, and emits the findings in the order of the stream.
///
/// Each thread reads the next block, validates it, and waits for its turn to emit the findings. There is no queue, so memory is
/// bounded by one block per thread.
///
/// `@unchecked`, because the caller's closures are not `Sendable`. Reading is guarded by `reading`, and emitting by `turns`.
final class StreamValidation: @unchecked Sendable {
  /// The size from which output is emitted before the batch is complete.
  private static let outputLimit = 4 << 20

  private let validator: Validator
  private let kind: InputKind
  private let name: String
  private let options: ValidationOptions
  private let emit: EmitFindings
  /// One semaphore per block in progress, signalled when all blocks before it have been emitted.
  private let turns: [DispatchSemaphore]

  /// Guards `batches` and `block`.
  private let reading = DispatchSemaphore(value: 1)
  private var batches: BatchReader
  /// The number of blocks that have been read.
  private var block = 0

  /// What the parts add to the result that have been emitted, guarded by `turns`.
  private var result: InputResult

  /// Guards `counts` and `failure`.
  private let lock = Mutex<Void>(())
  /// The counts of the threads that have ended.
  private var counts: Counts
  private var failure: (any Error)?
  /// Whether emitting has failed. Batches in progress are still validated, for their counts.
  private let hasStoppedEmitting = Atomic(false)

  init(
    _ source: InputSource, as kind: InputKind, _ validator: Validator, _ options: ValidationOptions,
    emit: @escaping EmitFindings
  ) {
    self.validator = validator
    self.kind = kind
    self.options = options
    self.emit = emit
    name = source.name
    batches = BatchReader(source, kind == .har ? HAREntrySplitter() : LineSplitter())
    result = InputResult(validator.compiled)
    counts = Counts(validator.compiled)
    turns = (0..<max(1, options.threads)).map { _ in DispatchSemaphore(value: 0) }
    turns[0].signal()
  }

  /// Validates the whole stream.
  /// - Returns: the result, and the error if reading or emitting threw one.
  func run() -> (InputResult, failure: (any Error)?) {
    DispatchQueue.concurrentPerform(iterations: turns.count) { _ in work() }
    return (result.adding(counts), failure)
  }

  private func work() {
    var worker = Worker(turns.count > 1 ? validator.copyForThread : validator, source: name, options)
    while true {
      reading.wait()
      let turn = turns[block % turns.count]
      block += 1
      let next = turns[block % turns.count]
      var hasTurn = false
      worker.beginPart()
      // If the source pauses within a block, this thread validates the rest of it, too, so that the findings do not depend on
      // the pause. Meanwhile the other threads need not read: one is enough for such a source.
      var batch = nextBatch()
      while let current = batch, !current.endsBlock {
        validate(current, &worker, turn, &hasTurn)
        batch = nextBatch()
      }
      reading.signal()
      guard let batch else { break }
      validate(batch, &worker, turn, &hasTurn)
      next.signal()
    }
    lock.withLock { _ in counts = counts + worker.counts }
  }

  /// The next batch; nil at the end.
  private func nextBatch() -> Batch? {
    if lock.withLock({ _ in failure != nil }) { return nil }
    do {
      return try batches.next()
    } catch {
      fail(error)
      return nil
    }
  }

  private func fail(_ error: any Error) {
    lock.withLock { _ in failure = failure ?? error }
  }

  /// Validates `batch`, and emits the findings once it is its turn.
  private func validate(_ batch: Batch, _ worker: inout Worker, _ turn: DispatchSemaphore, _ hasTurn: inout Bool) {
    worker.validate(batch.content, as: kind) { worker in
      if worker.part.findings.bytes.count > Self.outputLimit { emitInTurn(&worker, batch, turn, &hasTurn) }
    }
    emitInTurn(&worker, batch, turn, &hasTurn)
  }

  private func emitInTurn(_ worker: inout Worker, _ batch: Batch, _ turn: DispatchSemaphore, _ hasTurn: inout Bool) {
    if !hasTurn { turn.wait() }
    hasTurn = true
    let findings = result.add(worker.takePart())
    if hasStoppedEmitting.load(ordering: .relaxed) { return }
    do {
      try emit(findings, batch.bytesRead)
    } catch {
      hasStoppedEmitting.store(true, ordering: .relaxed)
      fail(error)
    }
  }
}

extension Worker {
  /// Validates the parts of a batch.
  /// - Parameter afterPart: is called after each part.
  fileprivate mutating func validate(
    _ content: Batch.Content, as kind: InputKind, afterPart: (inout Worker) -> Void
  ) {
    switch content {
    case .lines(let text, let first): validateLines(text, first, as: kind, afterPart)
    case .longLine(let number): report(.tooLarge("line"), of: InputPart(start: (number, 1)))
    case .entries(let events):
      for event in events {
        switch event.kind {
        case .entry(let entry): validateEntry(InputPart(text: entry, start: event.position))
        case .fault(let fault): report(fault, of: InputPart(start: event.position))
        }
        afterPart(&self)
      }
    }
  }

  /// - Parameter first: the number of the first line in `text`.
  private mutating func validateLines(
    _ text: Bytes, _ first: Int, as kind: InputKind, _ afterLine: (inout Worker) -> Void
  ) {
    let bytes = text.slice.span
    var start = 0
    var number = first
    while start < bytes.count {
      let end = bytes.firstOffset(of: 0x0A, from: start) ?? bytes.count
      // Harmless in JSON, but not in a URL.
      let hasReturn = end > start && bytes[end - 1] == 0x0D
      let line = InputPart(text: text[start..<(hasReturn ? end - 1 : end)], start: (number, 1))
      if kind == .lines { validateBody(line) } else { validateExchange(line) }
      afterLine(&self)
      start = end + 1
      number += 1
    }
  }
}
