/// Checks challenges in `WWW-Authenticate`.
extension ResponseChecker {
  /// The code in the challenges of a response.
  mutating func namedCode(inChallengeOf response: Response, _ surface: CompiledSurface) -> NamedCode? {
    let challenge = ChallengeList(response.challengeText.bytes).challenge(for: surface)
    setParameters(of: surface, of: challenge)
    return namedCode(response, surface, item: nil)
  }

  /// Checks a response of a challenge surface, whose body is not read.
  mutating func checkChallenge(_ response: Response, _ path: Bytes?, _ verdict: Verdict) {
    let surface = catalog.surfaces[verdict.surface]
    removeViolations()
    setBody(response.challengeText)
    let list = ChallengeList(body)
    let challenge = list.challenge(for: surface)
    setParameters(of: surface, of: challenge)
    if let offset = list.fault { report(.malformedChallenge, at: offset, length: offset < body.count ? 1 : 0) }
    if let challenge { reportDuplicates(in: challenge) }
    checkFields(of: .body, response, surface)
    if let code = verdict.code { check(code, response, path, surface) }
    if surface.statusField != nil { checkStatusCopy(of: .body, response, surface) }
    if response.headers.areKnown { checkHeaders(response, verdict) }
  }

  private mutating func setParameters(of surface: CompiledSurface, of challenge: Challenge?) {
    setParameters(of: surface) { name in
      let name = name.map(lowercased)
      return challenge?.parameters.first { $0.name == name }.map { ParameterValue(value: $0.value, range: $0.range) }
    }
  }

  private mutating func reportDuplicates(in challenge: Challenge) {
    var seen: Set<[UInt8]> = []
    for parameter in challenge.parameters where !seen.insert(parameter.name).inserted {
      report(.duplicateParameter(String(decoding: parameter.name, as: UTF8.self)), in: parameter.range)
    }
  }
}

extension Response {
  /// The challenges of all lines of `WWW-Authenticate`.
  fileprivate var challengeText: SourceText {
    let lines = headers.challenges
    if lines.count == 1 { return lines[0] }
    let text = lines.map { Array($0.bytes.slice) }.joined(separator: Array(", ".utf8))
    return SourceText(bytes: Bytes(Array(text)), origin: .opaque(lines.first?.origin.start ?? 0))
  }
}

extension ChallengeList {
  /// The challenge that has the fields of `surface`: the first with a code, or else the first of the scheme `Bearer`, or else the
  /// first.
  fileprivate func challenge(for surface: CompiledSurface) -> Challenge? {
    let codes = surface.codeParameters.map { $0.map(lowercased) }
    return challenges.first { challenge in challenge.parameters.contains { codes.contains($0.name) } }
      ?? challenges.first { $0.scheme == "bearer" } ?? challenges.first
  }
}
