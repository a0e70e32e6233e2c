import DossierDomain
import OfficeWork
import Terminal

extension ReceiveState {
  mutating func press(_ key: Key, _ session: inout Session, now: Instant) -> [Effect]? {
    let isNewDay = today.map { $0 != now.civilDate } ?? false
    look(at: session, now)
    guard issued == nil else { return nil }
    if let asked = question {
      // What is missing and due may be something else today.
      return isNewDay ? goBack(to: nil, &session) : press(key, in: asked, &session, now)
    }
    // A sent form must not change; the ways out and the command keys still work.
    if pending != nil, isEditing(key) { return [] }
    if key == .escape || key == .function(10) {
      keepDraft(&session)
      return nil
    }
    // A form that is being corrected is not issued by an answer that comes late.
    known.issue = nil
    // Another key shows that the next one that issues is no repetition.
    if isEditing(key) { known.waitsUntil = nil }
    if countPaper(key) { return [] }
    let (left, before) = (form.focus, text(form.focus))
    writtenName = nil
    if !form.answersAdvance(key) { clearProposedBirth(before: key) }
    let effects = follow(form.pressOnPage(key, fields, session, now), session, now)
    // While the day is being typed it is many days.
    if form.focus != "blank-time" { takeVersionOfDay(&session) }
    if left != form.focus { noteCapitals(of: left, before: before) }
    return effects.map { $0 + leave(left, &session, now) + askSentBack(&session, now) }
  }

  /// What is wrong with these is told when the cursor leaves them: at the end the papers and the fee would be asked for first.
  private static let toldWhenLeft: Set<Field.ID> = [
    "blank-code", "blank-time", "blank-reason", "days", "number", "birth", "other-code",
  ]

  /// The cursor has left a field.
  private mutating func leave(_ field: Field.ID, _ session: inout Session, _ now: Instant) -> [Effect] {
    guard field != form.focus else { return [] }
    if Self.toldWhenLeft.contains(field), !text(field).isEmpty,
      let problem = problems(session.language, now: now).first(where: { $0.field == field })
    {
      session.complain(problem.sentence)
    }
    if field == "blank-code" { return askBlank(&session) }
    if field == "applicant" {
      forgetAnotherApplicant()
      return askWhoComes(&session)
    }
    guard ["owner", "number"].contains(field) else { return [] }
    if field == "number" { fillFromNumber() }
    return askWhoItIs(&session)
  }

  private mutating func press(
    _ key: Key, in asked: ReceptionQuestion, _ session: inout Session, _ now: Instant
  ) -> [Effect]? {
    switch asked {
    case .papers(let papers):
      switch papers.press(key, now: now) {
      case .unused: return nil
      case .waiting: return []
      case .back: return goBack(to: unmarkedPapers.first?.id, &session)
      case .rest:
        question = nil
        return issue(.rest(items: []), &session, now)
      case .answered(.missing): accepted = papers.missing
      case .answered(let form): for field in unmarkedPapers { self.form.set(field, String(form.rawValue)) }
      }
      question = nil
      return issue(papers.issuing, &session, now)
    case .fee(var fee):
      let change = fee.press(key, session.language, now: now)
      question = .fee(fee)
      switch change {
      case .unused: return nil
      case .changed: return []
      case .back: return goBack(to: nil, &session)
      case .answered(let money):
        question = nil
        self.money = money
        return issue(fee.issuing, &session, now)
      }
    case .wayOut(let asked): return press(key, in: asked, &session, now)
    }
  }

  mutating func goBack(to field: Field.ID?, _ session: inout Session) -> [Effect] {
    question = nil
    if let field { form.go(to: field) }
    session.say(Words("Chưa cấp mã. Mẫu còn nguyên.", "No code was issued. The form is as it was."))
    return []
  }

