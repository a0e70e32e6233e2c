import DossierDomain
import OfficeWork

/// Data that has to survive a crash or the loss of the machine; none of it becomes an entry.
public enum KeepEffect: Hashable, Sendable {
  /// Screens and drafts of a clerk. A crash loses at most one second of typing. Answered only if it fails.
  case seat(ClerkID, SeatState)
  /// The last number of the day on paper, 0 for none; the next code continues after it. Answered only if it fails.
  case lastNumber(Int, on: CivilDate)
  /// The head of desk was told which appointments this calendar moves. Answered only if it fails.
  case appointmentsSeen(calendarHash: String)
  /// The clerk has seen so much of what changed of the procedures. Answered only if it fails.
  case proceduresSeen(ProcedureNews.Mark, by: ClerkID)
  /// A backup to the second place; answered by `backup` while it runs and by `backedUp` at its end.
  case backup
}
