import DossierDomain
import OfficeWork

/// Reads from the store, each with the answer of the same name.
public enum AskEffect: Hashable, Sendable {
  case office
  case page(RequestNumber, QueueQuery)
  case counts(RequestNumber, viewer: Viewer, endOfToday: Instant, absentClerks: Set<ClerkID>)
  case card(RequestNumber, DossierID, viewer: Viewer)
  /// As `card`, for the queue's preview: overtakes an earlier one that still waits.
  case preview(RequestNumber, DossierID, viewer: Viewer)
  /// Overtakes an earlier search that still runs.
  case search(RequestNumber, SearchQuery)
  /// The dossiers of one person; answered by `people`.
  case person(RequestNumber, PersonHit, viewer: Viewer)
  /// A whole code, or its last four digits: the newest dossiers first; answered by `dossiersByCode`.
  case findByCode(RequestNumber, String, viewer: Viewer)
  /// Of dossiers that were marked when the place was kept.
  case rows(RequestNumber, [DossierID], viewer: Viewer)
  case dayEnd(RequestNumber, viewer: Viewer, now: Instant)
  case syncStatus(RequestNumber, now: Instant)
  case outbox(RequestNumber, OutboxQuery)
  /// Drafts and places that were kept; answered by `deskState`.
  case desk(ClerkID)
}
