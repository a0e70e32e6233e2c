import DossierDomain
import Foundation
import GRDB
import JournalFormat
import OfficeWork

extension DecisionStore {
  /// The blank receipt with this code, of this desk or of another one of the office, as far as its entries have come here.
  /// - Parameter code: whole, or its day and number alone.
  public func blank(_ code: String) throws(StoreError) -> FoundBlank? {
    let code = DossierCode.normalised(code)
    return try read { db in
      if let own = try BlankTable.receipts(db).first(where: { $0.code.isNamed(code) }) { return .own(own) }
      return try Self.printedElsewhere(db, code)
    }
  }

  /// Reads the entries about the office, the latest ones first: a strike comes after its printing. It is asked for rarely, so that no
  /// table is kept for it.
  private static func printedElsewhere(_ db: Database, _ code: String) throws -> FoundBlank? {
    let entries = try Row.fetchCursor(
      db,
      sql: """
        SELECT e.bytes, e.verdict, d.epoch, d.is_own FROM entry e JOIN device_epoch d ON d.id = e.epoch_id
        WHERE e.dossier IS NULL ORDER BY e.position DESC
        """)
    var struck: String?
    while let row = try entries.next() {
      let bytes = Array(row[EntryColumn.bytes] as Data)
      guard !EntryFormat.mayDecideProcedures(bytes), try JournalReader.verdict(row[EntryColumn.verdict]).counts,
        case .office(let action) = try EntryFormat.decodeTrusted(bytes).content
      else { continue }
      switch action {
      case .strikeBlanks(let blanks, let reason) where blanks.codes.contains { $0.isNamed(code) }: struck = reason
      case .printBlanks(let blanks):
        guard let printed = blanks.codes.first(where: { $0.isNamed(code) }) else { continue }
        let machine = try row[EpochColumn.isOwn] ? nil : Self.otherMachine(db, row[EpochColumn.epoch])
        // This machine has printed it in an earlier life of its data.
        guard let machine else {
          return .own(
            BlankReceipt(
              code: printed, printedAt: try EntryFormat.decodeTrusted(bytes).at,
              state: struck.map { .struck(reason: $0) } ?? .ofEarlierLife))
        }
        return .ofOther(machine: machine, struck: struck)
      case .strikeBlanks, .setOffice, .setClerk, .setAbsence, .clearAbsence, .confirmClock, .mapClerk, .setDays,
        .setProcedure, .setOpeningWeek, .setOpeningDay, .recordReading, .announce, .retractAnnouncement, .openBook:
        continue
      }
    }
    return nil
  }

  /// The name of the machine with this epoch, empty if it is not known; nil for this machine itself.
  private static func otherMachine(_ db: Database, _ epoch: Data) throws -> String? {
    guard let epoch = DeviceEpoch(bytes: epoch),
      let device = try KeyRows.heads(db).first(where: { $0.epoch == epoch })?.device
    else { return "" }
    if device == (try EnrolmentTable.row(db)?.device) { return nil }
    return try KeyRows.machines(db)[device]?.name ?? ""
  }
}

extension DossierCode {
  fileprivate func isNamed(_ code: String) -> Bool { text == code || short == code }
}
