/// The papers that the program makes, beside the declarations of the procedures. The raw value is the form of an issued paper.
public enum FormKind: String, CaseIterable, Sendable {
  /// Form 01 of one dossier.
  case receipt
  /// Form 01 of several dossiers that one person handed in together.
  case visitReceipt = "visit-receipt"
  /// Form 02.
  case supplement
  /// Form 03.
  case refusal
  /// Form 04.
  case apology
  /// Form 05.
  case stopping
  /// Form 06.
  case controlSlip = "control-slip"
  /// Form 07.
  case register
  case appointmentSlip = "appointment-slip"
  case fileLabel = "file-label"
  case handOverList = "hand-over-list"
  /// What a procedure asks for.
  case guideSheet = "guide-sheet"
  /// Filled in by hand while there is no current.
  case blankReceipt = "blank-receipt"
}

extension PaperFormID {
  /// The receipt of several dossiers.
  public var isOfVisit: Bool { text == FormKind.visitReceipt.rawValue }
}
