import DossierDomain
import OfficeWork
import Terminal
import VietnameseText

extension Context {
  public static let lookup = Context("lookup")
}

/// One search field over procedures, dossiers and the people known in this database.
struct LookupState: PlacedScreen {
  static let context = Context.lookup
  static var commands: [Command] { LookupCommands.list }
  static let showsClock = false

  enum Group: Int, CaseIterable, Sendable {
    case procedures, dossiers, people
  }

  var field = TextField(maximumLength: 200)
  var recall = Recall()
  var group = Group.procedures
  /// The clerk chose the group with Tab, so results that arrive do not change it.
  var isGroupChosen = false
  /// The people of so many of the best dossiers were asked for.
  private var peopleRead = SearchQuery.fewPeople
  var window = ListWindow()
  var procedures: [ProcedureHit] = []
  var results: SearchResults?
  var pending: Request<SearchResults>?
  /// The person that was opened, whose dossiers are shown.
  var person: PersonHit?
  var personRows: [QueueRow] = []
  var pendingPerson: Request<[QueueRow]>?
  /// The dossier that Enter opens, read ahead so that an act can begin with it.
  private(set) var card: DossierCard?
  private var pendingCard: Request<DossierCard?>?
  private var askedCard: DossierID?
  /// Whether the code that no dossier bears is that of a blank receipt.
  var pendingBlank: Request<FoundBlank?>?
  /// The blank receipt whose code was typed, which Enter enters.
  var typedBlank: DossierCode?
  /// What a scanner has read, until something is typed.
  var scanned: LookupScan?

  init(text: String = "") {
    field.insert(text)
  }

  var isTyping: Bool { true }

  var dossiers: [QueueRow] { person == nil ? results?.rows ?? [] : personRows }

  func count(_ group: Group) -> Int {
    switch group {
    case .procedures: procedures.count
    case .dossiers: dossiers.count
    case .people: results?.people.count ?? 0
    }
  }

  var chosenProcedure: ProcedureVersion? {
    group == .procedures && procedures.indices.contains(window.chosen) ? procedures[window.chosen].version : nil
  }

  var chosenDossier: QueueRow? {
    group == .dossiers && dossiers.indices.contains(window.chosen) ? dossiers[window.chosen] : nil
  }

  var chosenPerson: PersonHit? {
    guard group == .people, let people = results?.people, people.indices.contains(window.chosen) else { return nil }
    return people[window.chosen]
  }

  /// The dossier that Enter opens: the chosen one, or the only one of the chosen person.
  var toOpen: DossierID? {
    chosenDossier?.id ?? chosenPerson.flatMap { $0.dossierCount == 1 ? $0.newest : nil }
  }

  /// Several bear the name that was typed, and the clerk has not said by a key which of them it is.
  var isChoiceOpen: Bool {
    guard !window.wasMoved, person == nil else { return false }
    let names =
      group == .people ? (results?.people ?? []).map(\.name) : dossiers.compactMap(\.ownerName)
    guard let chosen = chosenPerson?.name ?? chosenDossier?.ownerName, typed.match(in: chosen, isName: true) != nil
    else { return false }
    return names.filter { $0.nameKey == chosen.nameKey }.count > 1
  }

  var targets: [QueueRow] {
    if let card, card.dossier.id == toOpen { return [QueueRow(card.dossier, delivery: card.delivery)] }
    return chosenDossier.map { [$0] } ?? []
  }

  func loaded(_ id: DossierID) -> Dossier? { card?.dossier.id == id ? card?.dossier : nil }
  func steps(of id: DossierID) -> [StepRule] { card?.dossier.id == id ? card?.steps ?? [] : [] }

