import Documents
import DossierDomain
import OfficeWork
import Terminal
import VietnameseText

extension Context {
  public static let importing = Context("import")
}

/// Takes a register in: the file is chosen, then each column is shown with what it was understood as, which the clerk
/// can change, and what the import would do; then it is taken in.
struct ImportState: PlacedScreen {
  static let context = Context.importing
  static var commands: [Command] { ImportCommands.list }
  static let hintOrder: [Command.Group] = [.act, .view, .go, .mark, .move, .program]

  enum Step: Hashable, Sendable {
    case file
    case columns
  }

  /// A row of the second step. ◀▶ change the value of all but the last two kinds, which say what an import would do.
  enum Row: Hashable, Sendable {
    /// Whether the choices for an earlier file hold.
    case remembered
    /// Whether rows that are only read differently are taken.
    case agreement(ImportAgreement)
    case column(Int)
    /// A word for a status: one that is known, is not known, or was given one here.
    case status(String)
    case dateOrder
    case encoding
    case sheet
    case first(RegisterOutcome)
    case sentence(Int)
  }

  var step = Step.file
  var field = TextField(maximumLength: 1000)
  var offers: [FileOffer] = []
  var query = RegisterQuery(path: "")
  var look: RegisterLook?
  var taken: RegisterTaken?
  /// The choices are those of an earlier file, perhaps changed since.
  var isRemembered = false
  var window = ListWindow()
  /// The clerk has moved in the list of files, so that Enter means the chosen one and not the typed text.
  var isOfferChosen = false
  var pendingOffers: Request<[FileOffer]>?
  var pendingLook: Request<RegisterLook>?
  var pendingTaken: Request<RegisterTaken>?

  init(path: String = "") {
    field.insert(path)
  }

  var isTyping: Bool { step == .file }
  var isBusy: Bool { pendingLook != nil || pendingTaken != nil }

  var rows: [Row] {
    guard let look else { return [] }
    var rows: [Row] = isRemembered ? [.remembered] : []
    if look.readDifferently > 0 { rows.append(.agreement(.readings)) }
    if look.sameDossiers > 0 { rows.append(.agreement(.sameDossiers)) }
    if let understanding = look.understanding {
      rows += understanding.columns.indices.map { .column($0) } + statusWords.map { .status($0) }
      rows += [.dateOrder, .encoding]
    } else if look.isEncodingUnknown || query.choices.encoding != nil {
      rows.append(.encoding)
    }
    if look.sheets.count > 1 { rows.append(.sheet) }
    rows += RegisterOutcome.allCases.filter { look.firsts[$0] != nil }.map { .first($0) }
    return rows + look.sentences.indices.map { .sentence($0) }
  }

  /// Each word once, in an order that no choice changes, so that the cursor stays on its word.
  private var statusWords: [String] {
    let understood = look?.understanding?.statuses.map(\.word) ?? []
    var words: [String: String] = [:]
    for word in query.choices.statuses.keys.sorted() + (look?.unknownStatuses ?? []) + understood {
      words[word.folded] = word
    }
    return words.sorted { $0.key < $1.key }.map(\.value)
  }

  /// What the program takes a word for by itself.
  func knownStatus(_ word: String) -> DossierStatus? {
    look?.understanding?.statuses.first { $0.word == word }?.known
  }

  var chosenRow: Row? { rows.indices.contains(window.chosen) ? rows[window.chosen] : nil }

  /// Whether everything is answered and something can be taken in.
  var isReady: Bool {
    guard let look, let understanding = look.understanding, !isBusy, taken == nil else { return false }
    return understanding.questions.isEmpty && look.imported + look.updated + agreed > 0
  }

  /// The rows that will be taken because the clerk has agreed.
  var agreed: Int {
    (query.agreement.contains(.readings) ? look?.readDifferently ?? 0 : 0)
      + (query.agreement.contains(.sameDossiers) ? look?.sameDossiers ?? 0 : 0)
  }

