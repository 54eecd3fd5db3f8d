import ErrataCatalog
import ErrataText
import ErrataValidation

/// The parameter that has the code in a redirect and in a challenge.
private let codeName = "error"

/// The other parameters with a role (RFC 6749, section 4.1.2.1; RFC 6750, section 3).
private let parameterRoles: [(name: String, role: ResponseField.Role)] = [
  ("error_description", .description), ("error_uri", .uri), ("state", .state),
]

extension RecordedResponse {
  /// The error in a challenge of `WWW-Authenticate`; nil if none names a code.
  func readChallenge() -> ErrorReading? {
    guard let header = headers["www-authenticate"] else { return nil }
    return readParameters(challengeParameters(of: header, codeName: codeName), .challenge)
  }

  /// The error in the parameters of a redirect; nil if they name no code.
  func readRedirect() -> ErrorReading? {
    guard let redirect else { return nil }
    return readParameters(redirectParameters(of: redirect, codeName: codeName), .query)
  }

  private func readParameters(
    _ parameters: [(name: String, value: String)], _ carrier: ResponseFormat.Carrier
  ) -> ErrorReading? {
    let members = parameters.map { ErrorMember(place: .parameter($0.name), value: .string($0.value)) }
    func member(_ name: String) -> ErrorMember? { members.first { $0.place == .parameter(name) } }
    guard let code = member(codeName).flatMap({ sentCode($0.value, at: $0.place) }), code.cut == .nothing,
      exactInteger(code.code.description) == nil
    else { return nil }
    let roles = parameterRoles.compactMap { name, role in member(name).map { (role, $0) } }
    // Of a redirect, other parameters may be the client's own.
    let details = carrier == .query ? [] : members.filter { ["realm", "scope"].contains($0.place.names[0]) }
    let sample = ErrorSample(code: code, roles: roles, members: details, status: carrier == .query ? nil : status)
    return ErrorReading(carrier: carrier, list: nil, samples: [sample])
  }
}
