import DossierDomain
import OfficeWork
import VietnameseText

@testable import Screens

/// A store in memory for tests of screens. It decides and folds by the domain's own rules.
struct MemoryOffice {
  var snapshot: OfficeSnapshot
  var pins: [ClerkID: String] = [:]
  /// Acts that were sent after their PIN was entered.
  private(set) var confirmedActs: [ActEffect] = []
  /// Why a right PIN has to be changed. With `chosenByOthers` every PIN has to be changed until one has been.
  var reasonToChange = PINChangeReason.tooShort
  var entries: [DossierID: [RecordedAction]] = [:]
  var seats: [ClerkID: [UInt8]] = [:]
  /// The status for the Sync screen.
  var status = SyncStatus()
  /// The delivery of entries that have left this desk.
  var deliveries: [EntryReference: EntryDelivery] = [:]
  /// Dossiers that came folded from the province, followed by those whose history was asked for.
  var folded: Set<DossierID> = []
  private(set) var historiesWanted: Set<DossierID> = []
  /// The readings of full numbers that were recorded.
  private(set) var readings: [NumberReadingRecord] = []
  /// Decisions about the office, in the order in which they arrived.
  private(set) var officeActions: [OfficeAction] = []
  /// The time with which the clock is compared; nil asks no question.
  var lastEntryAt: Instant?
  /// The last known number of today, if the one on paper has to be asked for; nil asks no question.
  var lastNumberRecorded: Int?
  private(set) var lastNumbersEntered: [Int] = []
  /// The calendar of which the head of desk was told.
  private(set) var calendarSeen: String?
  /// What decisions changed of the procedures, the newest first, and what each changed.
  var procedureNews: [(item: ProcedureNews.Item, difference: ProcedureDifference)] = []
  /// How far each clerk has looked.
  private(set) var proceduresSeen: [ClerkID: ProcedureNews.Mark] = [:]
  var registers = MemoryRegisters()
  var papers = MemoryPapers()
  /// Blank receipts of the desk, and the times in which it recorded nothing.
  var blanks: [BlankReceipt] = []
  /// Those that no printer has got, and what it has got.
  var blanksToPrint: [DossierCode] = []
  var blanksPrinted: [DossierCode] = []
  /// Those of other machines, by their codes.
  var blanksElsewhere: [String: FoundBlank] = [:]
  var silences: [ClosedRange<Instant>] = []
  /// The dossier in whose place one is received just now.
  private var replaced: Dossier?
  var hasBackup = false
  /// Seats are stored with acts only, as if the power failed within the second for which typing is held back.
  var keepsWithActsOnly = false
  private var sequence: Int64 = 0
  var nextNumber = 1
  /// The open certification book of the desk.
  var openVolume: OpenVolume?
  private var groups: UInt64 = 0
  private static let epoch = DeviceEpoch(high: 7, low: 7)

  init(snapshot: OfficeSnapshot) {
    self.snapshot = snapshot
  }

  func dossier(_ id: DossierID) -> Dossier? { entries[id].flatMap { Dossier.fold(id: id, entries: $0) } }

  // MARK: Answering

  /// Nil for effects that a driver has to handle: the program itself, an exchange, a backup.
  mutating func answer(_ effect: Effect, now: Instant) -> Answer? {
    switch effect {
    case .ask(let effect): answer(effect)
    case .act(let effect, let seat, let isConfirmed): perform(effect, leaving: seat, isConfirmed, now)
    case .signIn(.check(let clerk, let secret)): .signIn(signIn(clerk, secret, now))
    case .signIn(.setPIN(let clerk, let secret, let old)): .signIn(setPIN(clerk, secret, old, now))
    case .signIn(.confirm(let clerk, let secret)): .confirmed(confirm(clerk, secret, now))
    case .keep(.seat(let clerk, let state)): keep(state, clerk)
    case .keep(.lastNumber(let last, _)): enter(last)
    case .keep(.appointmentsSeen(let hash)): see(hash)
    case .keep(.proceduresSeen(let mark, let clerk)): see(mark, clerk)
    case .device(let effect): answer(effect, now)
    case .exchange(.wantHistory(let request, let id, _)): request.answer(wantHistory(id))
    case .program, .exchange(.start), .exchange(.cancel), .signIn(.leave), .keep(.backup): nil
    }
  }

