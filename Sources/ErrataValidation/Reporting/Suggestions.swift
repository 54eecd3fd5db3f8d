import ErrataDiagnostics
import ErrataText

/// Finds the codes that misspelt ones were probably meant to be. Looking takes long, so it is done for the first few of each part of an
/// input only.
struct Suggestions {
  private struct Answer {
    let name: String?
    var part: Int
  }

  private static let limit = 64
  private static let memoryLimit = 1_000
  private var known: [ObjectIdentifier: [String: Answer]] = [:]
  private var part = 0
  private var count = 0
  private var remembered = 0

  /// Begins a part of the input. What is suggested there does not depend on the parts before.
  mutating func beginPart() {
    part += 1
    count = 0
    if remembered > Self.memoryLimit {
      known = [:]
      remembered = 0
    }
  }

  /// The nearest documented code, where there is one.
  mutating func nearest(to code: String, on surface: CompiledSurface) -> String? {
    if code.utf8.count > 64 { return nil }
    let key = ObjectIdentifier(surface)
    let answer = known[key]?[code]
    if let answer, answer.part == part { return answer.name }
    guard count < Self.limit else { return nil }
    count += 1
    if answer == nil { remembered += 1 }
    let name = answer.map(\.name) ?? nearestName(to: code, among: surface.codeNames.prefix(surface.documentedCount))
    known[key, default: [:]][code] = Answer(name: name, part: part)
    return name
  }
}
