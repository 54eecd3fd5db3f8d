/// Whether a segment of a path identifies a resource, so that it differs from request to request: a number, a UUID, a long
/// hexadecimal or base64url text, or one of these after a short prefix, as in `cus_9s6XKzkNRiz8i3`.
func isIdentifier(_ segment: Substring) -> Bool {
  let bytes = Array(segment.utf8)
  if bytes.count > 128 || bytes.contains(where: { "*%@,;=".utf8.contains($0) }) || segment.contains(where: \.isNewline)
  {
    return true
  }
  guard bytes.allSatisfy({ isLetter($0) || isDigit($0) || $0 == dash || $0 == underscore }) else { return false }
  let digits = bytes.count(where: isDigit)
  if digits == 0 {
    return isMixedCase(bytes) && bytes.count >= 20 && !bytes.contains(dash) && !bytes.contains(underscore)
  }
  if digits == bytes.count { return true }
  if let prefix = bytes.firstIndex(of: underscore), prefix > 0, bytes[(prefix + 1)...].contains(where: isDigit) {
    return true
  }
  let isHexadecimal = bytes.allSatisfy { isDigit($0) || (97...102).contains($0 | 32) || $0 == dash }
  // A date, as in `2015-03-31`, is a version.
  if isHexadecimal, bytes.count >= 8 { return digits < bytes.count(where: { $0 != dash }) || bytes.count >= 16 }
  return bytes.count >= 16 && (digits >= 3 || isMixedCase(bytes)) && !hasWords(bytes)
}

private let dash = UInt8(ascii: "-")
private let underscore = UInt8(ascii: "_")

private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

private func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }

private func isMixedCase(_ bytes: [UInt8]) -> Bool {
  bytes.contains { (65...90).contains($0) } && bytes.contains { (97...122).contains($0) }
}

/// Whether dashes separate words of letters, as in `oauth2-device-login`.
private func hasWords(_ bytes: [UInt8]) -> Bool {
  bytes.split(separator: dash).count { part in part.count > 1 && part.allSatisfy(isLetter) } > 1
}
