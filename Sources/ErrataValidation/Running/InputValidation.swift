import ErrataText

extension Validator {
  /// Validates an input that is a single body or URL.
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
}

extension Worker {
  /// Emits the findings since the last call.
  fileprivate mutating func emit(bytesRead: Int, _ emit: EmitFindings) throws {
    defer { output.removeAll() }
    try emit(output.bytes, bytesRead)
  }
}
