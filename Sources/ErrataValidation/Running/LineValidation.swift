import Dispatch
import Synchronization

/// Validates the lines of a stream on several threads, and emits the findings in line order.
///
/// Each thread reads the next batch, validates it, and waits for its turn to emit the findings. There is no queue, so memory is
/// bounded by one batch per thread.
///
/// `@unchecked`, because the caller's closures are not `Sendable`. Reading is guarded by `lock`, and emitting by `turns`.
final class LineValidation: @unchecked Sendable {
  /// The size from which output is emitted before the batch is complete.
  private static let outputLimit = 4 << 20

  private let validator: Validator
  private let kind: InputKind
  private let name: String
  private let options: ValidationOptions
  private let emit: EmitFindings
  /// One semaphore per batch in progress, signalled when all batches before it have been emitted.
  private let turns: [DispatchSemaphore]

  private let lock = Mutex<Void>(())
  private var batches: LineBatcher
  /// The result of the parts that have been emitted, guarded by `turns`; the counts of the threads are added at their end.
  private var result: InputResult
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
    batches = LineBatcher(source)
    result = InputResult(validator.compiled)
    turns = (0..<max(1, options.threads)).map { _ in DispatchSemaphore(value: 0) }
    turns[0].signal()
  }

  /// Validates the whole stream.
  /// - Returns: the result, and the error if reading or emitting threw one.
  func run() -> (InputResult, failure: (any Error)?) {
    DispatchQueue.concurrentPerform(iterations: turns.count) { _ in work() }
    return (result, failure)
  }

  private func work() {
    var worker = Worker(turns.count > 1 ? validator.copyForThread : validator, source: name, options)
    while let (batch, bytesRead) = next() {
      var hasTurn = false
      worker.beginPart()
      validate(batch, &worker) { worker in
        if worker.part.findings.bytes.count > Self.outputLimit { emitInTurn(&worker, batch, bytesRead, &hasTurn) }
      }
      emitInTurn(&worker, batch, bytesRead, &hasTurn)
      turns[(batch.index + 1) % turns.count].signal()
    }
    lock.withLock { _ in result.add(worker.counts) }
  }

  /// The next batch, and the number of bytes read so far; nil at the end.
  private func next() -> (LineBatch, bytesRead: Int)? {
    lock.withLock { _ in
      if failure != nil { return nil }
      do {
        return try batches.next().map { ($0, batches.bytesRead) }
      } catch {
        failure = error
        return nil
      }
    }
  }

  private func emitInTurn(_ worker: inout Worker, _ batch: LineBatch, _ bytesRead: Int, _ hasTurn: inout Bool) {
    if !hasTurn { turns[batch.index % turns.count].wait() }
    hasTurn = true
    let findings = result.add(worker.takePart())
    if hasStoppedEmitting.load(ordering: .relaxed) { return }
    do {
      try emit(findings, bytesRead)
    } catch {
      hasStoppedEmitting.store(true, ordering: .relaxed)
      lock.withLock { _ in failure = failure ?? error }
    }
  }

  private func validate(_ batch: LineBatch, _ worker: inout Worker, afterLine: (inout Worker) -> Void) {
    if batch.isTooLong { return worker.report(.tooLarge("line"), of: InputPart(start: (batch.firstLine, 1))) }
    let text = batch.bytes
    let bytes = text.slice.span
    var start = 0
    var number = batch.firstLine
    while start < bytes.count {
      let end = bytes.firstOffset(of: 0x0A, from: start) ?? bytes.count
      // Harmless in JSON, but not in a URL.
      let hasReturn = end > start && bytes[end - 1] == 0x0D
      let line = InputPart(text: text[start..<(hasReturn ? end - 1 : end)], start: (number, 1))
      if kind == .lines { worker.validateBody(line) } else { worker.validateExchange(line) }
      afterLine(&worker)
      start = end + 1
      number += 1
    }
  }
}
