extension Sequence {
  /// The elements from the largest to the smallest count; equal ones stay in their order.
  func mostFrequentFirst(_ count: (Element) -> Int) -> [Element] {
    enumerated().sorted { (-count($0.element), $0.offset) < (-count($1.element), $1.offset) }.map(\.element)
  }
}
