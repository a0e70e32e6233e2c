/// Counts up over all requests of a session and holds the screen that asked, so that the answer goes to it.
public struct RequestNumber: Hashable, Sendable {
  let asker: FrameID
  let count: Int
}

/// A question to the store, with the type of its answer.
public struct Request<Response: Sendable>: Hashable, Sendable {
  public let number: RequestNumber

  public func answer(_ response: Response) -> Answer {
    .reply(Reply(number: number, content: ReplyContent.answered(response), failure: nil))
  }

  public func failure(_ failure: Failure) -> Answer {
    .reply(Reply(number: number, content: ReplyContent<Response>.failed(failure), failure: failure))
  }
}

/// The answer to a request, with its content closed: only the request that it answers can read it, so no screen
/// receives data that it did not ask for.
public struct Reply: Sendable {
  let number: RequestNumber
  fileprivate let content: any Sendable
  let failure: Failure?

  fileprivate init(number: RequestNumber, content: any Sendable, failure: Failure?) {
    (self.number, self.content, self.failure) = (number, content, failure)
  }

  /// Nil if the reply is about another request.
  func content<Response>(for request: Request<Response>) -> ReplyContent<Response>? {
    request.number == number ? content as? ReplyContent<Response> : nil
  }

  /// Like `content(for:)` for a pending request, which is set to nil when its answer has come.
  func resolve<Response>(_ pending: inout Request<Response>?) -> ReplyContent<Response>? {
    guard let request = pending, let content = content(for: request) else { return nil }
    pending = nil
    return content
  }
}

enum ReplyContent<Response: Sendable>: Sendable {
  case answered(Response)
  case failed(Failure)

  /// The answer; nil if the request failed.
  var response: Response? {
    switch self {
    case .answered(let response): response
    case .failed: nil
    }
  }
}

/// Identifies a frame of the stack while it is open.
struct FrameID: Hashable, Sendable {
  let count: Int
}
