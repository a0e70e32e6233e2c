import Documents
import DossierDomain
import OfficeWork

/// Papers and printers. These effects have queues of their own, so that no key waits for a printer. None of them writes to the
/// journal: issuing a paper is an act.
public enum DeviceEffect: Hashable, Sendable {
  /// What can be printed for a dossier; nil if it is not known here.
  case papers(Request<DossierPapers?>, DossierID, viewer: Viewer)
  /// The questions of a declaration; nil if the dossier cannot have it.
  case declaration(Request<DeclarationToFill?>, DossierID, PaperFormID, viewer: Viewer)
  /// What stands on a paper; nil if it cannot be shown.
  case render(Request<PaperText?>, DossierID, PaperChoice, viewer: Viewer)
  /// What is known of a paper by the text of its code.
  case check(Request<PaperCheck>, String, viewer: Viewer)
  /// The printer that papers of a form would go to, and how; without a form, the one for all others.
  case printers(Request<PrinterChoice>, PaperFormID?)
  /// Gives papers to the printer. What it does not take stays in the list of what is not printed.
  case printOut(Request<PrintNews>, PrintOrder, viewer: Viewer)
  /// Gives the blank receipts to the printer that no printer has got. What it does not take is kept.
  /// - Parameter isAnyway: the clerk knows what the printer says against it.
  case printBlanks(Request<BlankPrintNews>, isAnyway: Bool)
  /// Asks what became of the jobs that were sent, and answers with what is not known to be printed.
  case follow(Request<PapersToPrint>)
  /// Takes a paper off that list, because it came out or is not needed, and answers with the rest.
  case takeOff(Request<PapersToPrint>, PaperNumber)
}
