import BankIDSigning
import FlyingFox
import Foundation
import Synchronization
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// A client with its server and its user.
struct TestEnvironment {
  let server: BankIDServer
  let client: SigningClient
  let clock: RecordingClock
  let user: User

  /// Signs two hashes with the client.
  func sign() async throws -> [Data] {
    try await client.sign(
      [Data("one".utf8), Data("two".utf8)], proof: { ProofKey(verifier: "verifier", challenge: "challenge") },
      logIn: user.logIn)
  }

  /// The result of `sign` on success.
  static let signatures = [Data("signed one".utf8), Data("signed two".utf8)]
}

/// Runs `body` with a local server that sends `failures` before its regular responses. Expects that no token is used for `signHash`
/// more than once.
func withBankID(
  failing failures: [String: [ServerResponse]] = [:], sourceLocation: Testing.SourceLocation = #_sourceLocation,
  _ body: (TestEnvironment) async throws -> Void
) async throws {
  let bankID = BankIDServer(failing: failures)
  let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: 0), logger: .disabled, handler: bankID)
  let running = Task { try await server.run() }
  try await server.waitUntilListening()
  guard case .ip4(_, let port) = try #require(await server.listeningAddress) else {
    throw URLError(.badURL)
  }
  let address = try #require(URL(string: "http://127.0.0.1:\(port)"))
  let session = URLSession(configuration: .ephemeral)
  let clock = RecordingClock()
  let client = SigningClient(
    address: address,
    registration: Registration(clientID: "app", redirect: URL(string: "com.example.app:/back")!, scope: "credential"),
    session: session, clock: clock)
  try await body(TestEnvironment(server: bankID, client: client, clock: clock, user: User()))
  let used = await bankID.tokens(at: "/signatures/signHash")
  #expect(Set(used).count == used.count, "a token was used for signing twice", sourceLocation: sourceLocation)
  session.invalidateAndCancel()
  running.cancel()
}

/// A user who logs in on every page, and records the reasons.
actor User {
  private(set) var reasons: [LogInPage.Reason] = []
  private let browser = Browser()

  func logIn(_ page: LogInPage) async throws -> URL {
    reasons.append(page.reason)
    return try await browser.open(page.url)
  }
}

/// Opens a page, and returns the URL of its redirect.
private final class Browser: NSObject, URLSessionTaskDelegate {
  func open(_ page: URL) async throws -> URL {
    let session = URLSession(configuration: .ephemeral, delegate: self, delegateQueue: nil)
    defer { session.finishTasksAndInvalidate() }
    let (_, response) = try await session.data(from: page)
    let redirect = try #require(response as? HTTPURLResponse)
    return try #require(redirect.value(forHTTPHeaderField: "Location").flatMap(URL.init(string:)))
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }
}

/// A clock on which sleeping advances the time immediately. It records the durations.
final class RecordingClock: Clock {
  struct Instant: InstantProtocol {
    var offset: Duration
    func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    func duration(to other: Instant) -> Duration { other.offset - offset }
    static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
  }

  private let durations = Mutex<[Duration]>([])

  /// The duration of each sleep.
  var sleeps: [Duration] { durations.withLock(\.self) }
  var now: Instant { Instant(offset: sleeps.reduce(.zero, +)) }
  var minimumResolution: Duration { .zero }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    durations.withLock { durations in durations.append(deadline.offset - durations.reduce(.zero, +)) }
  }
}
