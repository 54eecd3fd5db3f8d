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
}
