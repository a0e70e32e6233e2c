import DossierDomain
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import SyncProtocol

/// One server process: HTTPS in front of a store. It keeps nothing of its own, so that several may share a store.
public struct ProvinceServer: Sendable {
  public struct Settings: Sendable {
    public var host = "127.0.0.1"
    /// 0 for any that is free.
    public var port = 0
    /// Under which desks reach it; written into its certificate.
    public var names = ["localhost", "127.0.0.1"]
    /// Threads that work on the store.
    public var threads = 4
    /// Requests that may wait for a thread.
    public var room = 256
    /// Requests that may be open at once.
    public var open = 512
    /// Connections at once: fewer than the process may have descriptors.
    public var connections = 768
    /// Connections from one address of which nobody knows yet whose they are.
    public var perAddress = 64
    /// Where the operator's own machines ask for figures, over plain HTTP; nil for nowhere.
    public var operations: (host: String, port: Int)?
    /// A file outside of the store that keeps how far the store has come, so that a restore of it is noticed; nil for none.
    public var mark: String?

    public init() {}

    var crowd: Crowd.Limits {
      let strangers = max(1, min(connections / 2, 1024))
      return Crowd.Limits(connections: connections, strangers: strangers, perAddress: min(perAddress, strangers))
    }
  }

  private let store: any ServerStore
  private let authority: ProvinceAuthority
  private let settings: Settings
  private let logger: Logger
  private let now: @Sendable () -> Instant

  public init(
    store: any ServerStore, authority: ProvinceAuthority, settings: Settings, logger: Logger,
    now: @escaping @Sendable () -> Instant
  ) {
    self.store = store
    self.authority = authority
    self.settings = settings
    self.logger = logger
    self.now = now
  }

  /// Serves until the process is asked to stop (SIGTERM, SIGINT), or the task is cancelled. Open requests are answered
  /// before it returns; what was answered is durable.
  /// - Parameters:
  ///   - onOperations: called with the port of the operator's address, before `onRunning`.
  ///   - onRunning: called with the port when requests can come.
  public func run(
    onOperations: @escaping @Sendable (Int) -> Void = { _ in }, onRunning: @escaping @Sendable (Int) -> Void
  ) async throws {
    let administration = Administration(store: store)
    let watch = StoreWatch(path: settings.mark, store: store, logger: logger, now: now)
    // Before anything is written.
    try watch.look()
    try administration.prepare(at: now())
    let gate = Gate(limits: Gate.Limits(open: settings.open, blobs: settings.open / 4))
    let crowd = Crowd(limits: settings.crowd)
    let work = WorkQueue(threads: settings.threads, room: settings.room)
    let (metrics, health) = (Metrics(), HealthCheck(store: store, watch: watch, now: now))
    let responder = ProvinceResponder(
      exchange: Exchange(store: store, authority: authority),
      enrolment: EnrolmentDesk(administration: administration, authority: authority),
      portal: PortalDesk(administration: administration), administration: administration,
      blobs: BlobDesk(store: store), health: health, limits: .standard, gate: gate, work: work, metrics: metrics,
      watch: watch, now: now)
    let operations = AwaitedPort(isExpected: settings.operations != nil)
    let identity = try ServerIdentity(authority, names: settings.names, now: now)
    var application = Application(
      responder: responder,
      server: HTTPServerBuilder { responder in
        ProvinceChannel(responder, identity, crowd: crowd, patience: Patience())
      },
      configuration: ApplicationConfiguration(
        address: .hostname(settings.host, port: settings.port), serverName: "provincial-server"),
      onServerRunning: { channel in
        // Who hears that it runs can ask there.
        if let port = await operations.port() { onOperations(port) }
        onRunning(channel.localAddress?.port ?? 0)
      }, logger: logger)
    if let address = settings.operations {
      let responder = OperationsResponder(metrics: metrics, gate: gate, work: work, crowd: crowd, health: health)
      application.addServices(
        Application(
          responder: responder, server: .http1(configuration: .init(idleTimeout: .seconds(30))),
          configuration: ApplicationConfiguration(
            address: .hostname(address.host, port: address.port), serverName: "provincial-server"),
          onServerRunning: { operations.found($0.localAddress?.port ?? 0) }, logger: logger))
    }
    let served = application
    let outcome = await withTaskGroup { group in
      group.addTask { await watch.keep(work) }
      let outcome: Result<Void, any Error>
      do { outcome = .success(try await served.runService()) } catch { outcome = .failure(error) }
      group.cancelAll()
      return outcome
    }
    await work.stop()
    watch.finish()
    try outcome.get()
  }
}

/// The port of a listener that starts beside another one.
private struct AwaitedPort: Sendable {
  private let isExpected: Bool
  private let stream: AsyncStream<Int>
  private let continuation: AsyncStream<Int>.Continuation

  init(isExpected: Bool) {
    self.isExpected = isExpected
    (stream, continuation) = AsyncStream.makeStream(of: Int.self)
  }

  func found(_ port: Int) { continuation.yield(port) }

  /// Nil when there is none.
  func port() async -> Int? {
    guard isExpected else { return nil }
    var ports = stream.makeAsyncIterator()
    return await ports.next()
  }
}
