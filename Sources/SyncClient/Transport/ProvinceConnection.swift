import DossierDomain
import OfficeWork

/// A connection to the province for one exchange. All requests use the same connection, one after the other.
public protocol ProvinceConnection: Sendable {
  /// Sends a request and reads its complete answer.
  /// - Parameter progress: called for every few KB in either direction, on the connection's own thread.
  /// - Throws: the reason why there is no answer. A refusal by the province is an answer and is not thrown.
  func send(
    _ request: ProvinceRequest, progress: @escaping @Sendable (TransferProgress) -> Void
  ) async throws(SyncFailure) -> ProvinceAnswer
  /// The traffic of the connection so far, TLS included.
  var traffic: Traffic { get }
  func close() async
}

/// One request. Its body is in memory, because frames and parts of attachments are small.
public struct ProvinceRequest: Sendable {
  public enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case delete = "DELETE"
  }

  public var method: Method
  /// The path from the server's root, with the query.
  public var path: String
  public var headers: [(name: String, value: String)]
  public var body: [UInt8]
  /// The content type of a successful answer. One with another type did not come from the province. Nil if the answer
  /// has no body.
  public var expectedType: String?
  /// The limit for the bytes of the answer's body. A larger answer is abandoned while it is read.
  public var largestAnswer: Int

  public init(
    _ method: Method, _ path: String, headers: [(name: String, value: String)] = [], body: [UInt8] = [],
    expectedType: String?, largestAnswer: Int
  ) {
    self.method = method
    self.path = path
    self.headers = headers
    self.body = body
    self.expectedType = expectedType
    self.largestAnswer = largestAnswer
  }
}

public struct ProvinceAnswer: Sendable {
  public var status: Int
  /// The names are in lower case.
  public var headers: [String: String]
  public var body: [UInt8]

  public init(status: Int, headers: [String: String], body: [UInt8]) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  public var isGood: Bool { (200..<300).contains(status) }

  /// Without parameters such as `; charset=utf-8`, in lower case.
  public var contentType: String {
    let value = headers["content-type"] ?? ""
    return value.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
  }
}

/// The progress of one request and its answer, in bytes of their bodies.
public struct TransferProgress: Hashable, Sendable {
  public var sent: Int
  public var toSend: Int
  public var received: Int
  /// 0 until the answer has begun.
  public var toReceive: Int

  public init(sent: Int = 0, toSend: Int = 0, received: Int = 0, toReceive: Int = 0) {
    self.sent = sent
    self.toSend = toSend
    self.received = received
    self.toReceive = toReceive
  }
}

/// The traffic of a connection.
public struct Traffic: Hashable, Sendable {
  /// Bytes given to the socket: TLS with its handshake, without TCP and IP.
  public var bytesSent: Int
  public var bytesReceived: Int
  /// Round trips: one for TCP, one for TLS 1.3, one for each request.
  public var roundTrips: Int

  public init(bytesSent: Int = 0, bytesReceived: Int = 0, roundTrips: Int = 0) {
    self.bytesSent = bytesSent
    self.bytesReceived = bytesReceived
    self.roundTrips = roundTrips
  }
}
