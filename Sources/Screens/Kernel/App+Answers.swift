import DossierDomain
import OfficeWork

extension App {
  mutating func receive(_ answer: Answer, _ now: Instant) -> [Effect] {
    var effects: [Effect] = []
    let ended = answer.endedAct
    let endedFor = ended.flatMap { underWay.removeValue(forKey: $0) } ?? session.clerk?.id
    if let question = refusalQuestion(answer) {
      // The screens keep waiting. When the clerk has answered, the same act is sent again or its refusal is passed to
      // the screens.
      dropHeldAct(now)
      if let draft = top.overlay?.openDraft { session.promptDrafts[draft.name] = draft.contents }
      top.overlay = question
      return saveSeat()
    }
    switch answer {
    case .office(let office):
      session.office = office
    case .signIn(let outcome): return tell(.signIn(outcome), now)
    case .confirmed(let outcome): return tell(.confirm(outcome), now)
    case .seatState(let clerk, let state):
      if clerk == session.clerk?.id {
        awaitsSeat = false
        effects += restore(state ?? SeatState(), now)
      }
    case .officeChanged(let number, let office):
      session.office = office
      if let act = session.running.removeValue(forKey: number) {
        forgetDraft(of: act)
        session.say(Words("\(act.title.vi): xong.", "\(act.title.en): done."))
      }
    case .numbersRead(let number, let id):
      if let act = session.running.removeValue(forKey: number) {
        forgetDraft(of: act)
        if act.clerk == session.clerk?.id { session.numbersRead.insert(id) }
      }
    case .paperIssued(let number, let paper, let row):
      session.lastTouched = row.id
      tellIssued(paper, number)
    case .blanksNumbered(let number, let codes): tellNumbered(codes.count, number)
    case .performed(let number, let outcomes):
      refusable[number] = nil
      effects += takeTurns(after: number, outcomes)
      report(number, outcomes)
    case .undone(let number, let outcome):
      report(number, outcome, now)
    case .syncProgress(let progress): session.exchange.progress = progress
    case .synchronised(let summary):
      session.exchange.end(summary, at: now)
      // The exchange may have brought new clerks, settings or absences.
      effects.append(.ask(.office))
    case .syncFailed(let failure):
      session.exchange.end(failure, at: now)
      session.complain(failure.wording(session.language))
    case .backedUp(let status): tell(status)
    case .news(let sentences): session.complain(sentences)
    case .saved(let what):
      session.message = Message(session.language.pick("Đã lưu \(what).", "Saved \(what)."))
    case .failed(let number, let failure): effects += failed(number, failure, now)
    case .reply(let reply):
      tellFailure(of: reply)
      tellCheck(reply)
      effects += takeTurn(reply, now)
    case .backup: break
    }
    defer { session.isPlaceChanged = false }
    effects += hand(answer, now)
    if ended != nil {
      tellWaitingForms(answer)
      if let endedFor { return effects + keepSeat(of: endedFor) }
    }
    return session.isPlaceChanged ? effects + saveSeat() : effects
  }

  private mutating func tell(_ backup: BackupStatus) {
    if let reason = backup.reasonForNone {
      session.complain(reason.wording(session.language))
    } else {
      session.say(Words("Đã sao lưu và đọc lại bản sao.", "Backed up, and the copy was read back."))
    }
  }

  /// The screen that asked prints the paper. If it was closed meanwhile, its clerk has to know that nobody does.
  private mutating func tellIssued(_ paper: PaperIssue, _ number: RequestNumber) {
    let act = session.running.removeValue(forKey: number)
    act.map { forgetDraft(of: $0) }
    guard let act, act.clerk == session.clerk?.id, !isOpen(number.asker) else { return }
    session.complain(
      session.language.pick(
        "Giấy số \(paper.number.text) đã lập, chưa in; in ở F8.",
        "Paper \(paper.number.text) is issued and not printed; print it from F8."))
  }

  /// The same of blank receipts.
  private mutating func tellNumbered(_ count: Int, _ number: RequestNumber) {
    let act = session.running.removeValue(forKey: number)
    act.map { forgetDraft(of: $0) }
    refusable[number] = nil
    guard let act, act.clerk == session.clerk?.id, !isOpen(number.asker) else { return }
    session.complain(
      session.language.pick(
        "\(count) phiếu dự phòng đã có số, chưa in; in ở F8.",
        "\(count) blank receipts have their numbers and are not printed; print them from F8."))
  }

  /// Tells why there is no answer, and what was not printed, unless the screen that asked still can.
  private mutating func tellFailure(of reply: Reply) {
    if let failure = reply.failure { session.complain(failure.wording(session.language)) }
    guard let place = session.printing.firstIndex(where: { $0.number == reply.number }) else { return }
    let request = session.printing.remove(at: place)
    guard !isOpen(request.number.asker), let news = reply.content(for: request)?.response, !news.kept.isEmpty else {
      return
    }
    session.complain(news.wording(session.language))
  }

