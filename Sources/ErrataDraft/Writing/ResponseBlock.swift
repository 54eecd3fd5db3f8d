import ErrataCatalog
import ErrataText

extension ResponseProposal {
  /// The `response` block of a catalogue, with comments that show what was seen.
  /// - Parameter sampleCount: the number of errors that it was made from.
  func yaml(sampleCount: Int) -> [String] {
    var lines = ["response:", "  carrier: \(carrier.rawValue)"]
    if isOAuth { lines.append("  protocol: oauth2") }
    if let mediaType { lines.append("  media_type: \(yamlText(mediaType))") }
    if let flag {
      lines.append("  when: {\(yamlText(flag.name)): \(flag.value.yaml)}  # each error has this")
    }
    if let list {
      lines.append("  errors: \(list.pointer.tokens.isEmpty ? "\"\"" : yamlText(list.pointer.description))")
      if let type = list.type { lines.append("  where: {\"@type\": \(quotedYAML(type))}") }
    }
    lines.append("  fields:")
    lines += fields.map { "    " + $0.yaml(of: self, sampleCount) }
    if !details.isEmpty {
      lines.append("  details:  # keep those that clients use")
      lines += details.map { "    " + $0.yaml(of: self, sampleCount) }
    }
    if omittedDetails > 0 { lines.append("    # \(counted(omittedDetails, "more member")) left out") }
    return lines
  }
}

extension FieldProposal {
  fileprivate func yaml(of response: ResponseProposal, _ sampleCount: Int) -> String {
    // The code of a challenge is not required by default.
    let isOptional = !isRequired && !(key == "code" && response.carrier == .challenge)
    let texts = places.enumerated().map { index, place in
      place.yaml(in: response, isOptional: isOptional && index == 0)
    }
    let value = texts.count == 1 ? texts[0] : "[\(texts.joined(separator: ", "))]"
    let notes = [
      example ?? "always null",
      count > 0 && count < sampleCount ? "in \(count) of \(counted(sampleCount, "error"))" : nil,
      hasSeveralTypes ? "decide: its type varies" : nil,
    ]
    return "\(key): \(value)  \(yamlComment(notes.compactMap(\.self).joined(separator: "; ")))"
  }
}

extension PlaceProposal {
  /// The place as a name or a mapping.
  fileprivate func yaml(in response: ResponseProposal, isOptional: Bool) -> String {
    var members: [(key: String, value: String)] = []
    switch place {
    case .header(let name): members.append(("header", name))
    case .parameter(let name): members.append(("name", name))
    case .body(let pointer), .item(let pointer):
      // A name with a dot or a slash looks like a path.
      if pointer.tokens.count == 1, let name = pointer.tokens.first, !name.isEmpty,
        !name.contains(where: { "./".contains($0) })
      {
        members.append(("name", name))
      } else {
        members.append(("at", pointer.description))
      }
    }
    if response.list != nil, case .body = place { members.append(("from", "body")) }
    if let type { members.append(("type", type.rawValue)) }
    switch cut {
    case .nothing: break
    case .prefix(let text): members.append(("prefix", text))
    case .after(let text): members.append(("after", text))
    case .until(let text): members.append(("until", text))
    }
    if isOptional { members.append(("required", "false")) }
    if members.count == 1, members[0].key == "name" { return yamlText(members[0].value) }
    return "{\(members.map { "\($0.key): \(yamlText($0.value))" }.joined(separator: ", "))}"
  }
}

extension FlagValue {
  /// The value as `when` has it: text in quotes, since a plain one can be a number or a Boolean.
  fileprivate var yaml: String {
    switch self {
    case .boolean(let flag): "\(flag)"
    case .text(let text): quotedYAML(text)
    }
  }
}
