import Benchmark
import Foundation
import GeneratedBankID

/// A typical handwritten type for the same response.
struct HandWrittenError: Codable {
  var errorCode: String
  var errorDescription: String
  var errorReference: String?
}

let body = Data(
  #"{"errorCode":"token_already_used","errorDescription":"The access token has already been used at this endpoint. Each token must follow the required endpoint order exactly once","errorReference":"REF123456789"}"#
    .utf8)

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput], scalingFactor: .kilo, maxDuration: .seconds(3))

  Benchmark("CSCError from a body") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(CSCError(status: 400, body: body)) }
  }

  Benchmark("JSONDecoder into a Codable struct") { benchmark in
    for _ in benchmark.scaledIterations {
      blackHole(try JSONDecoder().decode(HandWrittenError.self, from: body))
    }
  }

  Benchmark("One JSONDecoder into a Codable struct") { benchmark in
    let decoder = JSONDecoder()
    for _ in benchmark.scaledIterations { blackHole(try decoder.decode(HandWrittenError.self, from: body)) }
  }

  Benchmark("CSCErrorCode from a known code") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(CSCErrorCode(rawValue: "token_already_used")) }
  }

  Benchmark("The recovery of a code") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(CSCErrorCode.tokenAlreadyUsed.recovery) }
  }
}
