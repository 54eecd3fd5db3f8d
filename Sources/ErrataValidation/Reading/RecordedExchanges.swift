import ErrataText

extension InputSource {
  /// Reads the responses in a log or a recording, as a validation does, in constant memory.
  /// - Parameters:
  ///   - kind: `har` for a recording; anything else is read as exchanges.
  ///   - fields: which members of an exchange have its parts.
  ///   - names: the headers to read besides `Content-Type`, `Location` and `WWW-Authenticate`, in lower case.
  ///   - body: called with each response, and with nil for a line or an entry that cannot be read.
  /// - Throws: an error of the source.
  package func forEachExchange(
    as kind: InputKind, _ fields: ExchangeFields, headers names: [String], _ body: (Exchange?) -> Void
  ) throws {
    var headerNames = HeaderNames()
    for name in names { headerNames.add(name) }
    var batches = BatchReader(self, kind == .har ? HAREntrySplitter() : LineSplitter())
    while let batch = try batches.next() {
      switch batch.content {
      case .longLine: body(nil)
      case .lines(let text, _):
        for line in text.slice.split(separator: UInt8(ascii: "\n")) where !line.allSatisfy(isJSONSpace) {
          let hasMark = startsWithByteOrderMark(line.span)
          let line = Bytes(hasMark ? line.dropFirst(byteOrderMark.count) : line)
          var reader = ResponseReader(line, noun: "exchange", headerNames)
          let isExchange = (try? reader.readExchange(fields).isExchange) ?? false
          // A gateway also logs requests without a response.
          if !isExchange || !reader.response.isMissing { body(isExchange ? Exchange(reader.response, names) : nil) }
        }
      case .entries(let events):
        for event in events {
          guard case .entry(let entry) = event.kind else {
            body(nil)
            continue
          }
          var reader = ResponseReader(entry, noun: "entry", headerNames)
          do {
            // A recording need not have every response.
            if try reader.readEntry() { body(Exchange(reader.response, names)) }
          } catch {
            body(nil)
          }
        }
      }
    }
  }
}

extension Exchange {
  /// - Parameter names: the headers that `response` was read with.
  fileprivate init(_ response: Response, _ names: [String]) {
    let path = response.request.pathWithoutQuery?.text
    self.init(path: path, status: response.status, headers: [:], body: response.body.bytes.slice)
    redirect = response.redirect?.bytes.text
    headers?["content-type"] = response.headers.contentType?.text
    headers?["location"] = response.headers.location?.bytes.text
    if !response.headers.challenges.isEmpty {
      headers?["www-authenticate"] = response.headers.challenges.map(\.bytes.text).joined(separator: ", ")
    }
    for (place, name) in names.enumerated() { headers?[name] = response.headers.value(at: place)?.text }
  }
}
