/// Fields that are sent as parameters: of a redirect, or of a challenge.
extension ResponseChecker {
  /// The value of a parameter.
  struct ParameterValue {
    let value: [UInt8]
    /// The range of the parameter, with its name, in the text that has it.
    let range: Range<Int>
  }

  /// Sets the values of the places that are parameters.
  /// - Parameter value: the first parameter with a name, if there is one.
  mutating func setParameters(of surface: CompiledSurface, _ value: (_ name: [UInt8]) -> ParameterValue?) {
    parameters = surface.places.indices.map { place in
      guard case .parameter = surface.places[place].location else { return nil }
      return value(Array(surface.placeNames[place].utf8))
    }
  }

  /// Reports a violation in a parameter.
  mutating func report(_ violation: Violation, in range: Range<Int>) {
    report(violation, at: range.lowerBound, length: range.count)
  }
}

extension CompiledSurface {
  /// The names of the parameters that can have the code.
  var codeParameters: [[UInt8]] {
    fields[codeField].places.compactMap { place in
      guard case .parameter = places[place].location else { return nil }
      return Array(placeNames[place].utf8)
    }
  }
}
