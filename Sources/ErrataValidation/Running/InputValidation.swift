import ErrataText

extension Validator {
  /// Validates one body, or one URL.
  func validateWhole(
    _ source: InputSource, _ kind: InputKind, _ options: ValidationOptions, _ emit: EmitFindings
  ) -> (Counts, failure: (any Error)?) {
    var worker = Worker(self, source: source.name, options)
    do {
      var bytes: [UInt8] = []
      if try bytes.append(upTo: InputPart.sizeLimit + 1, from: source.read) {
        let part = InputPart(text: Bytes(bytes))
        if kind == .url { worker.validateRedirect(part) } else { worker.validateBody(part) }
      } else {
        worker.report(.tooLarge("body"), of: InputPart())
      }
      try worker.emit(bytesRead: bytes.count, emit)
    } catch {
      return (worker.counts, error)
    }
    return (worker.counts, nil)
  }

  /// Validates the entries of a recording.
  func validateRecording(
    _ source: InputSource, _ options: ValidationOptions, _ emit: EmitFindings
  ) -> (Counts, failure: (any Error)?) {
    var worker = Worker(self, source: source.name, options)
    var splitter = HAREntrySplitter()
    var bytesRead = 0
    var part = 0
    do {
      while true {
        var piece: [UInt8] = []
        try piece.append(addingCapacity: 1 << 18) { output in try source.read(&output) }
        if piece.isEmpty { break }
        bytesRead += piece.count
        for event in splitter.read(piece.span) {
          // By the entry's place, not by how the recording came in pieces.
          if event.offset / LineBatcher.size > part {
            part = event.offset / LineBatcher.size
            worker.beginPart()
          }
          worker.validate(event)
        }
        try worker.emit(bytesRead: bytesRead, emit)
      }
      for event in splitter.end() { worker.validate(event) }
      try worker.emit(bytesRead: bytesRead, emit)
    } catch {
      return (worker.counts, error)
    }
    return (worker.counts, nil)
  }
}

extension Worker {
  /// Validates what was found in a recording.
  fileprivate mutating func validate(_ event: HAREntrySplitter.Event) {
    switch event.kind {
    case .entry(let entry): validateEntry(InputPart(text: entry, start: event.position))
    case .fault(let fault): report(fault, of: InputPart(start: event.position))
    }
  }

  /// Emits what was found since the last time.
  fileprivate mutating func emit(bytesRead: Int, _ emit: EmitFindings) throws {
    defer { output.removeAll() }
    try emit(output.bytes, bytesRead)
  }
}
