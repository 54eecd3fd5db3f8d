import Benchmark
import ErrataCatalog
import ErrataDiagnostics
import ErrataValidation
import Foundation

/// Bodies of BankID's CSC endpoints, cycling through all codes.
/// - Parameters:
///   - count: the number of bodies.
///   - catalog: the catalogue.
///   - suffix: a suffix for each code; any letter makes the codes unknown.
func bodies(_ count: Int, of catalog: Catalog, suffix: String = "") -> [UInt8] {
  let errors = catalog.surfaces[0].errors
  var text = ""
  for number in 0..<count {
    let error = errors[number % errors.count]
    text +=
      #"{"errorCode":"\#(error.code)\#(suffix)","errorDescription":"\#(error.description)","errorReference":"REF\#(number)"}"#
      + "\n"
  }
  return Array(text.utf8)
}

let benchmarks: @Sendable () -> Void = {
  let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../../catalog/bankid-csc.yaml")
  let text = Array(try! Data(contentsOf: path))
  let catalog = readCatalog([SourceFile(path: "bankid-csc.yaml", bytes: text)]).catalog!
  let validator = Validator(catalog, strict: true)
  let count = 100_000
  Benchmark.defaultConfiguration = .init(metrics: [.wallClock, .throughput], maxDuration: .seconds(5))

  for (name, suffix) in [("valid bodies", ""), ("bodies with one finding each", "x")] {
    let input = bodies(count, of: catalog, suffix: suffix)
    let size = String(format: "%.1f MB", Double(input.count) / 1e6)
    Benchmark("100,000 \(name), \(size), one thread") { benchmark in
      for _ in benchmark.scaledIterations {
        let options = ValidationOptions(surface: "csc", status: nil, threads: 1)
        let result = validator.validate(InputSource(name: "bodies", bytes: input), as: .lines, options) { findings, _ in
          blackHole(findings)
        }
        precondition(result.summary.checked == count && result.failure == nil)
      }
    }
  }

  let exchange = Exchange(
    path: "/info", status: 401, body: #"{"errorCode":"invalid_token","errorDescription":"The token has expired"}"#.utf8)
  Benchmark("One exchange of a Swift test", configuration: .init(scalingFactor: .kilo)) { benchmark in
    for _ in benchmark.scaledIterations { blackHole(validator.findings(in: exchange)) }
  }
}
