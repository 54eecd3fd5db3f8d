import ErrataText

/// Python: text is safe between quotes of any kind (The Python Language Reference, section 2.4.1).
struct PythonLanguage: SourceLanguage {
  let commentSign = "#:"

  func text(_ value: String) -> String {
    escaped(value, hidden: escape) { scalar, _ in
      switch scalar {
      case "\"", "'", "\\": "\\\(scalar)"
      default: nil
      }
    }
  }

  private func escape(_ scalar: Unicode.Scalar) -> String {
    scalar.value > 0xFFFF ? "\\U" + hexadecimal(scalar.value, digits: 8) : "\\u" + hexadecimal(scalar.value, digits: 4)
  }
}
