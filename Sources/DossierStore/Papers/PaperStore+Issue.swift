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

  public init(form: PaperFormID, template: String, replaces: PaperNumber? = nil) {
    self.form = form
    self.template = template
    self.replaces = replaces
  }
}

public enum PaperOutcome: Hashable, Sendable {
  /// It is recorded, and waits for a printer.
  case issued(PaperIssue, row: QueueRow)
  case denied(Denial)
}

extension PaperStore {
  /// Gives a paper its number, seals its description and records it. The sealed file is complete and durable first; then number,
  /// key, entry and the note that it is not printed yet are one transaction.
  ///
  /// If it is denied, nothing is left behind, and the number is not used.
  /// - Parameters:
  ///   - drafts: as for other acts.
  ///   - page: makes the bytes of the page description, on which the number stands.
  public func issue(
    _ order: PaperOrder, for dossier: DossierID, by clerk: ClerkID, at now: Instant, leaving drafts: [Draft]? = nil,
    page: (PaperNumber) -> [UInt8]
  ) throws(AttachmentError) -> PaperOutcome {
    // Nobody else takes a number meanwhile: papers are issued here only, one after another.
    try scans.folder.whileSealing { () throws(AttachmentError) in
      let next = try ScanStore.storing { () throws(StoreError) in
        try read { try PaperSeries.next($0, in: now.civilDate.year, random: random().0) }
      }
      guard let number = next else { return .denied(.numbersUsedUp) }
      let bytes = page(number)
      guard !bytes.isEmpty else { throw .empty(path: "") }
      guard bytes.count <= Self.limit else { throw .tooLarge(path: "", limit: Self.limit) }
      let key = SymmetricKey(size: .bits256)
      let made = try scans.seal(bytes, key)
      defer { scans.forgetUnlessKnown(made.hash) }
      let paper = PaperIssue(
        form: order.form, template: order.template, number: number, pageHash: Self.hash(of: bytes),
        sealed: made.hash.text, replaces: order.replaces)
      guard let paper else { throw .damaged }
      do throws(StoreError) {
        return try record(paper, made, key, of: dossier, by: clerk, at: now, leaving: drafts)
      } catch .denied(let denial) {
        return .denied(denial)
      } catch {
        throw AttachmentError(error)
      }
    }
  }

  private func record(
    _ paper: PaperIssue, _ made: SealedBlob.Made, _ key: SymmetricKey, of dossier: DossierID, by clerk: ClerkID,
    at now: Instant, leaving drafts: [Draft]?
  ) throws(StoreError) -> PaperOutcome {
    try write { db in
      // After an image of the disk was put back, papers may carry numbers of the series that these data go on with.
      if write.end.asks { return .denied(.lastNumberUnknown(recorded: try Lanes.highest(db, on: now.civilDate))) }
      var decision = try DecisionTransaction(db, clerk: clerk, now: now)
      switch try decision.perform(Act(dossier: dossier, commands: [.issuePaper(paper)]), group: nil) {
      case .denied(_, let denial): return .denied(denial)
      case .done(let row, _):
        guard try PaperSeries.take(db, paper.number) else { throw StoreError.busy }
        try decision.finish()
        let blob = BlobTable.Row(
          hash: made.hash, size: made.size, sealedSize: made.sealedSize, state: .waiting, dossier: dossier)
        try BlobTable.insert(db, blob, key: key, at: now)
        try PrintTable.keep(db, paper, of: dossier, at: now)
        // A replaced paper must not come out any more.
        if let replaced = paper.replaces { try PrintTable.drop(db, replaced) }
        if let drafts { try DraftTable.replace(db, drafts, of: clerk, at: now) }
        return .issued(paper, row: row)
      }
    }
  }
}
