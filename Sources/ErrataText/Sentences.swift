/// `1 code`, `2 codes`.
/// - Parameter noun: a singular noun whose plural adds an `s`.
package func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}

/// `a, b and c`: items listed as in a sentence; an empty string if there are none.
/// - Parameter conjunction: the word before the last item.
package func enumerated(_ items: [String], _ conjunction: String = "and") -> String {
  guard items.count > 1, let last = items.last else { return items.first ?? "" }
  return items.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
}

/// `` `a`, `b` and `c` ``: names in backticks, listed as in a sentence; `none` if there are none.
/// - Parameter conjunction: the word before the last name.
package func listed(_ names: [String], _ conjunction: String = "and") -> String {
  names.isEmpty ? "none" : enumerated(names.map { "`\($0)`" }, conjunction)
}

/// `1,336`: a number with separators between thousands.
package func grouped(_ number: Int) -> String {
  let digits = String(number.magnitude)
  let groups = stride(from: digits.count, to: 0, by: -3).map { end in
    String(digits.dropLast(digits.count - end).suffix(3))
  }
  return (number < 0 ? "-" : "") + groups.reversed().joined(separator: ",")
}
