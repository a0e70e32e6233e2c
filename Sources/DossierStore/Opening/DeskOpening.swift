import DossierDomain
import GRDB
import Synchronization

/// Whether this process is the clerks' screen, and the opening of that screen, which decides about times on blank receipts.
///
/// A **silence** of the desk lies between two entries of its screen, after the first of which the screen was opened anew. What a
/// command records in between, such as an import or an exchange by a timer, says nothing about whether a clerk could have received
/// somebody, so that it neither begins nor ends a silence. Suspending the program opens nothing, and several openings without an
/// entry between them are one.
///
/// It is noted with the first change that this process makes, so that a start writes nothing, and a full disk at the start neither
/// keeps the program closed nor takes the silence away.
final class DeskOpening: Sendable {
  private let state = Mutex<(isAtScreen: Bool, isNoted: Bool)>((false, false))

  /// Called when the screen begins.
  func begin() { state.withLock { $0.isAtScreen = true } }

  /// Called before this process changes anything, in the same transaction.
  func note(_ db: Database) throws {
    let state = state.withLock { $0 }
    guard !state.isNoted else { return }
    if state.isAtScreen { try BlankTable.noteOpening(db) } else { try BlankTable.holdSilence(db) }
    db.afterNextTransaction(onCommit: { [self] _ in self.state.withLock { $0.isNoted = true } })
  }

  /// The silences, the latest one last, with the one that this opening ends even if nothing was written since.
  func silences(_ db: Database, until now: Instant) throws -> [ClosedRange<Instant>] {
    let state = state.withLock { $0 }
    return try BlankTable.silences(db, until: now, isOpening: state.isAtScreen && !state.isNoted)
  }
}
