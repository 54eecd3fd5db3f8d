import Foundation

/// The policy for the page (Content Security Policy Level 3): only its own style and script, identified by their digests, may be
/// loaded and run. Even if text of a catalogue became markup, it couldn't run scripts or make network requests.
func contentSecurityPolicy(style: String, script: String) -> String {
  [
    "default-src 'none'", "style-src '\(digest(style))'", "script-src '\(digest(script))'", "img-src data:",
    "base-uri 'none'", "form-action 'none'",
  ].joined(separator: "; ")
}

private func digest(_ text: String) -> String {
  "sha256-" + Data(sha256(Array(text.utf8))).base64EncodedString()
}
