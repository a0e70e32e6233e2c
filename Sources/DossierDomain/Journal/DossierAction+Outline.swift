extension DossierAction {
  /// The facts of an action that other code needs without its details: its kind, and the codes, papers and entries that
  /// it names.
  struct Outline {
    var kind: Kind
    /// The code that the action gives the dossier.
    var code: DossierCode?
    /// Papers that the action contains in full, with the scans that they name.
    var papers: [Component] = []
    /// SHA-256, in hexadecimal, of each sealed file that the action announces.
    var scans: [String] = []
    /// The number of the one paper that the action concerns.
    var paper: Int?
    var field: CorrectableField?
    /// The appointment that replaces the earlier one.
    var appointment: AppointmentFact?
    /// The earlier entry of the dossier that the action concerns.
    var entry: EntryReference?

    init(
      _ kind: Kind, code: DossierCode? = nil, papers: [Component] = [], scans: [String] = [], paper: Int? = nil,
      field: CorrectableField? = nil, appointment: AppointmentFact? = nil, entry: EntryReference? = nil
    ) {
      self.kind = kind
      self.code = code
      self.papers = papers
      self.scans = scans
      self.paper = paper
      self.field = field
      self.appointment = appointment
      self.entry = entry
    }
  }

  var outline: Outline {
    switch self {
    case .receive(let reception): Outline(.receive, code: reception.code, papers: reception.components)
    case .submitOnline(let submission):
      Outline(.submitOnline, code: submission.portalCode, papers: submission.components)
    case .acceptOnline(let acceptance): Outline(.acceptOnline, code: acceptance.code)
    case .importRow(let row): Outline(.importRow, code: row.code)
    // The dossier has the code of the row already.
    case .importUpdate: Outline(.importUpdate)
    case .assign: Outline(.assign)
    case .handOver: Outline(.handOver)
    case .takeOver: Outline(.takeOver)
    case .addComponent(let component): Outline(.addComponent, papers: [component])
    case .setComponentForm(let number, _, _): Outline(.setComponentForm, paper: number)
    case .digitise(let number, let hash): Outline(.digitise, scans: [hash], paper: number)
    case .reuse(let number, _, _): Outline(.reuse, paper: number)
    case .replaceByLookup(let number, _, _): Outline(.replaceByLookup, paper: number)
    case .requestSupplement: Outline(.requestSupplement)
    case .receiveSupplement(_, _, let appointment): Outline(.receiveSupplement, appointment: appointment)
    case .requestPayment: Outline(.requestPayment)
    case .recordPayment(_, _, let appointment): Outline(.recordPayment, appointment: appointment)
    case .refuse: Outline(.refuse)
    case .withdraw: Outline(.withdraw)
    case .stop: Outline(.stop)
    case .extend(_, let appointment): Outline(.extend, appointment: appointment)
    case .verify(_, let appointment): Outline(.verify, appointment: appointment)
    case .complete(let result): Outline(.complete, scans: [result.blobHash])
    case .reopen: Outline(.reopen)
    case .handBack: Outline(.handBack)
    case .note: Outline(.note)
    case .correct(let field, _, _): Outline(.correct, field: field)
    case .recomputeAppointment(let appointment, _): Outline(.recomputeAppointment, appointment: appointment)
    case .addCode(let code): Outline(.addCode, code: code)
    case .void: Outline(.void)
    case .undo(let reference): Outline(.undo, entry: reference)
    case .settleConflict(let reference): Outline(.settleConflict, entry: reference)
    case .release(let reference): Outline(.release, entry: reference)
    // The scan that it names is no longer available.
    case .eraseScan: Outline(.eraseScan)
    // Its sealed description goes the way of a scan.
    case .issuePaper(let paper): Outline(.issuePaper, scans: paper.records)
    case .sendToSigner: Outline(.sendToSigner)
    }
  }
}

extension DossierAction {
  public var kind: Kind { outline.kind }

  public var rule: ActionRule { kind.rule }

  /// The appointment that the action gives the dossier, the first one or a later one.
  public var appointment: AppointmentFact? {
    switch self {
    case .receive(let reception): reception.appointment
    case .acceptOnline(let acceptance): acceptance.appointment
    case .submitOnline, .importRow, .importUpdate, .assign, .handOver, .takeOver, .addComponent, .setComponentForm,
      .digitise, .reuse, .replaceByLookup, .requestSupplement, .receiveSupplement, .requestPayment, .recordPayment,
      .refuse, .withdraw, .stop, .extend, .verify, .complete, .reopen, .handBack, .note, .correct,
      .recomputeAppointment, .addCode, .void, .undo, .settleConflict, .release, .eraseScan, .issuePaper, .sendToSigner:
      outline.appointment
    }
  }

  /// The code that this action gives the dossier.
  public var namedCode: DossierCode? { outline.code }

  /// SHA-256, in hexadecimal, of the sealed scans and page descriptions that this action announces.
  public var scans: [String] {
    let outline = outline
    return (outline.papers.map(\.blobHash) + outline.scans).filter { !$0.isEmpty }
  }

  /// The earlier entry of the same dossier that this action concerns.
  public var namedEntry: EntryReference? { outline.entry }

  /// A dossier has only one such entry, its first one, unless the dossier was known from another source before.
  public var isBeginning: Bool { rule.beginning == .first }

  /// Whether it can be the first entry of a dossier.
  public var beginsDossier: Bool { rule.beginning != .none }
}
