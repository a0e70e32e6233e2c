import Crypto
import DossierDomain
import Foundation
import GRDB
import JournalFormat
import OfficeWork

/// The authors of all entries, and how they are proved.
public struct AuthorshipReport: Sendable {
  /// Spans of entries, grouped by epoch, each group in the order of its entries.
  public var spans: [AuthoredSpan] = []
  /// The names of machines by their epochs; own epochs have this machine's present name.
  public var machines: [DeviceEpoch: String] = [:]
  /// Statements and heads that do not match their signatures or the entries, each identified by the last entry that it
  /// covers.
  public var wrong: [EntryReference] = []

  public init() {}

  /// The number of entries with this kind of proof.
  public func count(_ proof: AuthoredSpan.Proof) -> Int {
    spans.reduce(0) { $1.proof == proof ? $0 + $1.entries : $0 }
  }
}

extension UpkeepStore {
  private static let authoredSlice = 1000

  /// Reads all entries in slices, so that the desk can be used meanwhile.
  public func authorship() throws(StoreError) -> AuthorshipReport {
    var report = AuthorshipReport()
    let known = try read { try KnownSigners($0) }
    for epoch in known.epochs {
      var authorship = Authorship(
        office: known.office, epoch: epoch.name, statements: try read { try StatementRows.all($0, of: epoch.name) },
        keys: known.keys, head: try head(epoch, known, &report))
      var last: Int64 = 0
      while true {
        let rows = try read { db in
          try Row.fetchAll(
            db.cachedStatement(
              sql:
                "SELECT sequence, hash, bytes FROM entry WHERE epoch_id = ? AND sequence > ? ORDER BY sequence LIMIT ?"),
            arguments: [epoch.id, last, Self.authoredSlice])
        }
        for row in rows {
          authorship.add(
            row[EntryColumn.sequence], hash: Array(row[EntryColumn.hash] as Data),
            bytes: Array(row[EntryColumn.bytes] as Data))
        }
        guard rows.count == Self.authoredSlice, let end = rows.last?[EntryColumn.sequence] as Int64? else { break }
        last = end
      }
      report.spans += authorship.finish()
      report.wrong += authorship.wrong.map { EntryReference(epoch: $0.epoch, sequence: $0.last) }
      report.machines[epoch.name] = known.name(of: epoch)
    }
    return report
  }

  /// The signed head of an epoch, by the machine or the province, if the key is here and the signature is right.
  private func head(
    _ epoch: KnownSigners.Epoch, _ known: KnownSigners, _ report: inout AuthorshipReport
  ) throws(StoreError) -> MachineHead? {
    guard let head = known.heads[epoch.name], let key = known.key(of: head) else { return nil }
    let hash = try read { db in
      try Data.fetchOne(
        db, sql: "SELECT hash FROM entry WHERE epoch_id = ? AND sequence = ?", arguments: [epoch.id, head.sequence])
    }
    guard head.isSigned(by: key, office: known.office), hash.map({ Array($0) == head.hash }) ?? true else {
      report.wrong.append(EntryReference(epoch: head.epoch, sequence: head.sequence))
      return nil
    }
    return head
  }
}

/// The keys that are stored here, with the epochs whose authors they can prove.
private struct KnownSigners {
  struct Epoch {
    var id: Int64
    var name: DeviceEpoch
    var isOwn: Bool
  }

  let office: OfficeID
  let keys: [ClerkID: [SigningPublicKey]]
  let heads: [DeviceEpoch: MachineHead]
  let epochs: [Epoch]
  private let machines: [DeviceID: Machine]
  /// This machine's present enrolment.
  private let device: DeviceID?
  private let own: SigningPublicKey?
  private let ownName: String

  init(_ db: Database) throws {
    office = try SessionStatements.office(of: db)
    keys = try KeyRows.keys(db)
    heads = Dictionary(try KeyRows.heads(db).map { ($0.epoch, $0) }) { first, _ in first }
    machines = try KeyRows.machines(db)
    let enrolment = try EnrolmentTable.row(db)
    device = enrolment?.device
    own = enrolment.flatMap { try? P256.Signing.PrivateKey(rawRepresentation: $0.privateKey) }
      .map { SigningPublicKey($0.publicKey) }
    ownName = enrolment?.deviceName ?? ""
    epochs = try Row.fetchAll(db, sql: "SELECT id, epoch, is_own FROM device_epoch ORDER BY id").compactMap { row in
      DeviceEpoch(bytes: row[EpochColumn.epoch] as Data).map {
        Epoch(id: row[EpochColumn.id], name: $0, isOwn: row[EpochColumn.isOwn])
      }
    }
  }

  func key(of head: MachineHead) -> SigningPublicKey? { head.device == device ? own : machines[head.device]?.key }

  func name(of epoch: Epoch) -> String {
    epoch.isOwn ? ownName : heads[epoch.name].flatMap { machines[$0.device]?.name } ?? ""
  }
}
