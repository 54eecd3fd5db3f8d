import Foundation

/// What a browser may load and run on the page (Content Security Policy Level 3): the page's own style and script, known by
/// their digests, and nothing else. Text of a catalogue that found a way to become markup would still not run, nor call out.
func contentSecurityPolicy(style: String, script: String) -> String {
  [
    "default-src 'none'", "style-src '\(digest(style))'", "script-src '\(digest(script))'", "img-src data:",
    "base-uri 'none'", "form-action 'none'",
  ].joined(separator: "; ")
}

private func digest(_ text: String) -> String {
  "sha256-" + Data(sha256(Array(text.utf8))).base64EncodedString()
}