  private mutating func answer(_ effect: AskEffect) -> Answer? {
    switch effect {
    case .office: .office(snapshot)
    case .page(let request, let query, _): request.answer(page(query))
    case .counts(let request, let viewer, let end, let absent): request.answer(counts(viewer, end, absent))
    case .card(let request, let id, _), .preview(let request, let id, _): request.answer(card(id))
    case .search(let request, let query): request.answer(search(query))
    case .person: nil
    case .known(let request, let query):
      request.answer(
        KnownPerson.persons(
          query,
          among: rows(query.viewer).reversed().compactMap { row in dossier(row.id).map { (dossier: $0, row: row) } }))
    case .favourites(let request, let start): request.answer(favourites(since: start))
    case .sentBack(let request, let query):
      request.answer(
        entries.keys.compactMap { dossier($0) }.filter { $0.procedure.code == query.procedure && !$0.isVoid }
          .reduce(into: SentBack(query.papers)) {
            $0.add($1.supplementRequests, since: query.since.instant(atMinute: 0))
          })
    case .findByCode(let request, let text, let viewer):
      request.answer(rows(viewer).filter { $0.code.text.hasSuffix(text) }.reversed())
    case .rows(let request, let ids, let viewer):
      request.answer(ids.compactMap { row($0, viewer) })
    case .undoable(let request, let viewer):
      request.answer(
        acts(of: viewer.clerk).prefix(AskEffect.mostUndoable).compactMap { undoable($0, viewer) })
    case .dayEnd(let request, let viewer, let now): request.answer(dayEnd(now, viewer))
    case .syncStatus(let request, _): request.answer(status)
    case .outbox(let request, let query): request.answer(outbox(query))
    case .files(let request, let typed): request.answer(registers.offers(typed))
    case .registerLook(let request, let query): request.answer(registers.look(query, snapshot.office, .vi))
    case .takeRegister(let request, let query, _): request.answer(registers.take(query, snapshot.office, .vi))
    case .blanks(let request, let viewer): request.answer(drawer(viewer))
    case .blank(let request, let code): request.answer(blank(code))
    case .calls(let request, let query): request.answer(calls(query))
    case .strandedAppointments(let request, let date, let viewer):
      request.answer(rows(viewer).filter { isStranded($0, from: date) })
    case .movedAppointments(let request, let clerk, let now, _): request.answer(movedAppointments(clerk, now))
    case .procedureNews(let request, let clerk, let now, let limit): request.answer(procedureNews(clerk, now, limit))
    case .procedureDifference(let request, let item):
      request.answer(
        procedureNews.first { ($0.item.code, $0.item.event) == (item.code, item.event) }?.difference
          ?? ProcedureDifference())
    case .firstSteps(let request, let founding):
      request.answer(
        FirstSteps(
          hasImported: entries.keys.contains { dossier($0)?.receivedAt.map { $0 < founding } ?? false },
          hasBackup: hasBackup))
    case .procedures: nil
    case .seat(let clerk): .seatState(clerk, seats[clerk].flatMap(SeatState.init(encoded:)))
    }
  }

  private mutating func perform(
    _ effect: ActEffect, leaving seat: SeatState?, _ isConfirmed: Bool, _ now: Instant
  ) -> Answer {
    let answer = perform(effect, now)
    if isConfirmed { confirmedActs.append(effect) }
    if let seat, answer.hasRecorded { seats[effect.clerk] = seat.encoded }
    return answer
  }

  private mutating func perform(_ effect: ActEffect, _ now: Instant) -> Answer {
    switch effect {
    case .perform(let number, let acts, let clerk): .performed(number, perform(acts, clerk, now))
    case .receive(let number, let commands, let clerk): .performed(number, [receive(commands, clerk, now)])
    case .replace(let number, let old, let commands, let clerk):
      .performed(number, replace(old, commands, clerk, now))
    case .digitise(let number, let id, let component, let path, let clerk):
      path.hasSuffix("mất.pdf")
        ? .failed(number, .other("không có tệp \(path)"))
        : .performed(
          number, [perform(Act(dossier: id, commands: [.digitise(number: component, blobHash: "ab")]), clerk, now)])
    case .performOffice(let number, let action, let clerk): .officeChanged(number, apply(action, clerk, now))
    case .reassignAll(let number, let from, let to, let clerk): .performed(number, reassign(from, to, clerk, now))
    case .readNumbers(let number, let id, let purpose, let clerk): read(id, purpose, clerk, number)
    case .issuePaper(let number, let id, let paper, let viewer): issue(number, id, paper, viewer, now)
    case .printBlanks(let number, let count, let clerk): printBlanks(number, count, clerk, now)
    case .strikeBlanks(let number, let codes, let reason, _): strikeBlanks(number, codes, reason)
    case .undo(let number, let scope, let clerk): .undone(number, undo(scope, clerk, now))
    }
  }

