import DossierDomain
import Terminal

/// What a screen wants done. `DossierTUI` runs it off the UI thread and answers with an `Event`.
public enum Effect: Hashable, Sendable {
  case loadOffice
  case loadPage(RequestNumber, QueueQuery)
  case loadCounts(RequestNumber, viewer: Viewer, endOfToday: Instant, absentClerks: Set<ClerkID>)
  case loadCard(RequestNumber, DossierID, viewer: Viewer)
  /// Asks for the entries of a dossier that came folded from the province, at the next exchange; answered by `card`.
  case wantHistory(RequestNumber, DossierID, viewer: Viewer)
  /// As `loadCard`, for the queue's preview: overtakes an earlier one that still waits.
  case loadPreview(RequestNumber, DossierID, viewer: Viewer)
  /// Overtakes an earlier search that still runs.
  case search(RequestNumber, SearchQuery)
  case loadPerson(RequestNumber, PersonHit, viewer: Viewer)
  /// A whole code, or its last four digits: the newest dossiers first.
  case findByCode(RequestNumber, String, viewer: Viewer)
  /// Of dossiers that were marked when the place was kept.
  case loadRows(RequestNumber, [DossierID], viewer: Viewer)
  case loadDayEnd(RequestNumber, viewer: Viewer, now: Instant)
  case signIn(ClerkID, secret: String)
  case setPIN(ClerkID, secret: String)
  /// Writes to the journal. The run loop holds it 50 ms while a burst of keys may still be coming.
  case perform(RequestNumber, [Act], by: ClerkID)
  /// Receives a new dossier, whose id the run loop makes; answered by `performed`.
  case receive(RequestNumber, [DossierCommand], by: ClerkID)
  /// Takes a file of at most 50 MB into the attachments, then records its hash as the digitised form of the paper with
  /// this number; answered by `performed`.
  case digitise(RequestNumber, DossierID, component: Int, path: String, by: ClerkID)
  /// A decision about the office itself: an absence, a confirmed date; answered by `officeChanged`.
  case performOffice(RequestNumber, OfficeAction, by: ClerkID)
  /// Gives all open dossiers of one clerk to another in one act; answered by `performed`.
  case reassignAll(RequestNumber, from: ClerkID, to: ClerkID, by: ClerkID)
  /// Undoes the clerk's last act, whatever screen it came from.
  case undoLast(RequestNumber, by: ClerkID)
  /// Keeps drafts and places; at most a second of typing is lost in a crash.
  case saveDesk(ClerkID, DeskState)
  case loadDesk(ClerkID)
  case setLanguage(Language)
  case setTheme(String)
  case startBackup
  /// One exchange with the province, or more when one answer does not hold everything; answered by `syncProgress` while
  /// it runs and by `synchronised` or `syncFailed` at its end. Work goes on meanwhile. Asking again resets a wait.
  case synchronise
  /// Ends an exchange that runs or waits to be tried again; answered by `syncFailed(.cancelled)`.
  case cancelSynchronise
  case loadSyncStatus(RequestNumber, now: Instant)
  case loadOutbox(RequestNumber, OutboxQuery)
  /// Script mode only: writes the screen as text to a file.
  case saveScreen(path: String)
  case redraw
  case suspend
  case quit
}