  mutating func appear(_ session: inout Session, now: Instant) -> [Effect] {
    // Something may have been done to the dossier meanwhile.
    askedCard = nil
    let found = scanned != nil ? askScanned(&session) : field.isEmpty ? [] : search(&session, now)
    return [.ask(.procedures(session.office.catalogue))] + found
  }

  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]? {
    edit(key, &session, now).map { $0 + readAhead(&session) }
  }

  private mutating func readAhead(_ session: inout Session) -> [Effect] {
    guard let id = toOpen, id != askedCard, chosenDossier?.ownerName != nil || chosenPerson != nil else { return [] }
    let request: Request<DossierCard?> = session.request()
    (askedCard, pendingCard) = (id, request)
    return [.ask(.preview(request, id, viewer: session.viewer))]
  }

  private mutating func edit(_ key: Key, _ session: inout Session, _ now: Instant) -> [Effect]? {
    if let earlier = recall.press(key, in: field.text, session.queries) {
      field.replace(with: earlier)
      return search(&session, now)
    }
    if [.enter, .escape, .function(2), .function(4)].contains(key) { session.queries.remember(field.text) }
    switch key {
    case .pageDown where canListMorePeople && window.chosen + 8 >= count(group):
      window.move(by: 8, count: count(group))
      return listMorePeople(&session)
    case .up: window.move(by: -1, count: count(group))
    case .down: window.move(by: 1, count: count(group))
    case .pageUp: window.move(by: -8, count: count(group))
    case .pageDown: window.move(by: 8, count: count(group))
    case .tab: turn(1)
    case .backTab: turn(-1)
    case .escape where person != nil && scanned == nil:
      person = nil
      group = .people
      window = ListWindow()
    case .enter where chosenPerson != nil && toOpen == nil: return open(chosenPerson, &session)
    default:
      guard field.press(key, typing: session.typing.rules(for: .names)) else { return nil }
      return search(&session, now)
    }
    return []
  }

  mutating func paste(_ text: String, _ session: inout Session, now: Instant) -> [Effect]? {
    field.insert(text)
    return search(&session, now)
  }

  private mutating func turn(_ step: Int) {
    let all = Group.allCases
    isGroupChosen = true
    // Empty groups are skipped.
    for distance in 1...all.count {
      let next = all[((group.rawValue + step * distance) % all.count + all.count) % all.count]
      guard count(next) > 0 || distance == all.count else { continue }
      group = next
      break
    }
    window = ListWindow()
  }

  /// At first only the people of the best dossiers are listed, so that no letter waits for the others.
  var hasMorePeople: Bool { group == .people && results?.hasMorePeople == true }
  var canListMorePeople: Bool { hasMorePeople && SearchQuery.people(after: peopleRead) != nil }

  /// Page after page, from more and more dossiers.
  private mutating func listMorePeople(_ session: inout Session) -> [Effect] {
    guard pending == nil, let more = SearchQuery.people(after: peopleRead) else { return [] }
    peopleRead = more
    let request: Request<SearchResults> = session.request()
    pending = request
    return [.ask(.search(request, SearchQuery(text: field.text, limit: 50, people: more, viewer: session.viewer)))]
  }

  private mutating func search(_ session: inout Session, _ now: Instant) -> [Effect] {
    (person, scanned, typedBlank, pendingBlank) = (nil, nil, nil, nil)
    peopleRead = SearchQuery.fewPeople
    isGroupChosen = false
    procedures = session.office.catalogue.find(field.text, on: now.civilDate, limit: 30)
    window = ListWindow()
    guard field.text.contains(where: { !$0.isWhitespace }) else {
      results = nil
      pending = nil
      return []
    }
    chooseGroup()
    let request: Request<SearchResults> = session.request()
    pending = request
    return [.ask(.search(request, SearchQuery(text: field.text, limit: 50, viewer: session.viewer)))]
  }

  /// Selects the group that most likely holds the answer: dossiers for a code or number, otherwise the one whose first
  /// row answers best; of equal ones procedures, then people.
  private mutating func chooseGroup() {
    guard !isGroupChosen else { return }
    let isNumber = field.text.contains(where: \.isNumber) && !procedures.contains { $0.isByPhrase }
    // What only belongs to a field of which a part was typed is hardly what a name means.
    let isPartOfField = procedures.first.map { $0.isByField && $0.match.extent == .beginnings } ?? false
    let order: [Group] =
      isNumber
      ? [.dossiers, .procedures, .people]
      : isPartOfField ? [.people, .dossiers, .procedures] : [.procedures, .people, .dossiers]
    let found = order.filter { count($0) > 0 }
    let best = isNumber ? found.first : found.map { ($0, match($0)) }.min { $0.1 < $1.1 }?.0
    group = best ?? order[0]
  }

  /// How well the first row of a group answers what was typed.
  private func match(_ group: Group) -> TextMatch {
    let name = group == .people ? results?.people.first?.name : dossiers.first?.ownerName
    let match = group == .procedures ? procedures.first?.match : name.flatMap { typed.match(in: $0, isName: true) }
    return match ?? TextMatch(.beginnings, .markFree)
  }

  var typed: TypedText { TypedText(field.text) }

  private mutating func open(_ hit: PersonHit?, _ session: inout Session) -> [Effect] {
    guard let hit else { return [] }
    person = hit
    personRows = []
    group = .dossiers
    window = ListWindow()
    let request: Request<[QueueRow]> = session.request()
    pendingPerson = request
    return [.ask(.person(request, hit, viewer: session.viewer))]
  }

  mutating func receive(_ reply: Reply, _ session: inout Session, now: Instant) -> [Effect] {
    var effects: [Effect] = []
    if let found = reply.resolve(&pending)?.response {
      let chosen = window.chosen == 0 ? nil : chosenPerson
      results = found
      if window.chosen == 0 { chooseGroup() }
      // Among more people the cursor stays with the one whom it was on.
      let index = chosen.flatMap { person in found.people.firstIndex { $0 == person } }
      if let index { window.choose(index, count: found.people.count) }
      if let wholeCode, found.rows.isEmpty { effects += askBlank(wholeCode, &session) }
    }
    if let rows = reply.resolve(&pendingPerson)?.response { personRows = rows }
    effects += takeScanned(reply, &session)
    if let answer = reply.resolve(&pendingBlank), case .answered(let found) = answer { takeBlank(found, &session) }
    if let read = reply.resolve(&pendingCard)?.response { card = read }
    return effects + readAhead(&session)
  }

  mutating func hear(_ news: News, _ session: inout Session, now: Instant) -> [Effect] {
    switch news {
    case .synchronised: return appear(&session, now: now)
    case .performed, .undone:
      // The dossier that was read ahead may have changed.
      askedCard = nil
      return readAhead(&session)
    case .officeChanged, .syncProgress, .syncFailed, .backup: return []
    }
  }

  var place: Place? { Place(name: Self.context.name, fields: [Place.Field("text", field.text)]) }

  init(place: Place, _ office: OfficeSnapshot, now: Instant) {
    self.init(text: place["text"] ?? "")
  }
}
