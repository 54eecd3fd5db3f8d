import ErrataCatalog

/// The words of `text` in UpperCamelCase, with the letters and decimal digits that are safe in the identifiers of all languages.
/// `invalid_credential_id` becomes `InvalidCredentialID`. Go's names are exported by their first letter, so this is the end of a
/// name that begins with another.
func goName(_ text: String) -> String {
  words(of: text).map(portableCapitals).map { word in
    initialisms.contains(word) ? word : word.prefix(1) + word.dropFirst().lowercased()
  }.joined()
}

/// The words that Go writes in capitals ("Go Code Review Comments", "Initialisms").
private let initialisms: Set<String> = [
  "ACL", "API", "ASCII", "CPU", "CSS", "DNS", "EOF", "GUID", "HTML", "HTTP", "HTTPS", "ID", "IP", "JSON", "LHS", "QPS", "RAM",
  "RHS", "RPC", "SLA", "SMTP", "SQL", "SSH", "TCP", "TLS", "TTL", "UDP", "UI", "UID", "URI", "URL", "UTF8", "UUID", "VM", "XML",
  "XMPP", "XSRF", "XSS",
]
