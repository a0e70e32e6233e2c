import DossierDomain
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import SyncProtocol

/// One server process: HTTPS in front of a store. It has no state of its own, so that several may share a store.
public struct ProvinceServer: Sendable {
  public struct Settings: Sendable {
    public var host = "127.0.0.1"
    /// 0 for any free port.
    public var port = 0
    /// The names under which desks reach the server; its certificate contains them.
    public var names = ["localhost", "127.0.0.1"]
    /// The number of threads that work on the store.
    public var threads = 4
    /// How many requests may wait for a thread.
    public var room = 256
    /// How many requests may be open at the same time.
    public var open = 512
    /// The limit of connections; it must be lower than the limit of descriptors.
    public var connections = 768
    /// The limit of connections from one address whose client is not known yet.
    public var perAddress = 64
    /// The address of the operator's metrics, over plain HTTP; nil for none.
    public var operations: (host: String, port: Int)?
    /// A file outside the store with the state of the store, so that a restore is noticed; nil for none.
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

  /// Serves until the process is asked to stop (SIGTERM, SIGINT) or the task is cancelled. Open requests are answered
  /// before it returns; every answered change is durable.
  /// - Parameters:
  ///   - onOperations: called with the port of the operator's address, before `onRunning`.
  ///   - onRunning: called with the port when the server accepts requests.
  public func run(
    onOperations: @escaping @Sendable (Int) -> Void = { _ in }, onRunning: @escaping @Sendable (Int) -> Void
  ) async throws {
    let administration = Administration(store: store)
    let watch = StoreWatch(path: settings.mark, store: store, logger: logger, now: now)
    // The store is compared with its mark before anything is written.
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
        // The operator's port must be known when `onRunning` is called.
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

/// The port of a listener that is started beside another one.
private struct AwaitedPort: Sendable {
  private let isExpected: Bool
  private let stream: AsyncStream<Int>
  private let continuation: AsyncStream<Int>.Continuation

  init(isExpected: Bool) {
    self.isExpected = isExpected
    (stream, continuation) = AsyncStream.makeStream(of: Int.self)
  }

  func found(_ port: Int) { continuation.yield(port) }

  /// Nil if there is no such listener.
  func port() async -> Int? {
    guard isExpected else { return nil }
    var ports = stream.makeAsyncIterator()
    return await ports.next()
  }
}
