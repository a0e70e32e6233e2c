import Crypto
import DossierDomain
import GRDB
import OfficeWork

/// A paper that is to be issued.
public struct PaperOrder: Hashable, Sendable {
  public var form: PaperFormID
  public var template: String
  /// The paper in whose place it is issued.
  public var replaces: PaperNumber?
  /// What a declaration is filled with, which is kept so that nobody asks for it again; empty for other papers.
  public var facts: [UInt8]

  public init(form: PaperFormID, template: String, replaces: PaperNumber? = nil, facts: [UInt8] = []) {
    self.form = form
    self.template = template
    self.replaces = replaces
    self.facts = facts
  }
}

public enum PaperOutcome: Hashable, Sendable {
  /// It is recorded, and waits for a printer.
  case issued(PaperIssue, row: QueueRow)
  case denied(Denial)
}

extension PaperStore {
  /// Gives a paper its number, seals its description and its facts and records it. The sealed files are complete and durable first;
  /// then number, keys, entry and the note that it is not printed yet are one transaction.
  ///
  /// If it is denied, nothing is left behind, and the number is not used.
  /// - Parameters:
  ///   - drafts: as for other acts.
  ///   - unsealed: as for `page(of:)`.
  ///   - page: makes the bytes of the page description, on which the number stands.
  public func issue(
    _ order: PaperOrder, for dossier: DossierID, by clerk: ClerkID, at now: Instant, leaving drafts: [Draft]? = nil,
    unsealed: ([UInt8]) -> [UInt8] = { $0 }, page: (PaperNumber) -> [UInt8]
  ) throws(AttachmentError) -> PaperOutcome {
    // Nobody else takes a number meanwhile: papers are issued here only, one after another.
    try scans.folder.whileSealing { () throws(AttachmentError) in
      let next = try ScanStore.storing { () throws(StoreError) in try nextNumber(at: now) }
      guard let number = next else {
        // A year that no paper can name is the clock's fault.
        let doubt = try ScanStore.storing { () throws(StoreError) in
          try read { try DecisionStore.clockDoubt($0, at: now) }
        }
        return .denied(doubt.map { .clockDoubtful($0) } ?? .numbersUsedUp)
      }
      let bytes = page(number)
      guard !bytes.isEmpty else { throw .empty(path: "") }
      let facts = order.facts.isEmpty ? nil : SaltedRecord(of: order.facts)
      let salted = facts == nil ? nil : SaltedRecord(of: bytes)
      let page = salted?.bytes ?? bytes
      guard max(page.count, facts?.bytes.count ?? 0) <= Self.limit else {
        throw .tooLarge(path: "", limit: Self.limit)
      }
      var records = [try seal(page)]
      defer { for record in records { scans.forgetUnlessKnown(record.made.hash) } }
      var sealedFacts: SealedFacts?
      if let facts {
        let record = try seal(facts.bytes)
        records.append(record)
        sealedFacts = SealedFacts(sealed: record.made.hash.text, saltedHash: facts.hash)
      }
      let paper = PaperIssue(
        form: order.form, template: order.template, number: number,
        pageHash: salted?.hash ?? Self.hash(of: unsealed(bytes)), sealed: records[0].made.hash.text,
        replaces: order.replaces, facts: sealedFacts)
      guard let paper else { throw .damaged }
      do throws(StoreError) {
        return try record(paper, records, of: dossier, by: clerk, at: now, leaving: drafts)
      } catch .denied(let denial) {
        return .denied(denial)
      } catch {
        throw AttachmentError(error)
      }
    }
  }

  /// The number that the next paper gets, unless one is issued meanwhile; nil as for `PaperSeries.next`. Of a series that begins with it
  /// the name is not known before.
  public func nextNumber(at now: Instant) throws(StoreError) -> PaperNumber? {
    // A transaction that may write, because the first one after an irregular end ends the series.
    try write { try PaperSeries.next($0, in: now.civilDate.year, start: startOfMachine(), random: random().0) }
  }

  /// What was sealed, with the key of its own.
  private struct SealedRecord {
    var made: SealedBlob.Made
    var key: SymmetricKey
  }

  private func seal(_ bytes: [UInt8]) throws(AttachmentError) -> SealedRecord {
    let key = SymmetricKey(size: .bits256)
    return SealedRecord(made: try scans.seal(bytes, key), key: key)
  }

  private func record(
    _ paper: PaperIssue, _ records: [SealedRecord], of dossier: DossierID, by clerk: ClerkID, at now: Instant,
    leaving drafts: [Draft]?
  ) throws(StoreError) -> PaperOutcome {
    try write { db in
      var decision = try DecisionTransaction(db, clerk: clerk, now: now)
      switch try decision.perform(Act(dossier: dossier, commands: [.issuePaper(paper)]), group: nil) {
      case .denied(_, let denial): return .denied(denial)
      case .done(let row, _):
        guard try PaperSeries.take(db, paper.number, start: startOfMachine()) else { throw StoreError.busy }
        try decision.finish()
        for record in records {
          let made = record.made
          let blob = BlobTable.Row(
            hash: made.hash, size: made.size, sealedSize: made.sealedSize, state: .waiting, dossier: dossier)
          try BlobTable.insert(db, blob, key: record.key, at: now)
        }
        try PrintTable.keep(db, paper, of: dossier, at: now)
        // A replaced paper must not come out any more.
        if let replaced = paper.replaces { try PrintTable.withdraw(db, replaced) }
        if let drafts { try DraftTable.replace(db, drafts, of: clerk, at: now) }
        return .issued(paper, row: row)
      }
    }
  }
}