  // MARK: Asking

  mutating func appear(_ session: inout Session, now: Instant) -> [Effect] {
    guard step == .file else { return [] }
    return field.isEmpty ? askOffers(&session) : openTyped(&session)
  }

  private mutating func askOffers(_ session: inout Session) -> [Effect] {
    let request: Request<[FileOffer]> = session.request()
    pendingOffers = request
    return [.ask(.files(request, typed: field.text))]
  }

  mutating func open(_ path: String, _ session: inout Session) -> [Effect] {
    query = RegisterQuery(path: path)
    (look, taken, window, isRemembered) = (nil, nil, ListWindow(), false)
    step = .columns
    return ask(&session)
  }

  private mutating func ask(_ session: inout Session) -> [Effect] {
    let request: Request<RegisterLook> = session.request()
    pendingLook = request
    return [.ask(.registerLook(request, query))]
  }

  var clockDoubt: ClockDoubt? { isReady ? look?.clockDoubt : nil }

  mutating func take(_ session: inout Session, confirmsClock: Bool = false) -> [Effect] {
    guard isReady, let clerk = session.clerk else { return [] }
    query.confirmsClock = confirmsClock
    let request: Request<RegisterTaken> = session.request()
    pendingTaken = request
    return [.ask(.takeRegister(request, query, by: clerk.id))]
  }

  mutating func receive(_ reply: Reply, _ session: inout Session, now: Instant) -> [Effect] {
    if let offers = reply.resolve(&pendingOffers)?.response {
      self.offers = offers
      window.choose(0, count: offers.count)
      isOfferChosen = false
    }
    if var look = reply.resolve(&pendingLook)?.response {
      // A sheet that cannot be read at all does not tell which others there are.
      if look.sheets.isEmpty, let before = self.look { (look.sheets, look.sheet) = (before.sheets, query.sheet) }
      let row = chosenRow
      self.look = look
      if let remembered = look.remembered { (query.choices, isRemembered) = (remembered, true) }
      // Rows may have come or gone above it, and the next key is meant for the same one.
      window.choose(row.flatMap { rows.firstIndex(of: $0) } ?? window.chosen, count: rows.count)
    }
    if let taken = reply.resolve(&pendingTaken)?.response {
      self.taken = taken
      if let file = taken.rejectsFile {
        look?.sentences.insert(
          session.language.pick("Các dòng để riêng ở \(file)", "The rows kept aside are in \(file)"), at: 0)
        window.choose(rows.firstIndex(of: .sentence(0)) ?? 0, count: rows.count)
      }
      report(taken, &session)
    }
    return []
  }

  private func report(_ taken: RegisterTaken, _ session: inout Session) {
    if let fault = taken.fault {
      session.complain(fault)
      return
    }
    session.say(
      Words(
        "Đã nhập \(taken.imported), cập nhật \(taken.updated), không đổi \(taken.unchanged), để riêng \(taken.rejected).",
        "Imported \(taken.imported), updated \(taken.updated), unchanged \(taken.unchanged), kept aside \(taken.rejected)."
      ))
  }

