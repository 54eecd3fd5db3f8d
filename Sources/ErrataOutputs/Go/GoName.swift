import ErrataCatalog

/// The words of `text` in UpperCamelCase, with the letters and decimal digits that are safe in the identifiers of all languages.
/// `invalid_credential_id` becomes `InvalidCredentialID`. Go's names are exported by their first letter, so this is the end of a
/// name that begins with another. It is `Code` if `text` has no word.
func goName(_ text: String) -> String {
  let name = words(of: text).map(portableCapitals).map { word in
    initialisms.contains(word) ? word : word.prefix(1) + smallLetters(word.dropFirst())
  }.joined()
  return name.isEmpty ? "Code" : name
}

/// `text` in lower case, without the marks that some letters get there and that Go does not allow.
private func smallLetters(_ text: Substring) -> String {
  String(
    String.UnicodeScalarView(
      text.lowercased().unicodeScalars.filter { $0.properties.generalCategory != .nonspacingMark }))
}

/// The words that Go writes in capitals ("Go Code Review Comments", "Initialisms").
private let initialisms: Set<String> = [
  "ACL", "API", "ASCII", "CPU", "CSS", "DNS", "EOF", "GUID", "HTML", "HTTP", "HTTPS", "ID", "IP", "JSON", "LHS", "QPS",
  "RAM",
  "RHS", "RPC", "SLA", "SMTP", "SQL", "SSH", "TCP", "TLS", "TTL", "UDP", "UI", "UID", "URI", "URL", "UTF8", "UUID",
  "VM", "XML",
  "XMPP", "XSRF", "XSS",
]
