import Crypto
import DossierDomain
import DossierStore
import Foundation
import SyncProtocol

/// The exchange of a place without a link: a file for the province, and the file that comes back.
public struct DeskBundles: Sendable {
  public enum Fault: Error, Hashable, Sendable {
    case notEnrolled
    case bundle(BundleError)
    /// It is not an answer but a question, e.g. the file that this desk itself wrote.
    case noAnswer
    /// It answers another desk or office.
    case otherDesk
    /// It answers an earlier question: a newer bundle was written, or the desk has synchronised since.
    case outdated
    /// The province locked this machine.
    case revoked
    case message(SyncProtocolError)
    case store(StoreError)
  }

  let store: LocalStore
  let enrolment: Enrolment
  let program: String

  /// - Parameter program: version, for the province's list of machines.
  public init(store: LocalStore, program: String) throws(Fault) {
    let enrolment: Enrolment?
    do throws(StoreError) { enrolment = try store.enrolment() } catch { throw .store(error) }
    guard let enrolment else { throw .notEnrolled }
    self.store = store
    self.enrolment = enrolment
    self.program = program
  }
}
