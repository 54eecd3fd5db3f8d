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
        bytes.withUnsafeBufferPointer { bytes in
          let locus = Locus(text: bytes, line: 1)
          if kind == .url { worker.judgeRedirect(bytes, at: locus) } else { worker.judgeBody(bytes, at: locus) }
        }
        try worker.handOn(bytes.count, emit)
      } else {
        let nothing = Locus(text: ByteView(start: nil, count: 0), line: 1)
        worker.report(
          .tooLarge, "the body has more than \(LineBlocks.lineLimit >> 20) MiB: it is not judged", at: 0, nothing)
        try worker.handOn(LineBlocks.lineLimit, emit)
      }
    } catch {
      return (worker.tally, error)
    }
    return (worker.tally, nil)
  }

  /// All bytes of `source`; nil where they are too many.
  private func wholeInput(_ source: InputSource) throws -> [UInt8]? {
    var bytes: [UInt8] = []
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { piece.deallocate() }
    while bytes.count <= LineBlocks.lineLimit {
      let count = try source.read(piece)
      if count == 0 { return bytes }
      bytes.append(contentsOf: piece[..<count])
    }
    return nil
  }

  private func validateRecording(
    _ source: InputSource, _ options: ValidationOptions, _ emit: EmitFindings
  ) -> (Tally, failure: (any Error)?) {
    var worker = Worker(self, source: source.name, options)
    var cutter = EntryCutter()
    var bytesRead = 0
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { piece.deallocate() }
    func nowhere(_ place: EntryCutter.Place) -> Locus {
      Locus(text: ByteView(start: nil, count: 0), line: place.line, column: place.column)
    }
    do {
      while case let count = try source.read(piece), count > 0 {
        bytesRead += count
        worker.writer.beginPart()
        cutter.read(ByteView(piece.prefix(count).bindMemory(to: UInt8.self))) { event in
          switch event {
          case .entry(let entry, let place):
            worker.judgeEntry(entry, at: Locus(text: entry, line: place.line, column: place.column))
          case .tooLarge(let place):
            let limit = EntryCutter.entryLimit >> 20
            worker.report(.tooLarge, "the entry has more than \(limit) MiB: it is not judged", at: 0, nowhere(place))
          }
        }
        try worker.handOn(bytesRead, emit)
      }
      if !cutter.isComplete {
        worker.report(.brokenInput, "the recording ends before its end", at: 0, nowhere(cutter.end))
      } else if !cutter.hasEntries {
        worker.report(.brokenInput, "this is no HTTP Archive: it has no `log.entries`", at: 0, nowhere(.init()))
      }
      try worker.handOn(bytesRead, emit)
    } catch {
      return (worker.tally, error)
    }
    return (worker.tally, nil)
  }
}

extension Worker {
  /// Hands on what was found.
  fileprivate mutating func handOn(_ bytesRead: Int, _ emit: EmitFindings) throws {
    defer { output.removeAll() }
    try emit(UnsafeRawBufferPointer(output.bytes), bytesRead)
  }
}
