extension Key {
  /// What the value of a key can be, as far as the key alone decides it.
  package indirect enum ValueType: Sendable {
    /// Any text.
    case text
    /// Text of a form.
    case form(TextForm)
    /// One of some words, optionally each with what it means, in Markdown.
    case choice([String], meanings: [String] = [])
    /// An integer in a range. The pattern is that of its decimal digits.
    case number(ClosedRange<Int>, pattern: String)
    /// `true` or `false`.
    case flag
    /// A list. One of text or numbers may be written as a single value.
    case list(ListType)
    /// A mapping with the keys of a table.
    case mapping(KeyTable)
    /// A mapping whose keys are up to the author.
    case entries(EntriesType)
    /// Any one of several types.
    case either([ValueType])
    /// A type that several keys have, under a name of its own.
    case shared(String, ValueType)

    /// A list of items of one type, at least one, and no two of them equal.
    package static func list(of item: ValueType) -> ValueType { .list(ListType([item])) }

    /// A mapping with keys of a form and values of one type.
    package static func entries(_ keys: TextForm?, of value: ValueType) -> ValueType {
      .entries(EntriesType(keys, of: value))
    }
  }

  /// The type of a list.
  package struct ListType: Sendable {
    /// The types of the first items, in order. The last type is also that of all further items.
    let items: [ValueType]
    let isEmptyAllowed: Bool
    let areDuplicatesAllowed: Bool

    /// - Parameters:
    ///   - items: the types of the first items, in order. The last type is also that of all further items.
    ///   - isEmptyAllowed: whether the list may be empty.
    ///   - areDuplicatesAllowed: whether two items may be equal.
    package init(_ items: [ValueType], isEmptyAllowed: Bool = false, areDuplicatesAllowed: Bool = false) {
      self.items = items
      self.isEmptyAllowed = isEmptyAllowed
      self.areDuplicatesAllowed = areDuplicatesAllowed
    }
  }

  /// The type of a mapping whose keys are up to the author.
  package struct EntriesType: Sendable {
    let keys: TextForm?
    let value: ValueType
    let isEmptyAllowed: Bool

    /// - Parameters:
    ///   - keys: the form of the keys; nil for any text.
    ///   - value: the type of the values.
    ///   - isEmptyAllowed: whether the mapping may be empty.
    package init(_ keys: TextForm?, of value: ValueType, isEmptyAllowed: Bool = true) {
      self.keys = keys
      self.value = value
      self.isEmptyAllowed = isEmptyAllowed
    }
  }
}
