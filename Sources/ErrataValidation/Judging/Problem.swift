/// What is wrong with a response, before it is put into words: cheap to make, since there may be millions.
struct Problem {
  /// What the problem is about, where the rule alone does not say it.
  enum Detail {
    case none
    case fault(JSONFault)
    case kind(JSONKind)
    /// The index of a field of the surface.
    case field(Int)
    /// How many characters a field has.
    case length(Int, field: Int)
    /// The kind of a field's value.
    case fieldKind(JSONKind, field: Int)
    /// The surface that was expected.
    case surface(Int)
    /// A name or a value that is not in the body, or has to be read from it first.
    case text(String)
    /// Where the first of two stands.
    case first(Int)
  }

  /// What the pointer of a finding names.
  enum Place {
    /// The answer and not its body: the status, a header.
    case answer
    /// The body.
    case body
    /// A member of the body, by the field's index.
    case field(Int)
    /// A member of the body that is no field, by where its key stands.
    case key(JSONToken)
    /// A parameter of a redirect.
    case parameter(String)
  }

  let rule: FindingRule
  let place: Place
  /// In the body, in bytes.
  let offset: Int
  /// In bytes; 0 where there is nothing to underline.
  let length: Int
  let detail: Detail

  init(_ rule: FindingRule, _ place: Place, at offset: Int = 0, length: Int = 0, _ detail: Detail = .none) {
    self.rule = rule
    self.place = place
    self.offset = offset
    self.length = length
    self.detail = detail
  }
}
