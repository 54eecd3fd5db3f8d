import BankIDSigning
import FlyingFox
import Foundation
import Synchronization
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// A client, the server that it talks to, and the user before it.
struct World {
  let server: BankIDServer
  let client: SigningClient
  let clock: RecordingClock
  let user: User

  /// Has the client sign two hashes.
  func sign() async throws -> [Data] {
    try await client.sign(
      [Data("one".utf8), Data("two".utf8)], proof: { ProofKey(verifier: "verifier", challenge: "challenge") },
      logIn: user.logIn)
  }

  /// What `sign` answers when nothing goes wrong in the end.
  static let signatures = [Data("signed one".utf8), Data("signed two".utf8)]
}

/// Runs `body` with a server on this machine that fails as told before it answers as it should.
/// Whatever happens, no token may come to `signHash` twice.
func withBankID(
  failing failures: [String: [Answer]] = [:], sourceLocation: Testing.SourceLocation = #_sourceLocation,
  _ body: (World) async throws -> Void
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
  try await body(World(server: bankID, client: client, clock: clock, user: User()))
  let used = await bankID.tokens(at: "/signatures/signHash")
  #expect(Set(used).count == used.count, "a token was used for signing twice", sourceLocation: sourceLocation)
  session.invalidateAndCancel()
  running.cancel()
}

/// Logs in on every page, and remembers why.
actor User {
  private(set) var reasons: [LogInPage.Reason] = []
  private let browser = Browser()

  func logIn(_ page: LogInPage) async throws -> URL {
    reasons.append(page.reason)
    return try await browser.open(page.url)
  }
}

/// Opens a page, and says where it was sent on to.
private final class Browser: NSObject, URLSessionTaskDelegate {
  func open(_ page: URL) async throws -> URL {
    let session = URLSession(configuration: .ephemeral, delegate: self, delegateQueue: nil)
    defer { session.finishTasksAndInvalidate() }
    let (_, response) = try await session.data(from: page)
    let answer = try #require(response as? HTTPURLResponse)
    return try #require(answer.value(forHTTPHeaderField: "Location").flatMap(URL.init(string:)))
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }
}

/// A clock on which no time passes but what is slept, at once.
final class RecordingClock: Clock {
  struct Instant: InstantProtocol {
    var offset: Duration
    func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    func duration(to other: Instant) -> Duration { other.offset - offset }
    static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
  }

  private let naps = Mutex<[Duration]>([])

  /// How long it was slept each time.
  var sleeps: [Duration] { naps.withLock(\.self) }
  var now: Instant { Instant(offset: sleeps.reduce(.zero, +)) }
  var minimumResolution: Duration { .zero }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    naps.withLock { naps in naps.append(deadline.offset - naps.reduce(.zero, +)) }
  }
}