  struct NumberReadingRecord: Equatable {
    var dossier: DossierID
    var purpose: String
    var clerk: ClerkID
  }

  private mutating func read(_ id: DossierID, _ purpose: String, _ clerk: ClerkID, _ number: RequestNumber) -> Answer {
    readings.append(NumberReadingRecord(dossier: id, purpose: purpose, clerk: clerk))
    return .numbersRead(number, id)
  }

  private mutating func keep(_ state: SeatState, _ clerk: ClerkID) -> Answer? {
    if !keepsWithActsOnly { seats[clerk] = state.encoded }
    return nil
  }

  private mutating func enter(_ last: Int) -> Answer? {
    lastNumbersEntered.append(last)
    lastNumberRecorded = nil
    nextNumber = last + 1
    return nil
  }

  private func signIn(_ id: ClerkID, _ secret: String, _ now: Instant) -> SignInOutcome {
    guard let clerk = snapshot.clerks.first(where: { $0.id == id }) else {
      return .wrong(triesSoFar: 1, waitUntil: nil)
    }
    guard snapshot.office.requiresPIN else { return .accepted(clerk) }
    guard let pin = pins[id] else { return .needsNewPIN(clerk) }
    guard pin == secret else {
      return .wrong(triesSoFar: 3, waitUntil: Instant(milliseconds: now.milliseconds + 5000))
    }
    return isAcceptable(secret) ? .accepted(clerk) : .mustChangePIN(clerk, reasonToChange)
  }

  /// The store's rule, in the detail that screens need.
  private func isAcceptable(_ secret: String) -> Bool { secret.count >= 6 && reasonToChange == .tooShort }

  private func confirm(_ id: ClerkID, _ secret: String, _ now: Instant) -> ConfirmOutcome {
    pins[id] == secret
      ? .right : .wrong(triesSoFar: 3, waitUntil: Instant(milliseconds: now.milliseconds + 5000))
  }

  private mutating func setPIN(_ id: ClerkID, _ secret: String, _ old: String?, _ now: Instant) -> SignInOutcome {
    guard secret.count >= 6 else { return .pinTooWeak }
    guard pins[id] == old else { return .wrong(triesSoFar: 1, waitUntil: nil) }
    pins[id] = secret
    snapshot.clerksWithoutPIN.remove(id)
    reasonToChange = .tooShort
    return signIn(id, secret, now)
  }

  // MARK: Writing

  /// One act for all dossiers, with the same group.
  private mutating func perform(_ acts: [Act], _ clerk: ClerkID, _ now: Instant) -> [ActOutcome] {
    let doubt = ClockDoubt(now: now, lastEntryAt: lastEntryAt, calendar: snapshot.calendar)
    if acts.count >= Act.many, let doubt { return acts.map { .denied($0.dossier, .clockDoubtful(doubt)) } }
    groups += 1
    let group = groups
    return acts.map { perform($0, clerk, now, group: group) }
  }

  mutating func perform(_ act: Act, _ clerkID: ClerkID, _ now: Instant, group: UInt64? = nil) -> ActOutcome {
    guard let clerk = snapshot.clerks.first(where: { $0.id == clerkID }) else {
      return .denied(act.dossier, .dossierUnknown)
    }
    var history = entries[act.dossier] ?? []
    var references: [EntryReference] = []
    if group == nil { groups += 1 }
    let group = group ?? groups
    for command in act.commands {
      do throws(Denial) {
        let action = try decide(
          command, on: Dossier.fold(id: act.dossier, entries: history), context: context(clerk, now), history: history)
        if command.issuesCode, let recorded = lastNumberRecorded { throw Denial.lastNumberUnknown(recorded: recorded) }
        sequence += 1
        let reference = EntryReference(epoch: Self.epoch, sequence: sequence)
        references.append(reference)
        if case .receive = command { nextNumber += 1 }
        if let numbering = action.numbering { openVolume?.lastNumber = numbering.last }
        history.append(
          RecordedAction(
            reference: reference, clerk: clerkID, at: now, group: GroupID(high: 0, low: group), action: action))
      } catch {
        return .denied(act.dossier, error)
      }
    }
    entries[act.dossier] = history
    guard var row = row(act.dossier, Viewer(clerk)) else { return .denied(act.dossier, .dossierUnknown) }
    row.numbering = history.suffix(references.count).compactMap(\.action.numbering).last
    return .done(row: row, entries: references)
  }

