import DossierDomain
import OfficeWork

/// What clerks' desks look like, and what they have typed and not recorded.
public struct DraftStore: Sendable {
  let read: ReadingConnection
  let write: WritingConnection

  /// All that is kept of a clerk's desk.
  public func kept(of clerk: ClerkID, at now: Instant) throws(StoreError) -> [Draft] {
    try read { try DraftTable.kept($0, of: clerk, at: now) }
  }

  /// Makes these all that is kept of a clerk's desk.
  public func keep(_ drafts: [Draft], of clerk: ClerkID, at now: Instant) throws(StoreError) {
    try write { try DraftTable.replace($0, drafts, of: clerk, at: now) }
  }

  /// Erases what nobody has touched for `Draft.keptDays`.
  func eraseOld(at now: Instant) throws(StoreError) {
    try write { try DraftTable.eraseOld($0, at: now) }
  }
}
