import DossierDomain
import OfficeWork
import Terminal

extension Context {
  public static let queue = Context("queue")
}

/// The list of dossiers: a window of rows over a view, with one dossier selected by its id.
struct QueueState: PlainScreen {
  static let context = Context.queue
  static var commands: [Command] { QueueCommands.list }
  static let saysReadOnly = true
  static let dossiers = ShownDossiers.many

  /// A page that was requested, and how to use it. The answer to an earlier request is dropped.
  struct PendingPage: Equatable, Sendable {
    enum Purpose: Equatable, Sendable {
      case replace(Landing)
      case after
      case before
    }
    typealias Landing = RowList<QueueRow>.Landing
    var request: Request<QueuePage>
    var purpose: Purpose
  }

  struct BulkPlace: Equatable, Sendable {
    var dossiers: Set<DossierID>
    var selected: DossierID?
    var index: Int
    var top: Int
  }

  /// The meaning of letters and digits at present.
  enum Entry: Equatable, Sendable {
    /// The clerk types a filter; Esc restores `before` and `selected`.
    case filter(before: String, selected: DossierID?)
    /// Several dossiers bear the name that was filtered for, so the clerk chooses one before anything is done; Esc leads
    /// back to the filter.
    case namesakes(before: String, selected: DossierID?)
    /// The last four digits of a code.
    case code(String)
    /// A digit or an arrow chooses the order.
    case sort(QueueSort)
    /// Several dossiers have these last four digits; the arrows go from one to the next.
    case hits([DossierID], Int)
  }

  var view = QueueFilter.dueToday
  /// Only the clerk's own dossiers are shown, not those of the whole office.
  var isMine = false
  var sort = QueueSort.triage
  var isDescending = false
  var filterText = ""
  /// How many dossiers the filter leaves; nil while it is not known.
  var matching: Int?
  var recall = Recall()
  /// The clerk has moved to a row since she typed the filter.
  var hasMoved = false
  var list = RowList<QueueRow>()
  var hasBefore = false
  var hasAfter = false
  var counts: QueueCounts?
  var marks = QueueMarks()
  /// The request for the next page while everything is being marked; otherwise nil.
  var pendingMarks: Request<QueuePage>?
  /// Only the dossiers of this procedure are being marked; nil for all.
  var markedProcedure: String?
  /// The request for the rows of stored marks.
  var pendingKept: Request<[QueueRow]>?
  /// Marks that went with the list that a filter being typed has changed; Esc brings them back.
  var marksBeforeFilter: QueueMarks?
  /// Where cursor and list were before the last act on several dossiers.
  var beforeBulk: BulkPlace?
  /// The clerk marks a range: the other end of the range.
  var isMarkingRange = false
  var entry: Entry?
  var preview = QueuePreview()
  var pending: PendingPage?
  var pendingCounts: Request<QueueCounts>?
  var pendingCode: Request<[QueueRow]>?
  /// True until the clerk has done something here; a stored place is restored only while it is true.
  var isUntouched = true

  init() {}

  var isTyping: Bool {
    switch entry {
    case .filter, .namesakes, .code, .sort: true
    // Letters are commands for the dossier that was found.
    case .hits, nil: false
    }
  }
  var isEntryInNotice: Bool { isTyping }
  var rows: [QueueRow] { list.rows }
  var index: Int { list.index }
  var selectedRow: QueueRow? { list.selectedRow }
  var selected: DossierID? {
    get { list.selected }
    set { list.selected = newValue }
  }
  var targets: [QueueRow] { marks.isEmpty ? selectedRow.map { [$0] } ?? [] : marks.rows }

  func loaded(_ id: DossierID) -> Dossier? { preview.card(of: id)?.dossier }

  func steps(of id: DossierID) -> [StepRule] { preview.card(of: id)?.steps ?? [] }

  // MARK: Kept places

  var place: Place? {
    var fields = [Place.Field("view", view.kept), Place.Field("sort", sort.rawValue)]
    if isMine { fields.append(Place.Field("whose", "mine")) }
    if isDescending { fields.append(Place.Field("descending", "yes")) }
    if !filterText.isEmpty { fields.append(Place.Field("filter", filterText)) }
    if let selected { fields.append(Place.Field("selected", selected.hexadecimal)) }
    if !marks.isEmpty { fields.append(Place.Field("marked", marks.kept)) }
    if !keptMarks.isEmpty { fields.append(Place.Field("marked", QueueMarks.text(of: keptMarks))) }
    return Place(name: Self.context.name, fields: fields)
  }

  /// Stored marks need their rows, which are requested when the queue appears.
  init(place: Place, _ office: OfficeSnapshot, now: Instant) {
    view = place["view"].flatMap(QueueFilter.init(kept:)) ?? .dueToday
    isMine = place["whose"] == "mine"
    sort = place["sort"].flatMap(QueueSort.init(rawValue:)) ?? .triage
    isDescending = place["descending"] == "yes"
    filterText = place["filter"] ?? ""
    selected = place["selected"].flatMap(DossierID.init(hexadecimal:))
    keptMarks = place.all("marked").flatMap(QueueMarks.ids(in:))
    isUntouched = false
  }

  /// Stored marks whose rows have not arrived yet.
  var keptMarks: [DossierID] = []

  func nextChange(after now: Instant) -> Instant? {
    // The wording of a row changes right after its appointment or its step's deadline, and at midnight.
    rows.flatMap { [$0.dueAt, $0.stepDueAt] }.compactMap(\.self)
      .map { Instant(milliseconds: $0.milliseconds + 1) }.filter { $0 > now }.min()
  }
}
