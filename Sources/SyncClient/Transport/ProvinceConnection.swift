import DossierDomain
import OfficeWork

/// A link to the province for one exchange: every request goes over the same connection, one after the other.
public protocol ProvinceConnection: Sendable {
  /// Sends a request and reads its whole answer.
  /// - Parameter progress: called for every few KB in either direction, from the connection's own thread.
  /// - Throws: what kept the request from being answered. An answer that says no is not thrown.
  func send(
    _ request: ProvinceRequest, progress: @escaping @Sendable (TransferProgress) -> Void
  ) async throws(SyncFailure) -> ProvinceAnswer
  /// What went over the line so far, TLS included.
  var traffic: Traffic { get }
  func close() async
}

/// One request; its body is in memory, because frames and parts of attachments are small.
public struct ProvinceRequest: Sendable {
  public enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case delete = "DELETE"
  }

  public var method: Method
  /// From the server's root, with the query.
  public var path: String
  public var headers: [(name: String, value: String)]
  public var body: [UInt8]
  /// A good answer with a body of another type did not come from the province; nil when it has no body.
  public var expectedType: String?
  /// An answer that is larger is cut off while it is read.
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
  /// Names in lower case.
  public var headers: [String: String]
  public var body: [UInt8]

  public init(status: Int, headers: [String: String], body: [UInt8]) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  public var isGood: Bool { (200..<300).contains(status) }

  /// Without parameters such as `; charset=utf-8`.
  public var contentType: String {
    let value = headers["content-type"] ?? ""
    return value.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
  }
}

/// How far one request and its answer are; bytes of their bodies.
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

/// What a connection cost.
public struct Traffic: Hashable, Sendable {
  /// As given to the socket: TLS with its handshake, without TCP and IP.
  public var bytesSent: Int
  public var bytesReceived: Int
  /// Times that the line had to be crossed and back: one for TCP, one for TLS 1.3, one for each request.
  public var roundTrips: Int

  public init(bytesSent: Int = 0, bytesReceived: Int = 0, roundTrips: Int = 0) {
    self.bytesSent = bytesSent
    self.bytesReceived = bytesReceived
    self.roundTrips = roundTrips
  }
}
