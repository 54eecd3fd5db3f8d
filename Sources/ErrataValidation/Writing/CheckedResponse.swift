/// The properties of a response that its findings share.
struct CheckedResponse {
  let surface: CompiledSurface
  /// The index of the code on the surface; nil if the response has no code or the catalogue does not have it.
  let codeIndex: Int?
  /// The unescaped code.
  let code: Bytes?
  let status: Int?
  /// The body that the violations' offsets and tokens refer to.
  let body: Bytes

  /// The last response that `checker` checked.
  init(_ checker: borrowing ResponseChecker, _ verdict: Verdict, status: Int?) {
    surface = checker.catalog.surfaces[verdict.surface]
    codeIndex = verdict.code
    let body = checker.body
    code = verdict.codeText.map { text in
      switch text {
      case .parameter(let range): Bytes(String(decoding: RedirectParameter(body, range).value, as: UTF8.self))
      case .token(let token) where token.hasEscapes || token.hasInvalidUTF8: Bytes(token.string(body.slice.span))
      case .token(let token): body[token.range]
      }
    }
    self.status = status
    self.body = body
  }

  /// The documented statuses of the code, as a list for messages; nil if there are none.
  var documentedStatuses: String? {
    guard let codeIndex, !surface.codes[codeIndex].statuses.isEmpty else { return nil }
    return surface.statusList(code: codeIndex)
  }

  /// The replacement of a retired or deprecated code.
  var replacement: String? { codeIndex.flatMap { surface.replacements[$0] } }
}
