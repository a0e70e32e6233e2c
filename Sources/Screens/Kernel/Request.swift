/// Counts up over all requests of a session, and knows who asked: the answer goes there.
public struct RequestNumber: Hashable, Sendable {
  let asker: FrameID
  let count: Int
}

/// A question whose answer is of one kind.
public struct Request<Response: Sendable>: Hashable, Sendable {
  public let number: RequestNumber

  public func answer(_ response: Response) -> Answer {
    .reply(Reply(number: number, content: ReplyContent.answered(response), failure: nil))
  }

  public func failure(_ failure: Failure) -> Answer {
    .reply(Reply(number: number, content: ReplyContent<Response>.failed(failure), failure: failure))
  }
}

/// What came of a request, closed: only the request that it answers can read it, so no screen takes what it did not ask for.
public struct Reply: Sendable {
  let number: RequestNumber
  fileprivate let content: any Sendable
  let failure: Failure?

  fileprivate init(number: RequestNumber, content: any Sendable, failure: Failure?) {
    (self.number, self.content, self.failure) = (number, content, failure)
  }

  /// Nil where it is about another request.
  func content<Response>(for request: Request<Response>) -> ReplyContent<Response>? {
    request.number == number ? content as? ReplyContent<Response> : nil
  }

  /// As `content`, for a request that waits: it does so no longer.
  func resolve<Response>(_ pending: inout Request<Response>?) -> ReplyContent<Response>? {
    guard let request = pending, let content = content(for: request) else { return nil }
    pending = nil
    return content
  }
}

enum ReplyContent<Response: Sendable>: Sendable {
  case answered(Response)
  case failed(Failure)

  /// Nil where there is none.
  var response: Response? {
    switch self {
    case .answered(let response): response
    case .failed: nil
    }
  }
}

/// A frame of the stack, as long as it is open.
struct FrameID: Hashable, Sendable {
  let count: Int
}
