import DossierDomain
import OfficeWork

/// Reads from the store. Each names its request, whose type says what is answered.
public enum AskEffect: Hashable, Sendable {
  /// Answered by `office`.
  case office
  case page(Request<QueuePage>, QueueQuery)
  case counts(Request<QueueCounts>, viewer: Viewer, endOfToday: Instant, absentClerks: Set<ClerkID>)
  case card(Request<DossierCard?>, DossierID, viewer: Viewer)
  /// As `card`, for the queue's preview: overtakes an earlier one that still waits.
  case preview(Request<DossierCard?>, DossierID, viewer: Viewer)
  /// Overtakes an earlier search that still runs.
  case search(Request<SearchResults>, SearchQuery)
  /// The dossiers of one person.
  case person(Request<[QueueRow]>, PersonHit, viewer: Viewer)
  /// A whole code, or its last four digits: the newest dossiers first.
  case findByCode(Request<[QueueRow]>, String, viewer: Viewer)
  /// Of dossiers that were marked when the place was kept.
  case rows(Request<[QueueRow]>, [DossierID], viewer: Viewer)
  case dayEnd(Request<EndOfDay>, viewer: Viewer, now: Instant)
  case syncStatus(Request<SyncStatus>, now: Instant)
  case outbox(Request<OutboxPage>, OutboxQuery)
  /// Drafts and places that were kept; answered by `seatState`.
  case seat(ClerkID)
}
