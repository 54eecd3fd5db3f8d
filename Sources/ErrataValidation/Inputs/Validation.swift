import ErrataDiagnostics

extension Validator {
  /// Judges everything in `source`, in constant memory, and hands on what is found in the order of the input.
  /// - Parameters:
  ///   - source: the input.
  ///   - kind: how answers are kept in it. Bodies and lines belong to the surface that `options` names.
  ///   - options: how findings are written, and what else is known of the answers.
  ///   - emit: receives findings, written in the format of `options`, and how many bytes were read so far. It is called from
  ///     several threads, but never from two at once.
  /// - Returns: what was judged; and the error that `source` or `emit` threw, where one ended it early.
  public func validate(
    _ source: InputSource, as kind: InputKind, _ options: ValidationOptions, emit: @escaping EmitFindings
  ) -> (summary: Summary, failure: (any Error)?) {
    let (tally, failure) =
      switch kind {
      case .lines, .exchanges: LineValidation(source, as: kind, self, options, emit: emit).run()
      case .har: validateRecording(source, options, emit)
      case .body, .url: validateWhole(source, kind, options, emit)
      }
    return (Summary(tally, self), failure)
  }

  /// One body, or one URL.
  private func validateWhole(
    _ source: InputSource, _ kind: InputKind, _ options: ValidationOptions, _ emit: EmitFindings
  ) -> (Tally, failure: (any Error)?) {
    var worker = Worker(self, source: source.name, options)
    do {
      if let bytes = try wholeInput(source) {
        let locus = Locus(text: bytes, line: 1)
        if kind == .url { worker.judgeRedirect(locus) } else { worker.judgeBody(locus) }
        try worker.handOn(bytes.count, emit)
      } else {
        worker.report(
          .tooLarge, "the body has more than \(LineBlocks.lineLimit >> 20) MiB: it is not judged", at: 0,
          Locus(text: Bytes([]), line: 1))
        try worker.handOn(LineBlocks.lineLimit, emit)
      }
    } catch {
      return (worker.tally, error)
    }
    return (worker.tally, nil)
  }

  /// All bytes of `source`; nil where they are too many.
  private func wholeInput(_ source: InputSource) throws -> Bytes? {
    var bytes: [UInt8] = []
    while bytes.count <= LineBlocks.lineLimit {
      let count = bytes.count
      try bytes.append(addingCapacity: 1 << 18) { output in try source.read(&output) }
      if bytes.count == count { return Bytes(bytes) }
    }
    return nil
  }

  private func validateRecording(
    _ source: InputSource, _ options: ValidationOptions, _ emit: EmitFindings
  ) -> (Tally, failure: (any Error)?) {
    var worker = Worker(self, source: source.name, options)
    var cutter = EntryCutter()
    var bytesRead = 0
    var part = 0
    do {
      while true {
        var piece: [UInt8] = []
        try piece.append(addingCapacity: 1 << 18) { output in try source.read(&output) }
        if piece.isEmpty { break }
        bytesRead += piece.count
        for event in cutter.read(piece.span) {
          // By the entry's place, not by how the recording came in pieces.
          if event.offset / LineBlocks.size > part {
            part = event.offset / LineBlocks.size
            worker.writer.beginPart()
          }
          worker.judge(event)
        }
        try worker.handOn(bytesRead, emit)
      }
      for event in cutter.end() { worker.judge(event) }
      try worker.handOn(bytesRead, emit)
    } catch {
      return (worker.tally, error)
    }
    return (worker.tally, nil)
  }
}

extension Worker {
  /// Judges what was found in a recording.
  fileprivate mutating func judge(_ event: EntryCutter.Event) {
    let place = event.place
    switch event.kind {
    case .entry(let entry):
      judgeEntry(Locus(text: entry, line: place.line, column: place.column))
    case .fault(let rule, let reason):
      report(rule, reason, at: 0, Locus(text: Bytes([]), line: place.line, column: place.column))
    }
  }

  /// Hands on what was found.
  fileprivate mutating func handOn(_ bytesRead: Int, _ emit: EmitFindings) throws {
    defer { output.removeAll() }
    try emit(output.bytes, bytesRead)
  }
}
