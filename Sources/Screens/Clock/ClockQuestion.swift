import DossierDomain
import OfficeWork
import Terminal

/// Asks "Is today really …?" once before a code is printed, when the machine's date is in doubt.
struct ClockQuestion: RefusalQuestion {
  static let showsClock = true

  var doubt: ClockDoubt
  /// The outcome of the act that waits for the answer; the screens receive it when the clerk says no.
  var number: RequestNumber
  var refused: [ActOutcome]
  /// The choice starts at "no", so that an Enter pressed from habit prints nothing.
  var saysYes = false
}

extension ActEffect {
  /// The act's request number if the act may issue a code; otherwise nil.
  public var codeIssuingRequest: RequestNumber? {
    switch self {
    case .receive(let number, _, _): number
    case .perform(let number, let acts, _):
      acts.contains { $0.commands.contains(where: \.issuesCode) } ? number : nil
    case .digitise, .performOffice, .reassignAll, .readNumbers, .undo: nil
    }
  }
}

extension ClockQuestion {
  init?(_ denial: Denial, of number: RequestNumber, refused: [ActOutcome]) {
    guard case .clockDoubtful(let doubt) = denial else { return nil }
    self.init(doubt: doubt, number: number, refused: refused)
  }

  func press(_ key: Key, in app: inout App, _ now: Instant) -> [Effect]? {
    switch key {
    case .up, .down, .tab:
      var question = self
      question.saysYes.toggle()
      app.top.overlay = question
      return []
    case .character("1"): return answer(true, &app, now)
    case .character("2"), .escape: return answer(false, &app, now)
    case .enter: return answer(saysYes, &app, now)
    default: return []
    }
  }

  private func answer(_ yes: Bool, _ app: inout App, _ now: Instant) -> [Effect] {
    app.top.overlay = nil
    guard yes, let act = app.issuing[number], let clerk = app.session.clerk else {
      return app.refuse(number, refused, now)
    }
    return [.act(.performOffice(app.session.nextRequest(), .confirmClock(now.civilDate), by: clerk.id)), .act(act)]
  }
}

extension ClockQuestion {
  func draw(on surface: inout Surface, app: App, now: Instant) {
    let session = app.session
    let language = session.language
    let why = wrapped(reason(language), width: Dialog.inner(surface))
    let dialog = Dialog(
      on: &surface, title: language.pick("Xem lại ngày giờ máy", "Check the machine's date"),
      foot: language.pick("Chỉ hỏi một lần; câu trả lời được ghi lại.", "Asked once; the answer is recorded."),
      lineCount: why.count + 4)
    dialog.put(todayWording(now, language), line: 0, .strong, on: &surface)
    dialog.put(why, line: 1, .warning, on: &surface)
    let choices = [
      language.pick("Đúng. Cấp mã và hẹn trả theo ngày này.", "Yes. Issue the code by this date."),
      language.pick("Không. Chưa cấp mã; chỉnh lại giờ máy trước.", "No. Issue nothing; set the clock first."),
    ]
    dialog.draw(ChoiceList(choices, chosen: saysYes ? 0 : 1), line: why.count + 2, height: 2, on: &surface)
  }

  private func reason(_ language: Language) -> String {
    switch doubt {
    case .earlier(let last):
      language.pick(
        "Lần ghi trước là \(last.clockAndDate), sau giờ máy đang chỉ.",
        "The last entry was made at \(last.clockAndDate), later than the machine's time.")
    case .later(let last, let days):
      language.pick(
        "Lần ghi trước là \(last.clockAndDate); \(days) ngày làm việc không ghi gì.",
        "The last entry was made at \(last.clockAndDate); \(counted(days, "working day")) without any.")
    }
  }

  /// `Hôm nay là thứ Tư, ngày 25/11/2026, 08:42?`
  private func todayWording(_ now: Instant, _ language: Language) -> String {
    let day = weekdayWording(now.civilDate, language)
    return language.pick(
      "Hôm nay là \(day.prefix(1).lowercased() + day.dropFirst()), ngày \(now.civilDate.slashed), \(now.civilTime)?",
      "Is today \(day), \(now.civilDate.slashed), \(now.civilTime)?")
  }
}