  /// Updates the rest of the screen after a key changed the form; nil if the key did nothing.
  private mutating func follow(_ change: Form.Change, _ session: Session, _ now: Instant) -> [Effect]? {
    switch change {
    case .unused: return nil
    case .moved: break
    case .edited("search") where text("search") != procedure?.name:
      procedure = nil
      form.clear("form")
      form.clear(PaperCounts.fieldName)
    case .edited(let id) where id.name == "form": forgetCounts(of: id)
    case .edited("office") where text("office") != decidingUnit?.fullName: decidingUnit = nil
    // A blank typed after a chosen suggestion asks for no new suggestions.
    case .edited(let id): form.dropOffer(id)
    case .chosen("search", let suggestion):
      session.office.catalogue.version(of: suggestion.value, on: now.civilDate).map { choose($0) }
    case .chosen(_, let suggestion):
      AdministrativeUnits.quangTri.unit(code: suggestion.value, era: .twoLevels).map { choose($0) }
    }
    return []
  }

  private func isEditing(_ key: Key) -> Bool {
    switch key {
    case .escape, .function, .controlEnter, .pageUp, .pageDown, .alt: false
    default: true
    }
  }

  /// The contents are kept as a draft for N, so that leaving the form loses nothing.
  func keepDraft(_ session: inout Session) {
    guard !isEmpty, issued == nil else { return }
    session.promptDrafts[draftName ?? session.freeReceptionDraft] = contents
    session.say(
      wantsBlank
        ? Words(
          "Đã giữ nháp. Quét lại phiếu, hoặc bấm N ở danh sách hồ sơ để làm tiếp.",
          "Draft kept. Scan the blank again, or press N in the list of dossiers.")
        : Words("Đã giữ nháp. Bấm N để làm tiếp.", "Draft kept. N goes on with it."))
  }

  mutating func paste(_ text: String, _ session: inout Session, now: Instant) -> [Effect]? {
    guard issued == nil else { return nil }
    if case .wayOut(var asked) = question {
      asked.insert(text, session, now: now)
      keep(asked)
      question = .wayOut(asked)
      return []
    }
    if pending != nil || question != nil { return [] }
    look(at: session, now)
    known.issue = nil
    let effects = follow(form.pasteOnPage(text, fields, session, now), session, now)
    if form.focus != "blank-time" { takeVersionOfDay(&session) }
    return effects
  }

  /// Issues the code, or asks first whether the person has such a dossier already.
  mutating func issue(_ issuing: Issuing, _ session: inout Session, _ now: Instant) -> [Effect] {
    guard issued == nil, pending == nil, let clerk = session.clerk else { return [] }
    // The form may have been open since yesterday, and the cursor may still be at the name.
    look(at: session, now)
    forgetAnotherApplicant()
    if capitaliseFocusedName(&session, now) { return [] }
    if let problem = problems(against: issuing, session.language, now: now).first {
      form.go(to: problem.field)
      session.complain(problem.sentence)
      return []
    }
    // The day of the paper may have changed by a command that is no key of the form.
    if takeVersionOfDay(&session) { return [] }
    if issuing.isRefusal {
      question = wayOutQuestion(issuing, session, now)
      return question == nil ? issue(issuing, by: clerk, &session) : []
    }
    let contradictions = contradictions(session.language)
    if let first = contradictions.first(where: { !toldContradictions.contains($0.sentence) }) {
      toldContradictions.append(first.sentence)
      known.waitsUntil = now.afterAPause
      form.go(to: first.field)
      session.complain(
        first.sentence
          + session.language.pick(" Bấm lần nữa để vẫn cấp mã.", " Press again to issue a code all the same."))
      return []
    }
    let effects = askWhoItIs(&session)
    if known.pending != nil {
      known.issue = issuing
      return effects
    }
    if let warning = doubleWarning(session.language, now), !known.told.isSuperset(of: doubles(now).map(\.id)) {
      known.told.formUnion(doubles(now).map(\.id))
      known.waitsUntil = now.afterAPause
      session.complain(
        warning + session.language.pick(" Bấm lần nữa để vẫn cấp mã.", " Press again to issue a code all the same."))
      return []
    }
    if let until = known.waitsUntil, now < until {
      known.waitsUntil = now.afterAPause
      return []
    }
    if case .rest = issuing {
      question = wayOutQuestion(issuing, session, now)
      return question == nil ? issue(issuing, by: clerk, &session) : []
    }
    let missing = components.missing.map(\.name)
    if !missing.isEmpty, missing != accepted {
      question = .papers(PapersQuestion(issuing, missing: missing, now: now))
      return []
    }
    if money == nil, let fee {
      question = .fee(FeeQuestion(issuing, due: fee, isPerUnit: isFeeUncounted, now: now))
      return []
    }
    return issue(issuing, by: clerk, &session)
  }

