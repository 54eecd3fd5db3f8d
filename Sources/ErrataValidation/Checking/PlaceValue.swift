import ErrataCatalog

/// The value at a place of a field.
enum PlaceValue {
  /// A string on the wire, including any prefix or suffix.
  enum Text {
    /// A whole string of the body.
    case token(JSONToken)
    case string(String)

    /// At least the number of its characters.
    var byteLimit: Int {
      switch self {
      case .token(let token): token.count
      case .string(let text): text.utf8.count
      }
    }

    func string(_ body: ByteSpan) -> String {
      switch self {
      case .token(let token): token.string(body)
      case .string(let text): text
      }
    }
  }

  case nothing
  case null
  /// A string that is not a code: empty, or `about:blank`.
  case noCode
  case text(Text)
  case number(Double)
  /// A value that has no constraints.
  case other
  /// A value of another type than the place has.
  case unfit(JSONKind)

  /// The value of a member.
  init(_ member: BodyMembers.Member, _ type: FieldType, isCode: Bool, _ cut: TextCut?, _ body: ByteSpan) {
    switch (member.kind, type) {
    case (.null, _): self = .null
    case (.string, .text):
      let text = Text.token(member.value)
      if let cut {
        self = Self(text, member.value.unescaped(body), isCode: isCode, cut)
      } else {
        self = isCode && member.value.count == 0 ? .noCode : .text(text)
      }
    case (.number, .integer):
      self = member.value.integer(body).map { .number(Double($0)) } ?? .unfit(.number)
    case (.number, .number): self = member.value.number(body).map { .number($0) } ?? .unfit(.number)
    case (.boolean, .boolean), (_, .json): self = .other
    default: self = .unfit(member.kind)
    }
  }

  /// The value of a header or a parameter, which is always text.
  init(_ text: [UInt8], _ type: FieldType, isCode: Bool, _ cut: TextCut?) {
    let string = String(decoding: text, as: UTF8.self)
    switch type {
    case .text, .json: self = Self(.string(string), text, isCode: isCode, cut)
    case .integer: self = exactInteger(string).map { .number(Double($0)) } ?? .unfit(.string)
    case .number: self = isJSONNumber(text) ? .number(Double(string) ?? 0) : .unfit(.string)
    case .boolean: self = string == "true" || string == "false" ? .other : .unfit(.string)
    }
  }

  private init(_ text: Text, _ bytes: [UInt8], isCode: Bool, _ cut: TextCut?) {
    let rest = if let cut { cut.cut(bytes.span)?.range } else { bytes.indices }
    if isCode, rest?.isEmpty ?? true { self = .noCode } else { self = rest == nil ? .nothing : .text(text) }
  }

  /// The value as an integer, written as a number or with digits.
  func integer(_ body: ByteSpan) -> Int? {
    switch self {
    case .number(let number): Int(exactly: number)
    case .text(let text): exactInteger(text.string(body))
    case .nothing, .null, .noCode, .other, .unfit: nil
    }
  }
}
