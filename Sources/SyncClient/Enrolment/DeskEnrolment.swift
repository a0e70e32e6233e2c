import Crypto
import DossierDomain
import DossierStore
import Foundation
import OfficeWork
import SwiftASN1
import SyncProtocol
import X509

/// Enrols a machine as a desk of the province, with a one-time code and the fingerprint by which a person recognises
/// the province.
public struct DeskEnrolment: Sendable {
  public enum Fault: Error, Hashable, Sendable {
    /// The machine is enrolled already.
    case alreadyEnrolled
    /// The code is wrong, too old, or was used by another machine.
    case wrongCode
    /// The server that answered has no authority with this fingerprint.
    case otherFingerprint
    case failed(SyncFailure)
    case store(StoreError)
  }

  private let store: LocalStore
  private let now: @Sendable () -> Instant
  private let limits: HTTPSConnection.Limits

  public init(
    store: LocalStore, limits: HTTPSConnection.Limits = .init(), now: @escaping @Sendable () -> Instant
  ) {
    self.store = store
    self.limits = limits
    self.now = now
  }

  /// Enrols this machine. An office that worked alone keeps its data and sends its identifier; a machine without data
  /// becomes an empty desk that the first exchange fills.
  ///
  /// The keys are stored before they are sent. If the connection breaks before the answer arrives, the same code can be
  /// used again with the same keys.
  /// - Parameters:
  ///   - fingerprint: the typed fingerprint of the province's authority.
  ///   - name: the name of the desk, for people at the province.
  public func enrol(
    at server: ServerAddress, code: String, fingerprint: [UInt8], name: String
  ) async throws(Fault) -> Enrolment {
    let (keys, request) = try request(code: code, name: name)
    let connection = HTTPSConnection(
      to: server, trust: ProvinceTrust(.fingerprint(fingerprint)), identity: nil, limits: limits, now: now)
    let answer: Result<EnrolmentResponse, Fault>
    do throws(Fault) {
      answer = .success(try await ask(request, over: connection))
    } catch {
      answer = .failure(error)
    }
    let authority = connection.authority
    await connection.close()
    let response = try answer.get()
    // Only the authority whose fingerprint was typed is trusted from now on; an answer that names another is refused.
    guard let authority, authority == response.authority else { throw .otherFingerprint }
    let enrolment = try enrolment(response, keys, server, name)
    do throws(StoreError) {
      try store.exchange.enrol(enrolment, at: now())
      try store.office.set(EnrolmentKeys.setting, to: "")
    } catch {
      throw .store(error)
    }
    return enrolment
  }

  private func request(code: String, name: String) throws(Fault) -> (EnrolmentKeys, EnrolmentRequest) {
    let keys: EnrolmentKeys
    let office: Office?
    let known: Enrolment?
    do throws(StoreError) {
      known = try store.exchange.enrolment()
      keys = try EnrolmentKeys.kept(in: store)
      office = try officeThatWorkedAlone()
    } catch {
      throw .store(error)
    }
    // A new certificate can be requested in the last month of the present one.
    let renewsFrom = Instant(milliseconds: now().milliseconds + 30 * 86_400_000)
    if let known, known.certificateEndsAt > renewsFrom { throw .alreadyEnrolled }
    guard let certificateRequest = keys.certificateRequest else { throw .store(.damaged(EnrolmentKeys.setting)) }
    return (
      keys,
      EnrolmentRequest(
        code: code, certificateRequest: certificateRequest,
        agreementKey: Array(keys.agreement.publicKey.x963Representation), deviceName: name, office: office?.id,
        agencyCode: office?.agencyCode ?? "")
    )
  }

  private func officeThatWorkedAlone() throws(StoreError) -> Office? {
    do throws(StoreError) {
      return try store.office.current()
    } catch .noOffice {
      return nil
    }
  }

  private func ask(
    _ request: EnrolmentRequest, over connection: HTTPSConnection
  ) async throws(Fault) -> EnrolmentResponse {
    let answer: ProvinceAnswer
    let problem: ProblemAnswer?
    do throws(SyncFailure) {
      let body: [UInt8]
      do throws(SyncProtocolError) { body = try request.encoded() } catch { throw .answerDamaged("\(error)") }
      answer = try await connection.send(
        ProvinceRequest(
          .post, SyncMedia.enrolPath, headers: [("content-type", SyncMedia.enrol)], body: body,
          expectedType: SyncMedia.enrol, largestAnswer: 64 << 10)
      ) { _ in }
      problem = try answer.problem()
    } catch .wrongServer {
      throw .otherFingerprint
    } catch {
      throw .failed(error)
    }
    if let problem { throw problem.code == .wrongCode ? .wrongCode : .failed(SyncFailure(problem)) }
    do throws(SyncProtocolError) {
      return try EnrolmentResponse(decoding: answer.body)
    } catch {
      throw .failed(.answerDamaged("\(error)"))
    }
  }

  /// Accepts the answer only if it has a certificate for our key, signed by that authority, and a province key for
  /// which bundles can be sealed.
  private func enrolment(
    _ response: EnrolmentResponse, _ keys: EnrolmentKeys, _ server: ServerAddress, _ name: String
  ) throws(Fault) -> Enrolment {
    guard let certificate = try? Certificate(derEncoded: response.certificate),
      let authority = try? Certificate(derEncoded: response.authority),
      certificate.publicKey == Certificate.PublicKey(keys.signing.publicKey),
      authority.publicKey.isValidSignature(certificate.signature, for: certificate),
      (try? P256.KeyAgreement.PublicKey(x963Representation: response.provinceKey)) != nil
    else { throw .failed(.answerDamaged("certificate")) }
    return Enrolment(
      server: server.description, office: response.office, officeName: response.officeName, device: response.device,
      deviceName: name, certificate: response.certificate, authority: response.authority,
      privateKey: Array(keys.signing.rawRepresentation), agreementKey: Array(keys.agreement.rawRepresentation),
      provinceKey: response.provinceKey,
      certificateEndsAt: Instant(
        milliseconds: Int64(certificate.notValidAfter.timeIntervalSince1970) * 1000))
  }
}
