import DossierDomain

extension FormKind {
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
    case .blankReceipt: BlankReceiptPaper.Label.names
    }
  }
}
