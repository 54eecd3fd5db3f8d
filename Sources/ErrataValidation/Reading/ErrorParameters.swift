/// The parameters of a redirect: of its query, or of its fragment if only that has an error code.
/// - Parameters:
///   - url: the relative or absolute URL of the redirect.
///   - codeName: the name of the parameter that has the code.
package func redirectParameters(of url: String, codeName: String) -> [(name: String, value: String)] {
  RedirectParameters(Bytes(url), codeNames: [Array(codeName.utf8)]).map {
    (String(decoding: $0.name, as: UTF8.self), String(decoding: $0.value, as: UTF8.self))
  }
}

/// The parameters of the first challenge in a header that has an error code, with names in lower case; empty if none has.
/// - Parameters:
///   - header: the lines of `WWW-Authenticate`, joined with commas.
///   - codeName: the name of the parameter that has the code, in lower case.
package func challengeParameters(of header: String, codeName: String) -> [(name: String, value: String)] {
  let challenges = ChallengeList(Bytes(header)).challenges.lazy.map { challenge in
    challenge.parameters.map { (String(decoding: $0.name, as: UTF8.self), String(decoding: $0.value, as: UTF8.self)) }
  }
  return challenges.first { $0.contains { name, _ in name == codeName } } ?? []
}
