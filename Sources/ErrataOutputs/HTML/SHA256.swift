import Foundation

/// The SHA-256 digest of `message` (FIPS 180-4, section 6.2): 32 bytes.
func sha256(_ message: some Collection<UInt8>) -> [UInt8] {
  var state = initialState
  let padded = padded(message)
  for start in stride(from: 0, to: padded.count, by: 64) { compress(padded[start..<start + 64], into: &state) }
  return state.flatMap(bigEndianBytes)
}

/// The message, one bit, zeros up to the last eight bytes of a block, and the message's length in bits (section 5.1.1).
private func padded(_ message: some Collection<UInt8>) -> [UInt8] {
  var bytes = Array(message)
  let length = UInt64(bytes.count) * 8
  bytes.append(0x80)
  while bytes.count % 64 != 56 { bytes.append(0) }
  return bytes + bigEndianBytes(length)
}

private func compress(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
  var schedule = (0..<16).map { word in
    (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(block[block.startIndex + word * 4 + $1]) }
  }
  for index in 16..<64 {
    let (early, late) = (schedule[index - 15], schedule[index - 2])
    let first = rotated(early, 7) ^ rotated(early, 18) ^ early >> 3
    let second = rotated(late, 17) ^ rotated(late, 19) ^ late >> 10
    schedule.append(schedule[index - 16] &+ first &+ schedule[index - 7] &+ second)
  }

  var (a, b, c, d) = (state[0], state[1], state[2], state[3])
  var (e, f, g, h) = (state[4], state[5], state[6], state[7])
  for (constant, word) in zip(roundConstants, schedule) {
    let choice = e & f ^ ~e & g
    let majority = a & b ^ a & c ^ b & c
    let first = h &+ (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) &+ choice &+ constant &+ word
    let second = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ majority
    (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
  }
  state = zip(state, [a, b, c, d, e, f, g, h]).map { $0 &+ $1 }
}

private func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
  word >> count | word << (32 - count)
}

private func bigEndianBytes(_ number: some FixedWidthInteger) -> [UInt8] {
  stride(from: number.bitWidth - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
}

/// The first bits of the fractions of the square roots of the first eight primes (section 5.3.3).
private let initialState: [UInt32] = firstPrimes(8).map { fraction(Double($0).squareRoot()) }

/// The first bits of the fractions of the cube roots of the first 64 primes (section 4.2.2).
private let roundConstants: [UInt32] = firstPrimes(64).map { fraction(cbrt(Double($0))) }

private func fraction(_ number: Double) -> UInt32 {
  UInt32((number - number.rounded(.down)) * 0x1p32)
}

private func firstPrimes(_ count: Int) -> [Int] {
  var primes: [Int] = []
  var candidate = 2
  while primes.count < count {
    if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
    candidate += 1
  }
  return primes
}