  /// Creates the dossier's id, as the store does; here it is a running number.
  private mutating func receive(_ commands: [DossierCommand], _ clerk: ClerkID, _ now: Instant) -> ActOutcome {
    perform(Act(dossier: DossierID(high: 200, low: UInt64(entries.count)), commands: commands), clerk, now)
  }

  /// Both or neither, as in the store.
  private mutating func replace(
    _ old: DossierID, _ commands: [DossierCommand], _ clerk: ClerkID, _ now: Instant
  ) -> [ActOutcome] {
    guard let former = dossier(old) else { return [.denied(old, .dossierUnknown)] }
    let before = self
    groups += 1
    let (group, new, code) = (groups, DossierID(high: 200, low: UInt64(entries.count)), former.code)
    let isOnSameBlank = former.onBlank != nil && commands.contains { $0.blankCode == code.text }
    let note = isOnSameBlank ? Replacement.note(onSameBlank: code) : Replacement.note(replacing: code)
    replaced = former
    let received = perform(Act(dossier: new, commands: commands + [.note(note)]), clerk, now, group: group)
    replaced = nil
    guard case .done(let row, _) = received else { return [received] }
    let reason =
      isOnSameBlank ? Replacement.reason(onSameBlank: code) : Replacement.reason(replacedBy: row.code)
    let voided = perform(Act(dossier: old, commands: [.void(reason: reason)]), clerk, now, group: group)
    guard case .denied(_, let denial) = voided else { return [received, voided] }
    self = before
    return [.denied(new, denial)]
  }

  private mutating func apply(_ action: OfficeAction, _ clerk: ClerkID, _ now: Instant) -> OfficeSnapshot {
    officeActions.append(action)
    switch action {
    case .setAbsence(let absence): snapshot.absences.append(absence)
    case .clearAbsence(let clerk, let from): snapshot.absences.removeAll { $0.clerk == clerk && $0.from == from }
    case .confirmClock: lastEntryAt = now
    case .setOpeningWeek(let week):
      snapshot.decidedHours = OpeningHours(week: week.days, special: snapshot.openingHours.special)
    case .setOpeningDay(let day):
      var hours = snapshot.openingHours
      hours.special[day.date] = day.day.map { OpeningHours.SpecialDay($0, reason: day.reason) }
      snapshot.decidedHours = hours
    default: break
    }
    return snapshot
  }

  /// One act for all dossiers, with the same group.
  private mutating func reassign(_ from: ClerkID, _ to: ClerkID, _ clerk: ClerkID, _ now: Instant) -> [ActOutcome] {
    let ids = entries.keys.sorted().filter { id in
      dossier(id).map { $0.assignee == from && !$0.status.isFinal && !$0.isVoid } ?? false
    }
    return perform(ids.map { Act(dossier: $0, commands: [.assign(to: to)]) }, clerk, now)
  }

  private typealias Undoable = [(dossier: DossierID, entry: RecordedAction)]

  /// The clerk's acts that were not undone, the last one first.
  private func acts(of clerk: ClerkID) -> [Undoable] {
    let all = entries.flatMap { id, history in history.map { (dossier: id, entry: $0) } }
    let undone = Set(all.compactMap { if case .undo(let reference) = $0.entry.action { reference } else { nil } })
    let mine = all.filter { _, entry in
      if entry.action.rule.undoing == .leftOut { return false }
      return entry.clerk == clerk && !undone.contains(entry.reference)
    }
    return Dictionary(grouping: mine) { $0.entry.group }.values
      .map { $0.sorted { $0.entry.reference < $1.entry.reference } }
      .sorted { ($0.last?.entry.reference.sequence ?? 0) > ($1.last?.entry.reference.sequence ?? 0) }
  }

