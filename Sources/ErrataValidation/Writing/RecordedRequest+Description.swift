/// A request in the text of a finding.
extension RecordedRequest {
  /// The maximum number of characters of each part.
  private static let limit = 120

  /// `GET /info, 2026-11-24T10:00:00Z, request a1b2`: what is known; nil if nothing is.
  var description: String? {
    let target = [method, pathWithoutQuery].compactMap { $0?.shortened(to: Self.limit) }.joined(separator: " ")
    let parts = [
      target.isEmpty ? nil : target, time.map { $0.shortened(to: Self.limit) },
      id.map { "request \($0.shortened(to: Self.limit))" },
    ]
    let known = parts.compactMap(\.self)
    return known.isEmpty ? nil : known.joined(separator: ", ")
  }
}
