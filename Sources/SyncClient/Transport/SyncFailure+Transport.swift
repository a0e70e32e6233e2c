import DossierDomain
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import OfficeWork
import SyncProtocol

extension SyncFailure {
  /// Converts an error of the connection into the failure that a clerk sees.
  /// - Parameter hasReceived: bytes had arrived from the other end before the error.
  init(transport error: any Error, trustFault: ProvinceTrust.Fault?, hasReceived: Bool) {
    switch trustFault {
    case .outOfDate:
      self = .certificateExpired
      return
    case .unreadable, .unknownAuthority, .otherName:
      self = .wrongServer
      return
    case nil: break
    }
    switch error {
    case let fault as RequestHandler.Fault: self = Self.of(fault)
    case let error as NIOSSLError: self = Self.tls("\(error)", hasReceived)
    case let error as BoringSSLError: self = Self.tls("\(error)", hasReceived)
    case let error as HTTPParserError where error == .invalidEOFState: self = .interrupted
    case is HTTPParserError: self = .answerDamaged("no HTTP")
    case is CancellationError: self = .cancelled
    default: self = hasReceived ? .interrupted : .unreachable
    }
  }

  private static func of(_ fault: RequestHandler.Fault) -> SyncFailure {
    switch fault {
    case .tooLarge(let bytes): .answerDamaged("\(bytes) bytes")
    case .redirected, .otherContent: .captivePortal
    case .cutOff: .interrupted
    }
  }

  /// The library gives its reasons only as names in the text of the error.
  private static func tls(_ text: String, _ hasReceived: Bool) -> SyncFailure {
    if text.contains("CERTIFICATE_EXPIRED") { return .certificateExpired }
    if text.contains("CERTIFICATE_REVOKED") { return .deviceRevoked }
    // The other end does not speak TLS at all, like a network's sign-in page, which answers on any port.
    if text.contains("WRONG_VERSION_NUMBER") || text.contains("HTTP_REQUEST") { return .captivePortal }
    if text.contains("ALERT_UNKNOWN_CA") || text.contains("ALERT_BAD_CERTIFICATE")
      || text.contains("CERTIFICATE_REQUIRED") || text.contains("CERTIFICATE_UNKNOWN")
    {
      return .notEnrolled
    }
    if text.contains("PROTOCOL_VERSION") || text.contains("HANDSHAKE_FAILURE") { return .wrongServer }
    return hasReceived ? .interrupted : .unreachable
  }
}

extension ProvinceAnswer {
  /// The reason for which the province refuses; nil for a successful answer.
  /// - Throws: `.captivePortal` if the refusal does not come from the province; `.serverBusy` or `.serverFailed` if a
  ///     relay before the server gave it.
  func problem() throws(SyncFailure) -> ProblemAnswer? {
    if isGood { return nil }
    guard contentType == SyncMedia.problem, var problem = ProblemAnswer(decoding: body) else {
      // An overloaded relay before the server answers in its own format.
      if status == 503 || status == 429 { throw .serverBusy(retryAfterSeconds: retryAfter ?? 60) }
      throw status >= 500 ? .serverFailed : .captivePortal
    }
    if let retryAfter { problem.retryAfterSeconds = retryAfter }
    return problem
  }

  private var retryAfter: Int? { headers["retry-after"].flatMap { Int($0) }.map { min(max($0, 1), 3600) } }
}

extension SyncFailure {
  /// The failure for a refusal that the exchange cannot handle better.
  init(_ problem: ProblemAnswer) {
    self =
      switch problem.code {
      case .busy: .serverBusy(retryAfterSeconds: max(1, problem.retryAfterSeconds))
      case .storage: .serverFailed
      case .notEnrolled, .wrongCode: .notEnrolled
      case .newerProtocol: .newerProtocol
      case .positionUnknown, .restored: .provinceRestored
      case .clerksUnknown: .clerksUnknown(Self.clerks(in: problem.detail))
      case .malformed, .tooLarge, .notFound, .unknownDictionary, .receivedElsewhere:
        .answerDamaged(problem.code.rawValue)
      }
  }
}
