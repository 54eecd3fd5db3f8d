import ErrataText

extension Validator {
  /// Validates an input that is a single body or URL.
  func validateWhole(
    _ source: InputSource, _ kind: InputKind, _ options: ValidationOptions, _ emit: EmitFindings
  ) -> (InputResult, failure: (any Error)?) {
    var worker = Worker(self, source: source.name, options)
    var result = InputResult(compiled)
    do {
      var bytes: [UInt8] = []
      if try bytes.append(upTo: InputPart.sizeLimit + 1, from: source.read) {
        let part = InputPart(text: Bytes(bytes))
        if kind == .url { worker.validateRedirect(part) } else { worker.validateBody(part) }
      } else {
        worker.report(.tooLarge("body"), of: InputPart())
      }
      try emit(result.add(worker.takePart()), bytes.count)
    } catch {
      return (result.adding(worker.counts), error)
    }
    return (result.adding(worker.counts), nil)
  }

  /// Validates the entries of a recording.
  func validateRecording(
    _ source: InputSource, _ options: ValidationOptions, _ emit: EmitFindings
  ) -> (InputResult, failure: (any Error)?) {
    var worker = Worker(self, source: source.name, options)
    var result = InputResult(compiled)
    var splitter = HAREntrySplitter()
    var bytesRead = 0
    var part = 0
    do {
      while true {
        var chunk: [UInt8] = []
        try chunk.append(addingCapacity: 1 << 18) { output in try source.read(&output) }
        if chunk.isEmpty { break }
        bytesRead += chunk.count
        for event in splitter.read(chunk.span) {
          // By the offset of the entry, so that the result does not depend on the chunks.
          if event.offset / LineBatcher.size > part {
            part = event.offset / LineBatcher.size
            worker.beginPart()
          }
          worker.validate(event)
        }
        try emit(result.add(worker.takePart()), bytesRead)
      }
      for event in splitter.end() { worker.validate(event) }
      try emit(result.add(worker.takePart()), bytesRead)
    } catch {
      return (result.adding(worker.counts), error)
    }
    return (result.adding(worker.counts), nil)
  }
}

extension Worker {
  /// Validates an entry, or reports a problem in the recording.
  fileprivate mutating func validate(_ event: HAREntrySplitter.Event) {
    switch event.kind {
    case .entry(let entry): validateEntry(InputPart(text: entry, start: event.position))
    case .fault(let fault): report(fault, of: InputPart(start: event.position))
    }
  }
}
