extension DossierAction {
  /// What others ask of an act without reading the rest of it: of which kind it is, and what it names.
  struct Outline {
    var kind: Kind
    /// The code that it gives the dossier.
    var code: DossierCode?
    /// Papers that it brings whole, with the scans that they name.
    var papers: [Component] = []
    /// SHA-256 as hexadecimal of a scan that it announces.
    var scan = ""
    /// The number of the one paper that it is about.
    var paper: Int?
    var field: CorrectableField?
    /// The appointment that takes the place of the earlier one.
    var appointment: AppointmentFact?
    /// The earlier entry of the dossier that it is about.
    var entry: EntryReference?

    init(
      _ kind: Kind, code: DossierCode? = nil, papers: [Component] = [], scan: String = "", paper: Int? = nil,
      field: CorrectableField? = nil, appointment: AppointmentFact? = nil, entry: EntryReference? = nil
    ) {
      self.kind = kind
      self.code = code
      self.papers = papers
      self.scan = scan
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
    // Its code is the one that the dossier has.
    case .importUpdate: Outline(.importUpdate)
    case .assign: Outline(.assign)
    case .handOver: Outline(.handOver)
    case .takeOver: Outline(.takeOver)
    case .addComponent(let component): Outline(.addComponent, papers: [component])
    case .setComponentForm(let number, _, _): Outline(.setComponentForm, paper: number)
    case .digitise(let number, let hash): Outline(.digitise, scan: hash, paper: number)
    case .reuse(let number, _, _): Outline(.reuse, paper: number)
    case .replaceByLookup(let number, _, _): Outline(.replaceByLookup, paper: number)
    case .requestSupplement: Outline(.requestSupplement)
    case .receiveSupplement(_, let appointment): Outline(.receiveSupplement, appointment: appointment)
    case .requestPayment: Outline(.requestPayment)
    case .recordPayment(_, _, let appointment): Outline(.recordPayment, appointment: appointment)
    case .refuse: Outline(.refuse)
    case .withdraw: Outline(.withdraw)
    case .stop: Outline(.stop)
    case .extend(_, let appointment): Outline(.extend, appointment: appointment)
    case .complete(let result): Outline(.complete, scan: result.blobHash)
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
    // The scan that it names is not to be had any more.
    case .eraseScan: Outline(.eraseScan)
    }
  }
}

extension DossierAction {
  public var kind: Kind { outline.kind }

  public var rule: ActionRule { kind.rule }

  /// The code that this entry gives the dossier.
  public var namedCode: DossierCode? { outline.code }

  /// SHA-256 as hexadecimal of the sealed scans that this entry announces.
  public var scans: [String] {
    let outline = outline
    return (outline.papers.map(\.blobHash) + [outline.scan]).filter { !$0.isEmpty }
  }

  /// The earlier entry of the same dossier that this one is about.
  public var namedEntry: EntryReference? { outline.entry }

  /// A dossier has one such entry, its first one, unless it was told of otherwise before.
  public var isBeginning: Bool { rule.beginning == .first }

  /// It can be the first entry of a dossier.
  public var beginsDossier: Bool { rule.beginning != .none }
}
