import Crypto
import DossierDomain
import DossierStore
import Foundation
import OfficeWork
import SyncProtocol

/// The exchange of an office without a connection: a file for the province, and the file with its answer.
public struct DeskBundles: Sendable {
  public enum Fault: Error, Hashable, Sendable {
    case notEnrolled
    case bundle(BundleError)
    /// The file is a request and not an answer, for example the one that this desk itself wrote.
    case noAnswer
    /// The answer is for another desk or office.
    case otherDesk
    /// The answer belongs to an earlier bundle: a newer one was written, or the desk has exchanged over a connection
    /// since.
    case outdated
    /// The province has locked this machine.
    case revoked
    /// The order in the answer does not fit to the one here. The next file asks for it once more, and for more of it.
    case orderDiffers(OrderFault)
    /// It does not fit although the whole order was asked for.
    case orderStillDiffers(OrderFault)
    case message(SyncProtocolError)
    case store(StoreError)
    case unreadable(path: String)
    case notWritable(path: String)
    /// The file does not fit on the stick; the partial file was removed.
    case noRoom(path: String)
  }

  let store: LocalStore
  let enrolment: Enrolment
  let program: String

  /// - Parameter program: the program's version, for the province's list of machines.
  public init(store: LocalStore, program: String) throws(Fault) {
    let enrolment: Enrolment?
    do throws(StoreError) { enrolment = try store.exchange.enrolment() } catch { throw .store(error) }
    guard let enrolment else { throw .notEnrolled }
    self.store = store
    self.enrolment = enrolment
    self.program = program
  }

  /// Converts the different errors of files, bundles and the store into one type.
  static func translating<Value>(_ path: String, _ body: () throws -> Value) throws(Fault) -> Value {
    do {
      return try body()
    } catch {
      switch error {
      case let error as Fault: throw error
      case let error as BundleError: throw .bundle(error)
      case let error as SyncProtocolError: throw .message(error)
      case let error as StoreError: throw .store(error)
      case AttachmentError.store(let error): throw .store(error)
      case AttachmentError.diskFull: throw .store(.diskFull)
      case let error as AttachmentError: throw .store(.other("\(error)"))
      case BackupError.noSpace: throw .noRoom(path: path)
      case is BackupError: throw .notWritable(path: path)
      default: throw .unreadable(path: path)
      }
    }
  }
}
