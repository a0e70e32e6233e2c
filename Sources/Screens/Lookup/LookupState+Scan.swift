import DossierDomain
import OfficeWork

/// What a scanner has read where no form is open, and what the desk has of it.
struct LookupScan: Equatable, Sendable {
  enum Content: Equatable, Sendable {
    case card(CitizenCard)
    case code(String)
  }

  let content: Content
  /// What is said of the paper says also that it is not here.
  let isPaper: Bool
  var pendingPersons: Request<[KnownPerson]>?
  var pendingRows: Request<[QueueRow]>?
  /// What has the code.
  var found: Found?

  enum Found: Equatable, Sendable {
    case dossier(DossierID)
    /// A blank receipt that has to be entered.
    case blank(DossierCode)
  }

  init(content: Content, isPaper: Bool = false) { (self.content, self.isPaper) = (content, isPaper) }

  var card: CitizenCard? {
    switch content {
    case .card(let card): card
    case .code: nil
    }
  }
}

extension LookupState {
  init(_ scan: LookupScan) {
    // A number is not put into the field: it would be shown in full, and remembered.
    self.init()
    scanned = scan
    group = .dossiers
  }

  var successor: (any PlacedScreen)? {
    switch scanned?.found {
    case .dossier(let id)?: DetailState(id: id)
    case .blank(let code)?: ReceiveState(onBlank: code)
    case nil: nil
    }
  }

  mutating func askScanned(_ session: inout Session) -> [Effect] {
    switch scanned?.content {
    case nil: return []
    case .card(let card):
      let request: Request<[KnownPerson]> = session.request()
      scanned?.pendingPersons = request
      let query = KnownQuery(
        name: card.name, number: card.number.digits, oldNumber: card.oldNumber, viewer: session.viewer)
      return [.ask(.known(request, query))]
    case .code(let code):
      let request: Request<[QueueRow]> = session.request()
      scanned?.pendingRows = request
      return [.ask(.findByCode(request, code, viewer: session.viewer))]
    }
  }

  mutating func takeScanned(_ reply: Reply, _ session: inout Session) -> [Effect] {
    guard var scan = scanned else { return [] }
    if let persons = reply.resolve(&scan.pendingPersons)?.response {
      scanned = scan
      show(persons.first, &session)
    } else if let rows = reply.resolve(&scan.pendingRows)?.response {
      scanned = scan
      if !rows.isEmpty { results = SearchResults(rows: rows, hasMore: false, people: []) }
      // An undone reception leaves its blank receipt.
      if let wholeCode, rows.allSatisfy(\.isVoid) { return askBlank(wholeCode, &session) }
      if rows.count == 1 { scanned?.found = .dossier(rows[0].id) }
    }
    return []
  }

  private mutating func show(_ known: KnownPerson?, _ session: inout Session) {
    guard let known, let newest = known.dossiers.first else {
      session.say(
        Words(
          "Chưa thấy hồ sơ nào có số này. F2 lập hồ sơ với thẻ vừa quét.",
          "No dossier with this number yet. F2 begins one with the scanned card."))
      return
    }
    personRows = known.dossiers
    person = PersonHit(
      name: known.person.name, identityNumber: known.person.identityNumber, birth: known.person.birth,
      hamlet: known.person.hamlet, relative: known.person.relative, dossierCount: known.dossiers.count,
      newest: newest.id)
    group = .dossiers
    window = ListWindow()
    session.say(
      Words("F2 lập hồ sơ mới cho người này.", "F2 begins a new dossier of this person."))
  }
}
