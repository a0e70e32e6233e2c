import DossierDomain
import Hummingbird
import Logging
import NIOCore
import SyncProtocol

/// Answers requests: finds the route, admits or refuses them, turns errors into problem documents, counts and logs.
struct ProvinceResponder: HTTPResponder {
  typealias Context = ConnectionContext

  let exchange: Exchange
  let enrolment: EnrolmentDesk
  let portal: PortalDesk
  let administration: Administration
  let blobs: BlobDesk
  let health: HealthCheck
  let limits: SyncLimits
  let gate: Gate
  let work: WorkQueue
  let metrics: Metrics
  let watch: StoreWatch
  let now: @Sendable () -> Instant

  func respond(to request: Request, context: ConnectionContext) async throws -> Response {
    let route = Route(path: request.uri.path)
    let start = ContinuousClock.now
    var response: Response
    do {
      response = try await answer(request, route, context)
    } catch {
      var (refusal, technical) = Refusal.of(error)
      if Self.isLong(request) { refusal.closes = true }
      if let technical {
        context.logger.error("request failed", metadata: ["route": "\(route.name)", "error": "\(technical)"])
      }
      response = refusal.response(asJSON: route.speaksJSON || MediaTypes.wantsJSON(request), context.channel)
    }
    // The announced length is bounded before it is counted, so that sums cannot overflow.
    let length = min(max(Int(request.headers[.contentLength] ?? "") ?? 0, 0), limits.inflatedBytes)
    metrics.count(
      route: route.name, status: response.status.code, bytesIn: length, bytesOut: response.body.contentLength ?? 0)
    context.logger.info(
      "request",
      metadata: [
        "route": "\(route.name)", "method": "\(request.method)", "status": "\(response.status.code)",
        "ms": "\(Int((ContinuousClock.now - start).seconds * 1000))", "in": "\(length)",
        "out": "\(response.body.contentLength ?? 0)",
      ])
    if request.method == .head { response.body = ResponseBody() }
    return response
  }

  private func answer(_ request: Request, _ route: Route, _ context: ConnectionContext) async throws -> Response {
    guard route.methods.contains(request.method) || route == .unknown else {
      throw Refusal(
        .methodNotAllowed, .malformed, "method", allow: route.methods.map(\.rawValue).joined(separator: ", "))
    }
    return switch route {
    case .sync: try await sync(request, context)
    case .enrol: try await enrol(request, context)
    case .blob(let name): try await blob(request, name, context)
    case .submissions: try await submit(request, context)
    case .health: try await answerHealth()
    case .unknown: throw Refusal(.notFound, .notFound)
    }
  }

  /// Admits a request, reads its body and runs the work; refuses it before its body is read if there is no room.
  /// - Parameter limit: the largest body, in bytes.
  func admitted(
    _ request: Request, _ lane: WorkQueue.Lane, from visitor: Visitor, limit: Int,
    _ body: @escaping @Sendable ([UInt8]) throws -> Response
  ) async throws -> Response {
    let announced = try announced(request)
    guard announced ?? 0 <= limit else { throw Refusal(.contentTooLarge, .tooLarge, closes: true) }
    let place = Gate.Place(lane: lane, bytes: announced ?? limit, isStranger: visitor == .stranger)
    guard gate.enter(place) else { throw busy() }
    defer { gate.leave(place) }
    let bytes = Array(buffer: try await request.body.collect(upTo: limit))
    do {
      return try await work.run(lane) { try body(bytes) }
    } catch is WorkQueue.Full {
      throw busy()
    }
  }

  /// Whether the unread body of a refused request is too long to be skipped.
  private static func isLong(_ request: Request) -> Bool {
    request.headers[.transferEncoding] != nil || (Int(request.headers[.contentLength] ?? "") ?? 0) > 64 << 10
  }

  private func announced(_ request: Request) throws -> Int? {
    guard let text = request.headers[.contentLength] else { return nil }
    guard let length = Int(text), length >= 0 else { throw Refusal(.badRequest, .malformed, "content-length") }
    return length
  }

  /// Asks the client to come again when the requests before it will have been served; each refusal gets another time.
  func busy() -> Refusal {
    let seconds = Int(Double(gate.open) * metrics.meanExchange / Double(work.threads))
    let first = min(max(seconds, 2), 60)
    return Refusal(.serviceUnavailable, .busy, retryAfter: Int.random(in: first...first * 2))
  }

  /// Runs work that gives entries places, but not while the store is behind its mark. If a client knows more than the
  /// store, the store is checked.
  func placing<Value>(_ body: () throws -> Value) throws -> Value {
    try watch.requireWhole()
    do {
      let value = try body()
      watch.note()
      return value
    } catch ExchangeError.positionUnknown {
      try watch.look()
      try watch.requireWhole()
      throw ExchangeError.positionUnknown
    }
  }

  func keyHash(_ context: ConnectionContext) async throws -> [UInt8] {
    guard let keyHash = try await context.keyHash() else { throw ExchangeError.notEnrolled }
    return keyHash
  }

  /// Health requests are admitted like those of a stranger, so that they cannot fill the queue.
  private func answerHealth() async throws -> Response {
    let place = Gate.Place(lane: .entries, bytes: 0, isStranger: true)
    guard gate.enter(place) else { throw busy() }
    defer { gate.leave(place) }
    return await health.response(on: work)
  }
}

/// The client of a request's connection.
enum Visitor: Hashable, Sendable {
  /// A machine with a certificate of this province.
  case machine
  case stranger
}

extension Duration {
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
