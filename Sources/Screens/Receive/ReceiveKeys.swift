import DossierDomain
import OfficeWork
import Terminal

extension ReceiveState {
  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]? {
    guard issued == nil else { return nil }
    // What has been sent stays as it was sent; the ways out and the keys of commands are no part of it.
    if pending != nil, isEditing(key) { return [] }
    if focus == .procedure, !hits.isEmpty, let handled = pressInHits(key, &session) { return handled }
    if focus == .office, !unitHits.isEmpty, let handled = pressInUnits(key) { return handled }
    switch key {
    case .tab, .down: move(1)
    case .backTab, .up: move(-1)
    case .enter: move(1)
    case .escape, .function(10):
      keepDraft(&session)
      return nil
    case .function, .controlEnter, .pageUp, .pageDown, .alt: return nil
    default:
      guard pressInField(key, session, now) else { return nil }
    }
    return []
  }

  private func isEditing(_ key: Key) -> Bool {
    switch key {
    case .escape, .function, .controlEnter, .pageUp, .pageDown, .alt: false
    default: true
    }
  }

  /// What is filled in waits for N; nothing is lost by leaving.
  func keepDraft(_ session: inout Session) {
    guard !isEmpty, let place else { return }
    session.promptDrafts[Self.context.name] = Self.draft(place)
    session.say(Words("Đã giữ nháp. Bấm N để làm tiếp.", "Draft kept. N goes on with it."))
  }

  mutating func paste(_ text: String, _ session: inout Session, now: Instant) -> [Effect]? {
    guard issued == nil else { return nil }
    if pending != nil { return [] }
    texts[focus]?.insert(text)
    refreshHits(session, now)
    return []
  }

  private static func draft(_ place: Place) -> [String] { DeskState(screens: [place]).encodedLines }

  private mutating func pressInHits(_ key: Key, _ session: inout Session) -> [Effect]? {
    switch key {
    case .down: hitWindow.move(by: 1, count: hits.count)
    case .up: hitWindow.move(by: -1, count: hits.count)
    case .enter, .tab:
      guard hits.indices.contains(hitWindow.chosen) else { return nil }
      choose(hits[hitWindow.chosen].version)
    default: return nil
    }
    return []
  }

  private mutating func pressInUnits(_ key: Key) -> [Effect]? {
    switch key {
    case .down: hitWindow.move(by: 1, count: unitHits.count)
    case .up: hitWindow.move(by: -1, count: unitHits.count)
    case .enter, .tab:
      guard unitHits.indices.contains(hitWindow.chosen) else { return nil }
      choose(unitHits[hitWindow.chosen])
    default: return nil
    }
    return []
  }

  /// False when the field has no use for the key.
  private mutating func pressInField(_ key: Key, _ session: Session, _ now: Instant) -> Bool {
    switch focus {
    case .sex:
      let order: [Sex?] = [nil, .male, .female, .undetermined]
      guard let step = step(of: key) else { return false }
      sex = order[((order.firstIndex(of: sex) ?? 0) + step + order.count) % order.count]
    case .delivery:
      guard let step = step(of: key) else { return false }
      let order = ResultDelivery.allCases
      delivery = order[((order.firstIndex(of: delivery) ?? 0) + step + order.count) % order.count]
    case .component(let index):
      guard components.indices.contains(index) else { return false }
      let order: [Component.Form] = [.missing, .original, .certifiedCopy, .photocopy, .electronic, .notApplicable]
      if case .character(let digit) = key, let number = digit.wholeNumberValue, order.indices.contains(number) {
        components[index].form = order[number]
      } else {
        guard let step = step(of: key) else { return false }
        components[index].form =
          order[((order.firstIndex(of: components[index].form) ?? 0) + step + order.count) % order.count]
      }
    default:
      guard texts[focus]?.press(key) == true else { return false }
      refreshHits(session, now)
    }
    return true
  }

  /// Space and the arrows go through the choices of a field.
  private func step(of key: Key) -> Int? {
    switch key {
    case .character(" "), .right: 1
    case .left: -1
    default: nil
    }
  }

  private mutating func refreshHits(_ session: Session, _ now: Instant) {
    if focus == .office { return refreshUnits() }
    guard focus == .procedure else { return }
    let typed = text(.procedure)
    if typed == procedure?.name { return }
    procedure = nil
    components = []
    hits = session.office.catalogue.find(typed, on: now.civilDate, limit: 20)
    hitWindow = ListWindow()
  }

  /// Units that exist now: a former one cannot decide any more.
  private mutating func refreshUnits() {
    let typed = text(.office)
    if typed == decidingUnit?.fullName { return }
    decidingUnit = nil
    unitHits = AdministrativeUnits.quangTri.find(typed, limit: 40).filter { $0.era == .twoLevels }
    hitWindow = ListWindow()
  }

  private mutating func move(_ steps: Int) {
    let order = fields
    let index = order.firstIndex(of: focus) ?? 0
    focus = order[min(max(0, index + steps), order.count - 1)]
  }

  /// Issues the code; with `atOnce` the result is given and handed back in the same act.
  mutating func issue(_ session: inout Session, atOnce: Bool) -> [Effect] {
    guard issued == nil, pending == nil, let clerk = session.clerk else { return [] }
    if let problem = problems(session.language).first {
      focus = problem.field
      session.complain(problem.sentence)
      return []
    }
    let number = session.nextRequest()
    pending = number
    session.running[number] = RunningAct(
      title: Words("Tiếp nhận", "Received"), clerk: clerk.id,
      draft: place.map { RunningAct.Draft(name: Self.context.name, answers: Self.draft($0)) })
    var commands: [DossierCommand] = [.receive(form)]
    if atOnce {
      let recipient = form.applicant?.name ?? form.owner.name
      commands.append(.complete(DossierResult(approved: true, title: procedure?.name ?? "")))
      commands.append(.handBack(recipient: recipient, delivery: .atDesk))
    }
    return [.act(.receive(number, commands, by: clerk.id))]
  }

  mutating func take(_ end: ActEnd, of act: RequestNumber, _ session: inout Session) {
    guard act == pending else { return }
    pending = nil
    switch end {
    case .performed(let outcomes):
      guard case .done(let row, _) = outcomes.first else { return }
      issued = row
      session.say(Words("Đã tiếp nhận \(row.code.short). U hoàn tác.", "Received \(row.code.short). U undoes it."))
    case .failed: break
    }
  }

  mutating func hear(_ news: News, _ session: inout Session, now: Instant) -> [Effect] {
    switch news {
    // A code that was taken back is read out to nobody: the form is there again as it was filled in.
    case .undone(.undone(let rows, _, _)):
      if let issued, rows.contains(where: { $0.isVoid && $0.id == issued.id }) { self.issued = nil }
    case .undone(.nothing), .undone(.denied), .performed, .officeChanged, .syncProgress, .synchronised, .syncFailed,
      .backup:
      break
    }
    return []
  }

  private static let howToChoose = Words("Space hoặc ◀▶ để chọn.", "Space or ◀▶ to choose.")

  private func problem(at field: Field, _ language: Language) -> String? {
    problems(language).first { $0.field == field && !text(field).isEmpty }?.sentence
  }

  func notice(_ session: Session, now: Instant) -> String? {
    guard issued == nil else { return nil }
    let language = session.language
    switch focus {
    case .component:
      return language.pick(
        "Space hoặc 1–5: bản chính, chứng thực, photo, điện tử, không cần · 0 thiếu",
        "Space or 1–5: original, certified, copy, electronic, not needed · 0 missing")
    case .number, .birth, .sex:
      if let problem = problem(at: focus, language) { return problem }
      if !mismatches.isEmpty { return warnings(language) }
      return focus == .sex ? Self.howToChoose(language) : nil
    case .delivery: return Self.howToChoose(language)
    case .summary: return language.pick("Xong thì bấm F2 để cấp mã.", "When all is filled in, F2 issues the code.")
    default: return problem(at: focus, language)
    }
  }
}