  private func isOpen(_ id: FrameID) -> Bool { frames.contains { $0.id == id } }

  /// Passes an answer to the screen that asked, and news to every screen.
  private mutating func hand(_ answer: Answer, _ now: Instant) -> [Effect] {
    var effects: [Effect] = []
    if case .reply(let reply) = answer {
      effects += onFrames(where: { $0 == reply.number.asker }) { $0.receive(reply, &$1, now: now) }
      if top.id == reply.number.asker, let next = top.screen.successor {
        effects += next.succeed(in: &self, now)
      }
    }
    if let (number, end) = answer.actEnd {
      effects += onFrames(where: { $0 == number.asker }) { screen, session in
        screen.receive(end, of: number, &session)
        return []
      }
    }
    if let news = answer.tellsAll {
      effects += onFrames(where: { _ in true }) { $0.hear(news, &$1, now: now) }
    }
    return effects
  }

  /// Passes the outcome to the top screen and its overlay, because one of the two sent the secret.
  private mutating func tell(_ outcome: SecretOutcome, _ now: Instant) -> [Effect] {
    let (screen, overlay) = (top.screen, top.overlay)
    let effects = overlay?.receive(outcome, in: &self, now) ?? []
    return effects + screen.receive(outcome, in: &self, now)
  }

  private mutating func onFrames(
    where isMeant: (FrameID) -> Bool, _ body: (inout any PlacedScreen, inout Session) -> [Effect]
  ) -> [Effect] {
    var effects: [Effect] = []
    for index in frames.indices where isMeant(frames[index].id) {
      session.asker = frames[index].id
      var screen = frames[index].screen
      effects += body(&screen, &session)
      frames[index].screen = screen
    }
    session.asker = top.id
    return effects
  }

  private mutating func failed(_ number: RequestNumber?, _ failure: Failure, _ now: Instant) -> [Effect] {
    defer { session.complain(failure.wording(session.language)) }
    if let number {
      session.running[number] = nil
      refusable[number] = nil
      return []
    }
    awaitsSeat = false
    return tell(.failed, now)
  }

  /// The clerk has not answered the question about a refusal, so the refusal goes to the screens.
  /// - Parameter outcomes: empty if the act was denied as a whole.
  mutating func refuse(
    _ number: RequestNumber, _ outcomes: [ActOutcome], because denial: Denial, _ now: Instant
  ) -> [Effect] {
    refusable[number] = nil
    return receive(
      outcomes.isEmpty ? .failed(number, .notPermitted(denial)) : .performed(number, outcomes), now)
  }

  /// The question to ask a clerk whose act was refused until she answers it; nil if the answer is about something else.
  private func refusalQuestion(_ answer: Answer) -> (any RefusalQuestion)? {
    guard let (number, outcomes, denials) = answer.refused, refusable[number] != nil, session.clerk != nil else {
      return nil
    }
    for kind in ScreenCatalogue.standard.refusalQuestions {
      for denial in denials {
        if let question = kind.init(denial, of: number, refused: outcomes) { return question }
      }
    }
    return nil
  }

  private mutating func report(_ number: RequestNumber, _ outcomes: [ActOutcome]) {
    let act = session.running.removeValue(forKey: number)
    var done: [QueueRow] = []
    var denial: Denial?
    var denied = 0
    for outcome in outcomes {
      switch outcome {
      case .done(let row, _): done.append(row)
      case .denied(_, let reason):
        denied += 1
        denial = denial ?? reason
      }
    }
    if !done.isEmpty, let act { forgetDraft(of: act) }
    if !done.isEmpty { session.redo = [] }
    // If the clerk has locked meanwhile, the message would mean nothing to the clerk who is signed in now.
    if let act, act.clerk != session.clerk?.id { return }
    if let last = done.last { session.lastTouched = last.id }
    let language = session.language
    let verb = (act?.title ?? Words("Thao tác", "Action"))(language)
    let what =
      done.count == 1
      ? done.first.map(\.code.short) ?? "" : language.pick("\(done.count) hồ sơ", "\(done.count) dossiers")
    if let denial {
      let reason = denial.wording(language)
      let others = language.pick("\(denied) hồ sơ không làm được: ", "\(denied) refused: ")
      session.complain(
        done.isEmpty
          ? (denied > 1 ? others : "") + reason : language.pick("Xong \(what); ", "Done: \(what); ") + others + reason)
    } else if !done.isEmpty {
      // The screen has not read the dossier again yet.
      let before = done.count == 1 ? done.first.flatMap { top.screen.loaded($0.id) } : nil
      let sentences = act?.commands.compactMap { $0.done(what, done, session, before: before) } ?? []
      let said =
        sentences.isEmpty
        ? language.pick("\(verb): xong \(what).", "\(verb): \(what) done.") : sentences.joined(separator: " ")
      let isFinal = act?.commands.contains { $0.rule.undoing == .never } ?? false
      session.message = Message(said + (isFinal ? "" : language.pick(" U hoàn tác.", " U undoes it.")))
    }
  }
}