  private func undoable(_ act: Undoable, _ viewer: Viewer) -> UndoableAct? {
    guard let last = act.last?.entry else { return nil }
    let ids = Set(act.map(\.dossier)).sorted()
    let reception = act.map(\.entry.action).first { if case .receive = $0 { true } else { false } }
    return UndoableAct(
      reference: last.reference, what: reception ?? last.action, at: last.at, isReception: reception != nil,
      count: ids.count, rows: toldApart(ids.prefix(UndoableAct.mostRows).compactMap { row($0, viewer) }))
  }

  private mutating func undo(_ scope: UndoScope, _ clerk: ClerkID, _ now: Instant) -> UndoOutcome {
    let acts = acts(of: clerk)
    var chosen = acts.first
    switch scope {
    case .last: break
    case .act(let reference): chosen = acts.first { $0.contains { $0.entry.reference == reference } }
    case .expected(let shown):
      if let shown { chosen = acts.first { $0.contains { $0.dossier == shown } } ?? acts.first }
      if let chosen, let asked = undoable(chosen, Viewer(clerk: clerk, seesConfidential: true)),
        asked.count > 1 || asked.isReception || shown.map({ $0 != asked.rows.first?.id }) ?? false
      {
        return .asks(asked)
      }
    }
    guard let chosen, let at = chosen.last?.entry.at else { return .nothing }
    var (rows, actions): ([QueueRow], [[DossierAction]]) = ([], [])
    for id in Set(chosen.map(\.dossier)).sorted() {
      let own = chosen.filter { $0.dossier == id }.map(\.entry)
      switch perform(Act(dossier: id, commands: own.reversed().map { .undo($0.reference) }), clerk, now) {
      case .done(let row, _): rows.append(row)
      case .denied(_, let denial): return .denied(denial)
      }
      actions.append(own.map(\.action))
    }
    return .undone(UndoneAct(rows: rows, actions: actions, at: at))
  }

  private mutating func see(_ mark: ProcedureNews.Mark, _ clerk: ClerkID) -> Answer? {
    proceduresSeen[clerk] = mark
    return nil
  }

  private func procedureNews(_ clerk: ClerkID, _ now: Instant, _ limit: Int) -> ProcedureNews {
    let seen = proceduresSeen[clerk]
    let items = procedureNews.map { pair in
      var item = pair.item
      item.isNew = seen.map { item.at > $0.at } ?? true
      return item
    }
    return ProcedureNews(
      items: Array(items.prefix(limit)), newCount: Set(items.filter(\.isNew).map(\.code)).count,
      since: seen?.at ?? now.civilDate.adding(days: -ProcedureNews.days).instant(atMinute: 0),
      mark: ProcedureNews.Mark(position: 0, at: now))
  }

  private var calendarHash: String { String(snapshot.calendar.canonicalText.hashValue) }

  private mutating func see(_ hash: String) -> Answer? {
    calendarSeen = hash
    return nil
  }

  private func movedAppointments(_ clerk: ClerkID, _ now: Instant) -> MovedAppointments {
    guard let clerk = snapshot.clerks.first(where: { $0.id == clerk }) else { return MovedAppointments() }
    let context = context(clerk, now)
    let moved = entries.keys.sorted().compactMap { id -> MovedAppointment? in
      guard let dossier = dossier(id), let due = dossier.movedDue(context) else { return nil }
      return MovedAppointment(
        row: toldApart([QueueRow(dossier, delivery: .recorded)])[0], newDueAt: due)
    }
    return MovedAppointments(list: moved, calendarHash: calendarHash, isSeen: calendarSeen == calendarHash)
  }

  private func context(_ clerk: Clerk, _ now: Instant) -> DecisionContext {
    var context = DecisionContext(
      now: now, clerk: clerk, office: snapshot.office, absences: snapshot.absences, calendar: snapshot.calendar,
      calendarHash: calendarHash,
      settingsHash: "s",
      nextCode: .office(agency: snapshot.office.agencyCode, date: now.civilDate, number: nextNumber),
      lastEntryAt: lastEntryAt
    ) { code, day in snapshot.catalogue.version(of: code, on: day).map { ($0, "h") } }
    context.colleague = { id in snapshot.clerks.first { $0.id == id } }
    context.dossier = { id in entries[id].flatMap { Dossier.fold(id: id, entries: $0) } }
    context.blank = { [blanks] code in blanks.first { $0.code.text == code } }
    context.silences = silences
    context.replaced = replaced
    context.openVolume =
      openVolume.map { .success($0) } ?? .failure(.book(.notOpen(.copies, year: now.civilDate.year)))
    return context
  }