  // MARK: Keys

  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]? {
    switch step {
    case .file: pressInFile(key, &session)
    case .columns: pressInColumns(key, &session)
    }
  }

  private mutating func pressInFile(_ key: Key, _ session: inout Session) -> [Effect]? {
    switch key {
    case .down, .up:
      window.move(by: key == .down ? 1 : -1, count: offers.count)
      isOfferChosen = !offers.isEmpty
      return []
    case .tab:
      guard offers.indices.contains(window.chosen) else { return [] }
      complete(offers[window.chosen])
      return askOffers(&session)
    case .enter: return openTyped(&session)
    default:
      guard field.press(key) else { return nil }
      // Enter means what is typed now, also before the list has followed.
      isOfferChosen = false
      return askOffers(&session)
    }
  }

  /// Enter means the file in the list if the clerk has chosen one or typed nothing; a folder is entered.
  private mutating func openTyped(_ session: inout Session) -> [Effect] {
    guard isOfferChosen || field.isEmpty, offers.indices.contains(window.chosen) else {
      return field.isEmpty ? [] : open(field.text, &session)
    }
    let offer = offers[window.chosen]
    guard offer.isFolder else { return open(offer.path, &session) }
    complete(offer)
    return askOffers(&session)
  }

  private mutating func complete(_ offer: FileOffer) {
    field.replace(with: offer.path + (offer.isFolder && offer.path.last != "/" ? "/" : ""))
  }

  private mutating func pressInColumns(_ key: Key, _ session: inout Session) -> [Effect]? {
    switch key {
    case .right, .character(" "): return change(by: 1, &session)
    case .left: return change(by: -1, &session)
    case .escape where pendingTaken != nil:
      // Its answer belongs to this file.
      session.complain(reasonNotReady(session.language))
    case .escape:
      // Back to the choice of the file; the next Esc leaves.
      step = .file
      (window, isOfferChosen) = (ListWindow(), false)
      return askOffers(&session)
    default: return window.press(key, count: rows.count) ? [] : nil
    }
    return []
  }

  mutating func paste(_ text: String, _ session: inout Session, now: Instant) -> [Effect]? {
    guard step == .file else { return nil }
    field.insert(text.filter { !$0.isNewline })
    return askOffers(&session)
  }

  // MARK: Changing how the file is understood

  private static let meanings = RegisterColumn.allCases.filter(\.isTakenIn)

  private mutating func change(by step: Int, _ session: inout Session) -> [Effect] {
    guard !isBusy, taken == nil, let row = chosenRow, let look else { return [] }
    switch row {
    case .first, .sentence: return []
    case .sheet:
      let names = look.sheets.map(\.name)
      guard let present = query.sheet ?? look.sheet, !names.isEmpty else { return [] }
      // The columns of another sheet are others, for which other choices may be kept.
      query = RegisterQuery(path: query.path)
      query.sheet = Self.next(names, after: present, by: step)
      isRemembered = false
      return ask(&session)
    case .remembered: (query.choices, isRemembered) = (RegisterChoices(), false)
    case .agreement(let agreement):
      query.agreement.formSymmetricDifference(agreement)
      return []
    case .column(let place):
      let options: [RegisterColumn?] = [nil] + Self.meanings
      let letter = RegisterChoices.letters(of: place).lowercased()
      // What was chosen here may have gone to another column of the same meaning.
      let present: RegisterColumn? =
        switch query.choices.columns[letter] {
        case .meaning(let meaning): meaning
        case .ignored: nil
        case nil: look.understanding?.columns[place].meaning.flatMap { $0.isTakenIn ? $0 : nil }
        }
      let next = Self.next(options, after: present, by: step)
      // The column's letter is certain; two columns can have the same heading.
      query.choices.columns[letter] = next.map { .meaning($0) } ?? .ignored
    case .status(let word):
      let (known, key) = (knownStatus(word), word.folded)
      // A word that is not known may stay without a status; one that is known has its own when none is chosen.
      let options: [DossierStatus?] = (known == nil ? [nil] : []) + DossierStatus.allCases
      let next = Self.next(options, after: query.choices.statuses[key] ?? known, by: step)
      query.choices.statuses[key] = next == known ? nil : next
    case .dateOrder:
      query.choices.dateOrder = Self.next([nil] + DateOrder.allCases, after: query.choices.dateOrder, by: step)
    case .encoding:
      query.choices.encoding = Self.next([nil] + TextEncoding.allCases, after: query.choices.encoding, by: step)
    }
    query.usesRemembered = false
    return ask(&session)
  }

  private static func next<Value: Equatable>(_ values: [Value], after value: Value, by step: Int) -> Value {
    let place = values.firstIndex(of: value) ?? 0
    return values[(place + step + values.count) % values.count]
  }
}
