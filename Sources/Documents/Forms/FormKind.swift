/// The papers that the program makes.
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

  /// The names of the fixed texts that its template has.
  var texts: [String] {
    switch self {
    case .receipt: ReceiptPaper.Label.names
    case .visitReceipt: VisitReceiptPaper.Label.names
    case .supplement: SupplementPaper.Label.names
    case .refusal: RefusalPaper.Label.names
    case .apology: ApologyPaper.Label.names
    case .stopping: StoppingPaper.Label.names
    case .controlSlip: ControlSlipPaper.Label.names
    case .register: RegisterPaper.Label.names
    case .appointmentSlip: AppointmentSlipPaper.Label.names
    case .fileLabel: FileLabelPaper.Label.names
    case .handOverList: HandOverPaper.Label.names
    case .guideSheet: GuidePaper.Label.names
    }
  }
}
