import ErrataValidation

extension LearnedErrors {
  /// Adds the responses in a log or a recording.
  /// - Parameters:
  ///   - kind: `har` for a recording; anything else is read as exchanges.
  ///   - fields: which members of an exchange have its parts.
  /// - Throws: an error of the source.
  package mutating func add(
    _ source: InputSource, as kind: InputKind, _ fields: ExchangeFields = ExchangeFields()
  ) throws {
    let headers = codeHeaders.map(\.name) + RoleNames.all.flatMap(\.headers)
    try source.forEachExchange(as: kind, fields, headers: headers) { exchange in
      if let exchange { add(RecordedResponse(exchange)) } else { addUnreadable() }
    }
  }
}
