import DossierDomain
import OfficeWork

extension App {
  mutating func take(_ answer: Answer, _ now: Instant) -> [Effect] {
    var effects: [Effect] = []
    let ended = answer.endedAct
    let endedFor = ended.flatMap { underWay.removeValue(forKey: $0) } ?? session.clerk?.id
    if let question = clockQuestion(answer).map(Overlay.clock) ?? lastNumberQuestion(answer).map(Overlay.lastNumber) {
      // The screens go on waiting: the same act is sent again, or its refusal is handed to them, once she has answered.
      dropHeldAct(now)
      if case .prompt(let prompt) = top.overlay { session.promptDrafts[prompt.draftName] = prompt.kept }
      top.overlay = question
      return saveDesk()
    }
    switch answer {
    case .office(let office):
      session.office = office
    case .signIn(.accepted(let clerk)):
      return signedIn(clerk, now)
    case .confirmed(let outcome):
      return confirmed(outcome, now)
    case .deskState(let clerk, let state):
      if clerk == session.clerk?.id {
        awaitsDesk = false
        effects += restore(state ?? DeskState(), now)
      }
    case .officeChanged(let number, let office):
      session.office = office
      if let act = session.running.removeValue(forKey: number), let verb = Verb.named(act.verb) {
        forgetDraft(of: act)
        session.message = Message(session.language.pick("\(verb.title(.vi)): xong.", "\(verb.title(.en)): done."))
      }
    case .performed(let number, let outcomes):
      issuing[number] = nil
      report(number, outcomes)
    case .undone(_, let outcome):
      report(outcome)
    case .syncProgress(let progress): session.exchange.progress = progress
    case .synchronised(let summary):
      session.exchange.end(summary, at: now)
      // Clerks, settings and absences may have come with it.
      effects.append(.ask(.office))
    case .syncFailed(let failure):
      session.exchange.end(failure, at: now)
      session.complain(failure.wording(session.language))
    case .backedUp(let status):
      if let reason = status.reasonForNone {
        session.complain(reason.wording(session.language))
      } else {
        session.say(Words("Đã sao lưu và đọc lại bản sao.", "Backed up, and the copy was read back."))
      }
    case .news(let sentences): session.complain(sentences)
    case .saved(let what):
      session.message = Message(session.language.pick("Đã lưu \(what).", "Saved \(what)."))
    case .failed(let number, let failure): failed(number, failure)
    case .signIn, .page, .counts, .card, .search, .people, .dossiersByCode, .rows, .dayEnd, .backup, .syncStatus,
      .outbox:
      break  // What only the screen that asked has a use for.
    }
    let marked = markedCount
    effects += hand(answer, now)
    if let ended {
      tellWaitingForms(answer, ended, now)
      if let endedFor { return effects + keepDesk(of: endedFor) }
    }
    // What was marked page by page is part of her place, although no key followed.
    return markedCount > marked ? effects + saveDesk() : effects
  }

  /// Each screen takes what it has a use for.
  private mutating func hand(_ answer: Answer, _ now: Instant) -> [Effect] {
    var effects: [Effect] = []
    for index in frames.indices {
      var screen = frames[index].screen.body
      effects += screen.take(answer, &session, now: now)
      frames[index].screen.body = screen
    }
    return effects
  }

  private mutating func failed(_ number: RequestNumber?, _ failure: Failure) {
    if let number {
      session.running[number] = nil
      issuing[number] = nil
    } else {
      awaitsDesk = false
      confirmationFailed()
    }
    session.complain(failure.wording(session.language))
  }

  private var markedCount: Int {
    frames.reduce(0) { count, frame in
      if case .queue(let queue) = frame.screen { count + queue.marks.count } else { count }
    }
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
    // What she did before she locked is nothing to whoever sits here now.
    if let act, act.clerk != session.clerk?.id { return }
    if let last = done.last { session.lastTouched = last.id }
    let language = session.language
    let verb = title(of: act, language)
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
      session.message = Message(
        language.pick("\(verb): xong \(what). U hoàn tác.", "\(verb): \(what) done. U undoes it."))
    }
  }

  private func title(of act: RunningAct?, _ language: Language) -> String {
    switch act?.verb {
    case ConflictCommands.settleName: language.pick("Soát việc trùng", "Conflict settled")
    case ReceiveState.actName: language.pick("Tiếp nhận", "Received")
    case let name: name.flatMap { Verb.named($0)?.title(language) } ?? language.pick("Thao tác", "Action")
    }
  }

  /// A code that was taken back is read out to nobody: the form is there again as it was filled in.
  private mutating func reopenForms(of rows: [QueueRow]) {
    let void = Set(rows.filter(\.isVoid).map(\.id))
    for place in frames.indices {
      guard case .receive(var state) = frames[place].screen, let issued = state.issued, void.contains(issued.id) else {
        continue
      }
      state.issued = nil
      frames[place].screen = .receive(state)
    }
  }

  private mutating func report(_ outcome: UndoOutcome) {
    let language = session.language
    switch outcome {
    case .undone(let rows, let action, let at):
      if let last = rows.last { session.lastTouched = last.id }
      let codes = rows.prefix(3).map(\.code.short).joined(separator: ", ")
      let more = rows.count - 3
      let others = more > 0 ? language.pick(" và \(more) hồ sơ khác", " and \(more) more") : ""
      let what = action.wording(language) { session.name(of: $0) }
      let short = what.count > 40 ? what.prefix(39) + "…" : what[...]
      session.message = Message(
        language.pick(
          "Đã hoàn tác \(codes)\(others): \(short) (\(at.clockAndDate)).",
          "Undone \(codes)\(others): \(short) (\(at.clockAndDate))."))
      reopenForms(of: rows)
    case .nothing: session.complain(Denial.nothingToUndo.wording(language))
    case .denied(let denial): session.complain(denial.wording(language))
    }
  }
}