  // MARK: The province

  /// The portal hands in a request.
  mutating func submitOnline(
    _ id: DossierID, owner: String, at: Instant, procedure: String = "1.004873", hash: String = ""
  ) {
    sequence += 1
    let submission = OnlineSubmission(
      portalCode: DossierCode("G22.99-\(sequence)", origin: .portal),
      procedure: ProcedureReference(
        code: procedure,
        name: snapshot.catalogue.version(of: procedure, on: at.civilDate)?.name ?? procedure, versionHash: hash),
      owner: Person(name: owner), components: [], submittedAt: at, receivingOffice: snapshot.office.id,
      decidingOffice: snapshot.office.id)
    entries[id] = [
      RecordedAction(
        reference: EntryReference(epoch: Self.epoch, sequence: sequence), clerk: ClerkID(high: 0, low: 9), at: at,
        action: .submitOnline(submission))
    ]
  }

  /// Another desk's act gets a place before the dossier's last own entry, which therefore loses.
  mutating func lose(
    _ id: DossierID, to action: DossierAction, by clerk: Clerk, at: Instant, over matter: Matter = .course
  ) {
    guard var history = entries[id], var loser = history.popLast() else { return }
    sequence += 1
    let winner = EntryReference(epoch: DeviceEpoch(high: 8, low: 8), sequence: sequence)
    loser.verdict = .conflicted(with: winner, over: matter)
    deliveries[loser.reference] = .refused
    entries[id] = history + [RecordedAction(reference: winner, clerk: clerk.id, at: at, action: action), loser]
  }

  /// The province keeps back the last entry of the dossier.
  mutating func hold(_ id: DossierID, _ reason: QuarantineReason) {
    guard let last = entries[id]?.indices.last else { return }
    entries[id]?[last].verdict = .quarantined(reason)
    if let reference = entries[id]?[last].reference { deliveries[reference] = .refused }
  }

  private func outbox(_ query: OutboxQuery) -> OutboxPage {
    let all = entries.flatMap { id, history in history.filter { $0.reference.epoch == Self.epoch }.map { (id, $0) } }
      .sorted { $0.1.reference > $1.1.reference }
    let found = all.map { id, entry in outboxRow(id, entry) }.filter { row in
      let present = "\(row.code?.text ?? "") \(row.ownerName ?? "") \(row.action?.wording(.vi) { _ in "" } ?? "")"
      let isFound = query.text.folded.words.allSatisfy { word in present.folded.words.contains { $0.hasPrefix(word) } }
      return isFound && (query.delivery == nil || query.delivery == row.delivery)
        && query.after.map { row.id < $0 } ?? true
    }
    let marks = toldApart(found.compactMap { row in row.dossier.flatMap { self.row($0, query.viewer) } })
    let page = found.prefix(query.limit).map { row in
      var row = row
      row.ownerMark = marks.first { $0.id == row.dossier }?.ownerMark
      return row
    }
    return OutboxPage(rows: page, hasMore: found.count > query.limit)
  }

  private func outboxRow(_ id: DossierID, _ entry: RecordedAction) -> OutboxRow {
    var winner: OutboxRow.Author?
    if case .conflicted(let first, _) = entry.verdict {
      winner = entries[id]?.first { $0.reference == first }.map { OutboxRow.Author(clerk: $0.clerk, at: $0.at) }
    }
    return OutboxRow(
      id: entry.reference, at: entry.at, clerk: entry.clerk, dossier: id, code: dossier(id)?.code, action: entry.action,
      delivery: deliveries[entry.reference] ?? .recorded, verdict: entry.verdict, isConfidential: false,
      ownerName: dossier(id)?.owner.name, winner: winner)
  }

  // MARK: Reading

  private func card(_ id: DossierID) -> DossierCard? {
    dossier(id).map {
      var card = DossierCard(
        dossier: $0, timeline: folded.contains(id) ? [] : entries[id] ?? [], delivery: .recorded,
        isFolded: folded.contains(id), isHistoryWanted: historiesWanted.contains(id))
      let version = snapshot.catalogue.version(of: $0.procedure.code, on: $0.lastChangedAt.civilDate)
      card.steps = version.map($0.steps(by:)) ?? []
      return card
    }
  }

