import ErrataCatalog
import ErrataText

// How responses are described on pages: words, and text from the wire that each output shows as code.

extension ResponseFormat {
  /// How errors are sent, in a few sentences.
  var introduction: [Prose.Run] {
    var sentences = [list?.sentence ?? [.text(carrier.sentence)]]
    if !conditions.isEmpty {
      sentences.append([.text("A body is an error only if ")] + conditions.wording + [.text(".")])
    }
    if let mediaType { sentences.append([.text("Its media type is "), .code(mediaType), .text(".")]) }
    if usesOAuth { sentences.append([.text("The rules of OAuth 2.0 apply.")]) }
    return runs(sentences, by: " ")
  }
}

extension ResponseFormat.ErrorList {
  /// Where the list is, and which of its items are errors.
  fileprivate var sentence: [Prose.Run] {
    let list: [Prose.Run] =
      pointer.tokens.isEmpty
      ? [.text("Errors are the items of the list that is the JSON body")]
      : [.text("Errors are the items of the list at "), .code(pointer.description), .text(" in the JSON body")]
    return list + (conditions.isEmpty ? [] : [.text(", those in which ")] + conditions.wording) + [.text(".")]
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
