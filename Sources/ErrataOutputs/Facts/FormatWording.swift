import ErrataCatalog
import ErrataText

// How responses are described on pages: words, and text from the wire that each output shows as code.

extension ResponseFormat {
  /// What a reader must know to find the fields, besides the carrier; empty if there is nothing.
  var notes: [Prose.Run] {
    var sentences: [[Prose.Run]] = []
    if let mediaType { sentences.append([.text("The media type is "), .code(mediaType), .text(".")]) }
    if !conditions.isEmpty {
      sentences.append([.text("A body is an error only if ")] + conditions.wording + [.text(".")])
    }
    if let list {
      var sentence: [Prose.Run] = [.text("The errors are the items of the list ")]
      sentence += list.pointer.tokens.isEmpty ? [.text("that is the body")] : [.text("at "), .code("\(list.pointer)")]
      if !list.conditions.isEmpty { sentence += [.text(" in which ")] + list.conditions.wording }
      sentences.append(sentence + [.text(".")])
    }
    if usesOAuth { sentences.append([.text("The rules of OAuth 2.0 apply.")]) }
    return runs(sentences, by: " ")
  }
}

extension [MemberCondition] {
  fileprivate var wording: [Prose.Run] {
    runs(map { [.code($0.name), .text(" is "), .code($0.json.plainText)] }, by: " and ")
  }
}

extension ResponseField {
  /// Where the field is: `` `type` after `https://…` or else header `x-code` ``.
  func location(in format: ResponseFormat) -> [Prose.Run] {
    runs(places.map { $0.wording(isInList: format.list != nil) }, by: " or else ")
  }
}

extension FieldPlace {
  fileprivate func wording(isInList: Bool) -> [Prose.Run] {
    var result: [Prose.Run] = header == nil ? [] : [.text("header ")]
    result.append(.code(isInList && isFromBody ? "\(pointer ?? JSONPointer(tokens: []))" : description))
    if isInList, isFromBody { result.append(.text(" of the body")) }
    if let until { result += [.text(" up to "), .code(until)] }
    for start in [after, prefix].compactMap(\.self) { result += [.text(" after "), .code(start)] }
    return result
  }
}

private func runs(_ parts: [[Prose.Run]], by words: String) -> [Prose.Run] {
  Array(parts.joined(separator: [.text(words)]))
}