  private mutating func wantHistory(_ id: DossierID) -> DossierCard? {
    historiesWanted.insert(id)
    return card(id)
  }

  func rows(_ viewer: Viewer) -> [QueueRow] { entries.keys.sorted().compactMap { row($0, viewer) } }

  private func row(_ id: DossierID, _ viewer: Viewer) -> QueueRow? {
    guard let dossier = dossier(id) else { return nil }
    let isHidden = dossier.isConfidential && !viewer.seesConfidential && dossier.assignee != viewer.clerk
    let share = dossier.digitisedShare
    let papers = dossier.componentShare
    return QueueRow(
      id: dossier.id, code: dossier.code, ownerName: isHidden ? nil : dossier.owner.name,
      procedureCode: dossier.procedure.code, procedureName: dossier.procedure.name, status: dossier.status,
      step: dossier.step, dueAt: dossier.dueAt, receivedAt: dossier.receivedAt, resolvedAt: dossier.resolvedAt,
      assignee: dossier.assignee, componentsDigitised: share.digitised, componentsCountable: share.countable,
      componentsMissing: papers.needed - papers.present, delivery: .recorded, isConfidential: dossier.isConfidential,
      isVoid: dossier.isVoid, conflicts: dossier.conflicts.count, held: dossier.held.count,
      isHandedOver: dossier.isHandedOver, waitingSince: dossier.waitingSince, stepName: dossier.stepFact?.name,
      stepDueAt: dossier.runningStepDueAt, versionHash: dossier.procedure.versionHash)
  }

  private func search(_ query: SearchQuery) -> SearchResults {
    let found = rows(query.viewer).filter { matches($0, query.text) }
    let people = found.prefix(query.people).compactMap { row -> PersonHit? in
      guard let owner = dossier(row.id)?.owner, TypedText(query.text).match(in: owner.name, isName: true) != nil
      else { return nil }
      return PersonHit(
        name: owner.name, identityNumber: owner.identityNumber, birth: owner.birth, hamlet: owner.hamlet,
        relative: owner.relative, dossierCount: 1, newest: row.id)
    }
    return SearchResults(
      rows: toldApart(Array(found.prefix(query.limit))), hasMore: found.count > query.limit, people: people,
      hasMorePeople: found.count > query.people)
  }

  /// A name is not alone if another row, or another open dossier that everybody may see, has it.
  func toldApart(_ rows: [QueueRow]) -> [QueueRow] {
    let open = entries.keys.compactMap { dossier($0) }.filter { !$0.status.isFinal && !$0.isVoid && !$0.isConfidential }
    return rows.map { row in
      var row = row
      guard let name = row.ownerName else { return row }
      let bearers =
        Set(rows.filter { $0.ownerName == name }.map(\.id)).union(open.filter { $0.owner.name == name }.map(\.id))
      let mark = dossier(row.id).map { PersonMark($0.owner) }
      row.ownerMark = bearers.subtracting([row.id]).isEmpty || mark?.text.isEmpty == true ? nil : mark
      return row
    }
  }

  /// Whether each typed word is the beginning of a word of code, owner or procedure.
  private func matches(_ row: QueueRow, _ text: String) -> Bool {
    let present = "\(row.code.text) \(row.ownerName ?? "") \(row.procedureName)".folded.words
    return text.folded.words.allSatisfy { word in present.contains { $0.hasPrefix(word) } }
  }

  /// Whether the row belongs to the part of the view that one clerk holds.
  private func isHeld(_ row: QueueRow, by holder: ClerkID?, in view: QueueFilter) -> Bool {
    guard let holder else { return true }
    return switch view {
    case .dueToday, .inProgress, .waitingForCitizen, .toHandBack, .needsDecision: row.assignee == holder
    case .newOnline: row.assignee == holder || row.assignee == nil
    case .all: row.assignee == holder && !row.status.isFinal && !row.isVoid
    case .unassigned, .assigned, .ofAbsentClerks, .inConflict, .handedOver, .open: true
    }
  }

