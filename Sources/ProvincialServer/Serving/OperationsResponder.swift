import Hummingbird
import Logging
import SyncProtocol

/// Answers the operator's own machines over plain HTTP, on a separate address that strangers cannot reach.
struct OperationsResponder: HTTPResponder {
  typealias Context = BasicRequestContext

  let metrics: Metrics
  let gate: Gate
  let work: WorkQueue
  let crowd: Crowd
  let health: HealthCheck

  func respond(to request: Request, context: Context) async throws -> Response {
    guard [.get, .head].contains(request.method) else { return Response(status: .methodNotAllowed) }
    switch request.uri.path {
    case "/health": return await health.response(on: work)
    case "/metrics":
      let text = metrics.text(openRequests: gate.open, waiting: work.depth, crowd: crowd, store: health.store.name)
      return Response.bytes(Array(text.utf8), type: "text/plain; version=0.0.4; charset=utf-8")
    default: return Response(status: .notFound)
    }
  }
}
