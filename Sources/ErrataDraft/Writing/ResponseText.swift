import ErrataText

/// The `response` blocks for the errors in some bodies, one for each shape, the most frequent one first.
/// - Returns: nil if no body has a recognizable code.
package func responseDraft(for bodies: [JSONValue]) -> String? {
  var learned = LearnedErrors()
  for body in bodies { learned.add(RecordedResponse(body: body)) }
  let surfaces = learned.surfaces()
  if surfaces.isEmpty { return nil }
  var lines: [String] = []
  for surface in surfaces {
    if surfaces.count > 1 { lines.append("# \(counted(surface.sampleCount, "error")) of this shape") }
    lines += surface.response.yaml(sampleCount: surface.sampleCount)
  }
  let others = bodies.count - learned.errorCount
  if others > 0 { lines.append("# \(others == 1 ? "1 body" : "\(others) bodies") without a recognizable code") }
  return lines.joined(separator: "\n") + "\n"
}
