import DossierDomain
import Foundation
import SwiftProtobuf

/// The request of a machine to become a desk of an office, with a code that can be used once.
public struct EnrolmentRequest: Hashable, Sendable {
  public var code: String
  /// PKCS #10 certificate request, DER. It proves that the machine has the private key.
  public var certificateRequest: [UInt8]
  /// P-256 public key, x9.63. Bundles for this machine are encrypted for it.
  public var agreementKey: [UInt8]
  public var deviceName: String
  /// The id of an office that has worked alone until now; nil for a machine without data.
  public var office: OfficeID?
  public var agencyCode: String

  public init(
    code: String, certificateRequest: [UInt8], agreementKey: [UInt8], deviceName: String, office: OfficeID?,
    agencyCode: String
  ) {
    self.code = code
    self.certificateRequest = certificateRequest
    self.agreementKey = agreementKey
    self.deviceName = deviceName
    self.office = office
    self.agencyCode = agencyCode
  }

  public func encoded() throws(SyncProtocolError) -> [UInt8] { try MessageParts.serialise(message) }

  /// The canonical JSON mapping of protobuf.
  public func encodedAsJSON() throws(SyncProtocolError) -> [UInt8] { try MessageParts.json(message) }

  private var message: Dossier_Sync_EnrolRequest {
    .with {
      $0.code = code
      $0.request = Data(certificateRequest)
      $0.agreementKey = Data(agreementKey)
      $0.deviceName = deviceName
      $0.office = office.map { Data($0.bytes) } ?? Data()
      $0.agencyCode = agencyCode
    }
  }

  public init(decoding bytes: [UInt8]) throws(SyncProtocolError) {
    try self.init(MessageParts.parse(bytes, .plain))
  }

  public init(json text: [UInt8]) throws(SyncProtocolError) {
    try self.init(MessageParts.parse(json: text, .plain, .standard))
  }

  private init(_ message: Dossier_Sync_EnrolRequest) throws(SyncProtocolError) {
    guard message.code.utf8.count <= 64, message.request.count <= 8192, message.agreementKey.count <= 133,
      message.deviceName.utf8.count <= 200, message.agencyCode.utf8.count <= 64
    else { throw .malformed("enrolment") }
    self.init(
      code: message.code, certificateRequest: Array(message.request), agreementKey: Array(message.agreementKey),
      deviceName: message.deviceName,
      office: message.office.isEmpty ? nil : try MessageParts.identifier(message.office), agencyCode: message.agencyCode
    )
  }
}

/// The answer to an enrolment, with everything that the machine needs as a desk.
public struct EnrolmentResponse: Hashable, Sendable {
  public var office: OfficeID
  public var officeName: String
  public var device: DeviceID
  /// The device's certificate, and the certificate of the province's authority that signed it, both in DER.
  public var certificate: [UInt8]
  public var authority: [UInt8]
  /// P-256 public key, x9.63. Bundles for the province are encrypted for it.
  public var provinceKey: [UInt8]

  public init(
    office: OfficeID, officeName: String, device: DeviceID, certificate: [UInt8], authority: [UInt8],
    provinceKey: [UInt8]
  ) {
    self.office = office
    self.officeName = officeName
    self.device = device
    self.certificate = certificate
    self.authority = authority
    self.provinceKey = provinceKey
  }

  public func encoded() throws(SyncProtocolError) -> [UInt8] { try MessageParts.serialise(message) }

  /// The canonical JSON mapping of protobuf.
  public func encodedAsJSON() throws(SyncProtocolError) -> [UInt8] { try MessageParts.json(message) }

  private var message: Dossier_Sync_EnrolResponse {
    .with {
      $0.office = Data(office.bytes)
      $0.officeName = officeName
      $0.device = Data(device.bytes)
      $0.certificate = Data(certificate)
      $0.authority = Data(authority)
      $0.provinceKey = Data(provinceKey)
    }
  }

  public init(decoding bytes: [UInt8]) throws(SyncProtocolError) {
    let message: Dossier_Sync_EnrolResponse = try MessageParts.parse(bytes, .plain)
    guard message.certificate.count <= 16_384, message.authority.count <= 16_384, message.provinceKey.count <= 133,
      message.officeName.utf8.count <= 400
    else { throw .malformed("enrolment") }
    self.init(
      office: try MessageParts.identifier(message.office), officeName: message.officeName,
      device: try MessageParts.identifier(message.device), certificate: Array(message.certificate),
      authority: Array(message.authority), provinceKey: Array(message.provinceKey))
  }
}

/// The body of every answer that is not 200.
public struct ProblemAnswer: Hashable, Sendable {
  public enum Code: String, CaseIterable, Sendable {
    case busy
    case notEnrolled = "not-enrolled"
    case wrongCode = "wrong-code"
    case malformed
    case tooLarge = "too-large"
    case newerProtocol = "newer-protocol"
    case unknownDictionary = "unknown-dictionary"
    case positionUnknown = "position-unknown"
    /// The database was restored to an earlier state, and no operator has reported it yet. A version that does not know
    /// this code treats the server as busy.
    case restored
    /// The office has none of the clerks who may sign in at its first desk; `detail` has their ids. A version that does
    /// not know this code treats the server as busy.
    case clerksUnknown = "clerks-unknown"
    /// Only said to the portal: another office receives the submission; `detail` is a sentence for the citizen.
    case receivedElsewhere = "received-elsewhere"
    case storage
    case notFound = "not-found"
  }

  public var code: Code
  public var detail: String
  public var retryAfterSeconds: Int

  public init(_ code: Code, detail: String = "", retryAfterSeconds: Int = 0) {
    self.code = code
    self.detail = detail
    self.retryAfterSeconds = retryAfterSeconds
  }

  public func encoded(asJSON: Bool) -> [UInt8] {
    let message = Dossier_Sync_Problem.with {
      $0.code = code.rawValue
      $0.detail = detail
      $0.retryAfter = UInt32(clamping: retryAfterSeconds)
    }
    return (asJSON ? try? MessageParts.json(message) : try? MessageParts.serialise(message)) ?? []
  }

  /// Nil for any other body, such as an HTML page.
  public init?(decoding bytes: [UInt8]) {
    guard bytes.count <= 4096, let message: Dossier_Sync_Problem = try? MessageParts.parse(bytes, .plain),
      let code = Code(rawValue: message.code)
    else { return nil }
    self.init(code, detail: message.detail, retryAfterSeconds: Int(min(message.retryAfter, Bounds.longestWait)))
  }
}
