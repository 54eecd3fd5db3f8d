extension Response {
  /// The method of the request; nil if unknown.
  var method: Bytes? { isToHEAD ? methodHEAD : nil }
}

private let methodHEAD = Bytes("HEAD")