  private func belongs(
    _ row: QueueRow, to view: QueueFilter, _ viewer: Viewer, _ end: Instant, _ absent: Set<ClerkID>
  ) -> Bool {
    if row.isVoid { return view == .all }
    return switch view {
    case .open(let work, at: let moment): isOpen(row, work, at: moment)
    case .dueToday: row.status.isRunning && row.dueAt.map { $0 <= end } == true
    case .newOnline: row.status == .registered
    case .inProgress: row.status.isRunning
    case .waitingForCitizen: row.status.isPaused
    case .toHandBack: row.status == .completed
    case .needsDecision: row.status.isRunning && row.step == .decision
    case .all: true
    case .unassigned: row.assignee == nil && !row.status.isFinal
    case .assigned(let clerk): row.assignee == clerk && !row.status.isFinal
    case .ofAbsentClerks: row.assignee.map(absent.contains) == true && !row.status.isFinal
    case .inConflict: row.conflicts + row.held > 0
    case .handedOver: row.isHandedOver && row.assignee == viewer.clerk
    }
  }

  private func page(_ query: QueueQuery) -> QueuePage {
    var found = rows(query.viewer).filter {
      let row = $0
      let isNamed = query.named.contains { row.assignee == $0.clerk && matches(row, $0.rest) }
      return belongs(row, to: query.filter, query.viewer, query.endOfToday, query.absentClerks)
        && (matches(row, query.text) || isNamed) && isHeld(row, by: query.holder, in: query.filter)
        && query.stepLateAt.map(row.isStepLate) ?? true
    }
    switch query.sort {
    case .owner: found.sort { ($0.ownerName ?? "", $0.id) < ($1.ownerName ?? "", $1.id) }
    case .code: found.sort { $0.code.text < $1.code.text }
    default: found.sort { ($0.dueAt?.milliseconds ?? .max, $0.id) < ($1.dueAt?.milliseconds ?? .max, $1.id) }
    }
    if query.descending { found.reverse() }
    func index(_ id: DossierID) -> Int? { found.firstIndex { $0.id == id } }
    let range: Range<Int> =
      switch query.window {
      case .first: 0..<min(query.limit, found.count)
      case .last: max(0, found.count - query.limit)..<found.count
      case .after(let id): index(id).map { $0 + 1..<min($0 + 1 + query.limit, found.count) } ?? 0..<0
      case .before(let id): index(id).map { max(0, $0 - query.limit)..<$0 } ?? 0..<0
      case .around(let id):
        index(id).map { max(0, $0 - query.limit / 2)..<min(found.count, $0 + query.limit / 2) }
          ?? 0..<min(query.limit, found.count)
      }
    return QueuePage(
      rows: toldApart(Array(found[range])), hasBefore: range.lowerBound > 0,
      hasAfter: range.upperBound < found.count,
      matching: query.text.isEmpty && query.stepLateAt == nil && !isCounted(query.filter) ? nil : found.count)
  }

  private func counts(_ viewer: Viewer, _ end: Instant, _ absent: Set<ClerkID>) -> QueueCounts {
    let all = rows(viewer)
    func count(_ view: QueueFilter, by holder: ClerkID? = nil) -> Int {
      all.count { belongs($0, to: view, viewer, end, absent) && isHeld($0, by: holder, in: view) }
    }
    func views(by holder: ClerkID?) -> ViewCounts {
      var counts = ViewCounts()
      counts.dueToday = count(.dueToday, by: holder)
      counts.overdue = all.count { row in
        row.status.isRunning && !row.isVoid && row.dueAt.map { $0 <= end.adding(minutes: -1440) } == true
          && isHeld(row, by: holder, in: .dueToday)
      }
      counts.newOnline = count(.newOnline, by: holder)
      counts.inProgress = count(.inProgress, by: holder)
      counts.waitingForCitizen = count(.waitingForCitizen, by: holder)
      counts.toHandBack = count(.toHandBack, by: holder)
      counts.needsDecision = count(.needsDecision, by: holder)
      counts.all = count(.all, by: holder)
      return counts
    }
    var counts = QueueCounts()
    counts.office = views(by: nil)
    counts.mine = views(by: viewer.clerk)
    counts.handedOver = count(.handedOver)
    counts.unassigned = count(.unassigned)
    counts.ofAbsentClerks = count(.ofAbsentClerks)
    counts.inConflict = count(.inConflict)
    counts.waitingToSend = snapshot.isEnrolled ? status.waiting : nil
    for clerk in snapshot.clerks {
      counts.byClerk[clerk.id] = views(by: clerk.id)
      counts.byClerk[clerk.id]?.all = count(.assigned(clerk.id))
    }
    return counts
  }
}
