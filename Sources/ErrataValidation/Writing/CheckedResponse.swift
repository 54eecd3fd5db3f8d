/// The properties of a response that its findings share.
struct CheckedResponse {
  let surface: CompiledSurface
  /// The unescaped code.
  let code: Bytes?
  let status: Int?
  let request: RecordedRequest
  /// The body that the violations' offsets and tokens refer to.
  let body: Bytes
  /// What the JSON surfaces read from bodies.
  let tree: MemberTree
  private let texts: [[UInt8]]

  /// `response`, which is the last one that `checker` checked.
  init(_ checker: borrowing ResponseChecker, _ verdict: Verdict, of response: Response) {
    surface = checker.catalog.surfaces[verdict.surface]
    tree = checker.catalog.tree
    body = checker.body
    texts = checker.texts
    status = response.status
    request = response.request
    code = verdict.code.map { [body, texts] in Self.text(of: $0, body, texts) }
  }

  /// The unescaped text of `code`.
  func text(of code: NamedCode) -> Bytes { Self.text(of: code, body, texts) }

  private static func text(of code: NamedCode, _ body: Bytes, _ texts: [[UInt8]]) -> Bytes {
    switch code.text {
    case .token(let token) where token.hasEscapes || token.hasInvalidUTF8: Bytes(token.string(body.slice.span))
    case .token(let token): body[token.range]
    case .stored(let index): Bytes(String(decoding: texts[index], as: UTF8.self))
    }
  }

  /// The documented statuses of `code`, as a list for messages; nil if there are none.
  func documentedStatuses(of code: NamedCode) -> String? {
    guard let index = code.index, !surface.codes[index].statuses.isEmpty else { return nil }
    return surface.statusList(code: index)
  }

  /// The replacement of a retired or deprecated code.
  func replacement(of code: NamedCode) -> String? { code.index.flatMap { surface.replacements[$0] } }
}
