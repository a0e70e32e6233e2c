import Documents
import DossierDomain
import OfficeWork

/// Reads from the store. The type of the request says which answer is given.
public enum AskEffect: Hashable, Sendable {
  /// Answered by `office`.
  case office
  /// - Parameter shownIn: what is known of the office where the rows are drawn; nil where they are not. What drawing them
  ///   needs of it is read with them, so that no key waits for it.
  case page(Request<QueuePage>, QueueQuery, shownIn: OfficeSnapshot? = nil)
  case counts(Request<QueueCounts>, viewer: Viewer, endOfToday: Instant, absentClerks: Set<ClerkID>)
  case card(Request<DossierCard?>, DossierID, viewer: Viewer)
  /// Like `card`, for the queue's preview; it replaces an earlier one that still waits.
  case preview(Request<DossierCard?>, DossierID, viewer: Viewer)
  /// Cancels an earlier search that still runs.
  case search(Request<SearchResults>, SearchQuery)
  /// The dossiers of one person.
  case person(Request<[QueueRow]>, PersonHit, viewer: Viewer)
  /// Who is being received.
  case known(Request<[KnownPerson]>, KnownQuery)
  /// The codes of the procedures that were received most since then, at most nine.
  case favourites(Request<[String]>, since: Instant)
  /// What people were sent back for, of one procedure.
  case sentBack(Request<SentBack>, SentBack.Query)
  /// Finds a whole code, or the last four digits of one; the newest dossiers come first.
  case findByCode(Request<[QueueRow]>, String, viewer: Viewer)
  /// The rows of dossiers that were marked when the seat was stored.
  case rows(Request<[QueueRow]>, [DossierID], viewer: Viewer)
  /// The viewer's last acts that can be undone, at most `mostUndoable`.
  case undoable(Request<[UndoableAct]>, viewer: Viewer)
  case dayEnd(Request<EndOfDay>, viewer: Viewer, now: Instant)
  case syncStatus(Request<SyncStatus>, now: Instant)
  case outbox(Request<OutboxPage>, OutboxQuery)
  /// Files that a typed path can mean: registers that were saved lately, or what is in the typed folder.
  case files(Request<[FileOffer]>, typed: String)
  case registerLook(Request<RegisterLook>, RegisterQuery)
  case takeRegister(Request<RegisterTaken>, RegisterQuery, by: ClerkID)
  /// The blank receipts of this desk.
  case blanks(Request<BlankDrawer>, viewer: Viewer)
  /// The blank receipt with this code; nil if there is none as far as is known here.
  case blank(Request<FoundBlank?>, code: String)
  /// The citizens to call.
  case calls(Request<[Call]>, CallQuery)
  /// The open dossiers from a day on whose citizens were told to come while this desk's reception point is closed.
  case strandedAppointments(Request<[QueueRow]>, from: CivilDate, viewer: Viewer)
  /// The open dossiers whose appointment the present calendar moves.
  /// - Parameter unlessSeen: an empty list without looking for them, if the head of desk was told already.
  case movedAppointments(Request<MovedAppointments>, by: ClerkID, now: Instant, unlessSeen: Bool)
  /// What decisions changed of the procedures since the clerk looked.
  /// - Parameter limit: 0 only counts.
  case procedureNews(Request<ProcedureNews>, by: ClerkID, now: Instant, limit: Int)
  /// What one of the news changed.
  case procedureDifference(Request<ProcedureDifference>, ProcedureNews.Item)
  /// What an office has already done of its first steps.
  case firstSteps(Request<FirstSteps>, founding: Instant)
  /// Prepares the search of procedures by words, so that the first letter does not wait for it; it has no answer.
  case procedures(Catalogue)
  /// The stored drafts and screens of a clerk; answered by `seatState`.
  case seat(ClerkID)
}

extension AskEffect {
  public static let mostUndoable = 20
}