  /// All of it is one act, which one undo takes back.
  private mutating func issue(_ issuing: Issuing, by clerk: Clerk, _ session: inout Session) -> [Effect] {
    let number = session.nextRequest()
    pending = number
    // An open form is no draft, and leaving it now keeps it under the name that the act uses up.
    if let draftName { session.promptDrafts[draftName] = nil }
    draftName = session.freeReceptionDraft
    session.running[number] = RunningAct(
      title: issuing.title, clerk: clerk.id,
      draft: RunningAct.Draft(name: draftName ?? Self.context.name, contents: contents))
    var reception = reception
    reception.isRefused = issuing.isRefusal
    wayOut = issuing
    if issuing.isRefusal { money = nil }
    var commands: [DossierCommand] = [.receive(reception)]
    if isBesideAnotherSystem, let code = try? Reading<String>.otherCode.read(text("other-code")) {
      commands.append(.addCode(DossierCode(code, origin: .imported)))
    }
    if case .paid(let amount, let method) = money { commands.append(.recordPayment(amount: amount, method: method)) }
    commands += issuing.commands(of: reception, result: procedure?.name ?? "")
    guard let replaced else { return [.act(.receive(number, commands, by: clerk.id))] }
    return [.act(.replace(number, replaced.id, commands, by: clerk.id))]
  }

  mutating func receive(_ end: ActEnd, of act: RequestNumber, _ session: inout Session) {
    guard act == pending else { return }
    pending = nil
    if case .failed = end { money = nil }
    switch end {
    case .performed(let outcomes):
      guard case .done(let row, _) = outcomes.first else {
        money = nil
        return
      }
      issued = row
      let contained = outcome?.parts ?? []
      parts = contained.isEmpty ? parts.filter { $0 != row.procedureCode } : contained
      draftName = nil
      for id in Self.offeredAgain where !text(id).isEmpty { session.lastTyped[id] = text(id) }
      session.say(
        row.status == .refused
          ? Words("Đã từ chối, mã \(row.code.short). U hoàn tác.", "Refused, code \(row.code.short). U undoes it.")
          : Words("Đã tiếp nhận \(row.code.short). U hoàn tác.", "Received \(row.code.short). U undoes it."))
    case .numbersRead, .paperIssued, .blanksNumbered, .failed: break
    }
  }

  mutating func hear(_ news: News, _ session: inout Session, now: Instant) -> [Effect] {
    switch news {
    // Nobody needs a code that was undone, so the form is shown again as it was filled in.
    case .undone(.undone(let act)):
      if let issued, act.rows.contains(where: { $0.isVoid && $0.id == issued.id }) {
        self.issued = nil
        money = nil
      }
    case .undone(.nothing), .undone(.denied), .undone(.asks), .performed, .officeChanged, .syncProgress, .synchronised,
      .syncFailed,
      .backup:
      break
    }
    return []
  }

  func notice(_ session: Session, now: Instant) -> String? {
    guard issued == nil, let field = form.focused(fields) else { return nil }
    let language = session.language
    // While she is choosing the procedure, nothing is wrong yet.
    if !form.trimmed(field).isEmpty, field.id != "search" || procedure != nil,
      let problem = problems(language, now: now).first(where: { $0.field == field.id })
    {
      return problem.sentence
    }
    if ReceptionField.identity.contains(field.id), !mismatches.isEmpty { return warnings(language) }
    if isAtApplicant, let line = knownApplicant.line(language) { return line }
    if let before = typedBefore(session) { return "^B: \(before)" }
    if let addableForms { return addableForms(language) }
    if let line = knownLine(language) ?? capitalsLine(language) { return line }
    return field.hint?(language) ?? (field.id == fields.last?.id ? ReceptionField.endHint(language) : nil)
  }
}
