/// What findings say of the response that they are about.
struct CheckedResponse {
  let surface: CompiledSurface
  /// The index of its code on the surface; nil where the catalogue does not have it.
  let codeIndex: Int?
  /// The code that it names, without its escapes.
  let code: Bytes?
  let status: Int?
  /// What violations' offsets and tokens count in.
  let body: Bytes

  /// The response that `checker` checked last.
  init(_ checker: borrowing ResponseChecker, _ verdict: Verdict, status: Int?) {
    surface = checker.catalog.surfaces[verdict.surface]
    codeIndex = verdict.code
    let body = checker.body
    code = verdict.codeText.map { text in
      switch text {
      case .parameter(let range): Bytes(String(decoding: RedirectParameter(body, range).value, as: UTF8.self))
      case .token(let token) where token.hasEscapes || token.hasBadUTF8: Bytes(token.string(body.slice.span))
      case .token(let token): body[token.range]
      }
    }
    self.status = status
    self.body = body
  }

  /// The statuses that its code documents, for people; nil where there are none.
  var documentedStatuses: String? {
    guard let codeIndex, !surface.codes[codeIndex].statuses.isEmpty else { return nil }
    return surface.statusList(code: codeIndex)
  }

  /// What to use instead of its code.
  var replacement: String? { codeIndex.flatMap { surface.replacements[$0] } }
}
