import Dispatch
import DossierDomain
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import OfficeWork
import Synchronization

/// The real connection: one TCP connection with TLS 1.3, directly on NIO. A general HTTP client would check
/// certificates only by the machine's clock, follow redirects, repeat requests by itself, and not report how many bytes
/// have been sent.
///
/// If the other end has closed the connection meanwhile, the next request opens another one. A request is never
/// repeated automatically.
public actor HTTPSConnection: ProvinceConnection {
  public struct Limits: Sendable {
    /// For establishing the TCP connection.
    public var connectSeconds: Int
    /// The longest time without a byte in either direction.
    public var patienceSeconds: Int
    /// The least bytes in both directions in each minute of a request; below it the request is given up.
    public var leastBytesPerMinute: Int

    public init(connectSeconds: Int = 30, patienceSeconds: Int = 60, leastBytesPerMinute: Int = 1024) {
      self.connectSeconds = connectSeconds
      self.patienceSeconds = patienceSeconds
      self.leastBytesPerMinute = leastBytesPerMinute
    }
  }

  private let address: ServerAddress
  private let trust: ProvinceTrust
  private let identity: DeviceIdentity?
  private let limits: Limits
  private let now: @Sendable () -> Instant
  private let group: MultiThreadedEventLoopGroup
  private let handshake = Handshake()
  private nonisolated let counter = TrafficCounter()
  private var channel: (any NIOCore.Channel)?

  /// - Parameters:
  ///   - identity: nil before the desk is enrolled.
  ///   - now: the machine's clock, for the dates in certificates.
  public init(
    to address: ServerAddress, trust: ProvinceTrust, identity: DeviceIdentity?, limits: Limits = Limits(),
    now: @escaping @Sendable () -> Instant
  ) {
    self.address = address
    self.trust = trust
    self.identity = identity
    self.limits = limits
    self.now = now
    group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
  }

  public nonisolated var traffic: Traffic { counter.traffic }

  /// DER of the authority by which the server's certificate was checked; nil before the first handshake and after a
  /// failed one.
  public nonisolated var authority: [UInt8]? { handshake.authority }

  public func send(
    _ request: ProvinceRequest, progress: @escaping @Sendable (TransferProgress) -> Void
  ) async throws(SyncFailure) -> ProvinceAnswer {
    let before = traffic.bytesReceived
    do {
      let channel = try await connected()
      let answer = channel.eventLoop.makePromise(of: ProvinceAnswer.self)
      counter.add(roundTrips: 1)
      channel.write(
        RequestHandler.Outgoing(request: request, host: address.authority, answer: answer, progress: progress),
        promise: nil)
      // If the channel has just closed, the request never reaches its handler, so the promise has to fail here.
      channel.closeFuture.whenComplete { _ in answer.fail(ChannelError.ioOnClosedChannel) }
      return try await withTaskCancellationHandler {
        try await answer.futureResult.get()
      } onCancel: {
        channel.close(promise: nil)
      }
    } catch {
      if Task.isCancelled { throw .cancelled }
      throw SyncFailure(
        transport: handshake.takeEarlyError() ?? error, trustFault: handshake.fault,
        hasReceived: traffic.bytesReceived > before)
    }
  }

  public func close() async {
    try? await channel?.close()
    channel = nil
    // On a queue of our own, for the reason given at `TaskLane`.
    await withCheckedContinuation { done in
      group.shutdownGracefully(queue: DispatchQueue(label: "dossier.connection.end")) { _ in done.resume() }
    }
  }

  private func connected() async throws -> any NIOCore.Channel {
    if let channel, channel.isActive { return channel }
    let context = try NIOSSLContext(configuration: DeviceIdentity.configuration(identity))
    let patience = TimeAmount.seconds(Int64(limits.patienceSeconds))
    // The kernel's send buffer is small, so that bytes counted as sent have nearly left. A slow line needs no larger
    // one.
    let bootstrap = ClientBootstrap(group: group)
      .connectTimeout(.seconds(Int64(limits.connectSeconds)))
      .channelOption(.socketOption(.so_sndbuf), value: 8192)
      .channelInitializer { [address, trust, now, handshake, counter, limits] channel in
        channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          try pipeline.addHandler(
            TrafficHandler(counter: counter, patience: patience, leastPerMinute: limits.leastBytesPerMinute))
          try pipeline.addHandler(
            NIOSSLClientHandler(
              context: context, serverHostname: address.addressBytes == nil ? address.host : nil,
              customVerificationCallback: { chain, verdict in
                let bytes = chain.compactMap { try? $0.toDERBytes() }
                verdict.succeed(handshake.check(bytes, trust, address, now()) ? .certificateVerified : .failed)
              }))
          try pipeline.addHTTPClientHandlers()
          try pipeline.addHandler(RequestHandler { handshake.note(early: $0) })
        }
      }
    let channel = try await bootstrap.connect(host: address.host, port: address.port).get()
    counter.add(roundTrips: 2)
    self.channel = channel
    return channel
  }
}

/// The result of checking the other end in the handshake.
private final class Handshake: Sendable {
  private let outcome = Mutex<(authority: [UInt8]?, fault: ProvinceTrust.Fault?)>((nil, nil))
  private let earlyError = Mutex<(any Error)?>(nil)

  var authority: [UInt8]? { outcome.withLock { $0.authority } }
  var fault: ProvinceTrust.Fault? { outcome.withLock { $0.fault } }

  /// Stores an error from before any request was under way that could have failed with it.
  func note(early error: any Error) { earlyError.withLock { $0 = $0 ?? error } }

  func takeEarlyError() -> (any Error)? {
    earlyError.withLock { error in
      defer { error = nil }
      return error
    }
  }

  func check(_ chain: [[UInt8]], _ trust: ProvinceTrust, _ address: ServerAddress, _ now: Instant) -> Bool {
    do throws(ProvinceTrust.Fault) {
      let authority = try trust.check(chain, of: address, now: now)
      outcome.withLock { $0 = (authority, nil) }
      return true
    } catch {
      outcome.withLock { $0 = (nil, error) }
      return false
    }
  }
}
