import DossierDomain
import OfficeWork
import Terminal

/// Asks "Is today really …?" once before a code is printed or much is written, when the machine's date is in doubt.
struct ClockQuestion: RefusalQuestion {
  static let showsClock = true

  var doubt: ClockDoubt
  var matter: Matter
  /// The choice starts at "no", so that an Enter pressed from habit prints nothing.
  var saysYes = false

  /// What waits for the answer.
  enum Matter: Equatable, Sendable {
    /// An act, with the outcome that the screens receive when the clerk says no.
    case act(RequestNumber, refused: [ActOutcome])
    /// The register on the screen below.
    case register
  }
}

extension ActEffect {
  /// The act's request number if the act may issue a code; otherwise nil.
  public var codeIssuingRequest: RequestNumber? {
    switch self {
    case .receive(let number, _, _), .replace(let number, _, _, _): number
    case .perform(let number, let acts, _):
      acts.contains { $0.commands.contains(where: \.issuesCode) } ? number : nil
    case .digitise, .performOffice, .reassignAll, .readNumbers, .issuePaper, .printBlanks, .strikeBlanks, .undo: nil
    }
  }

  private var takesBookNumbers: Bool {
    guard case .perform(_, let acts, _) = self else { return false }
    return acts.contains { $0.commands.contains(where: \.takesBookNumbers) }
  }

  /// Whether a number is used up that must not be on paper already.
  public var takesNumber: Bool {
    switch self {
    case .issuePaper, .printBlanks: true
    case .perform, .receive, .replace, .digitise, .performOffice, .reassignAll, .readNumbers, .strikeBlanks, .undo:
      codeIssuingRequest != nil || takesBookNumbers
    }
  }

  /// Whether it may be refused until its clerk has answered a question.
  var isRefusable: Bool {
    switch self {
    case .receive, .replace, .reassignAll: true
    case .perform(_, let acts, _): codeIssuingRequest != nil || takesBookNumbers || acts.count >= Act.many
    // It needs the last number on paper after an image of the disk was put back.
    case .issuePaper, .printBlanks: true
    case .digitise, .performOffice, .readNumbers, .strikeBlanks, .undo: false
    }
  }
}

extension ClockQuestion {
  init?(_ denial: Denial, of number: RequestNumber, refused: [ActOutcome]) {
    guard case .clockDoubtful(let doubt) = denial else { return nil }
    self.init(doubt: doubt, matter: .act(number, refused: refused))
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
    switch matter {
    case .act(let number, let refused):
      guard yes, let act = app.refusable[number], let clerk = app.session.clerk else {
        return app.refuse(number, refused, because: .clockDoubtful(doubt), now)
      }
      return [.act(.performOffice(app.session.nextRequest(), .confirmClock(now.civilDate), by: clerk.id)), .act(act)]
    case .register:
      // The import records the answer itself, because it does not wait for acts.
      if yes { return app.onTop(ImportState.self) { $0.take(&$1, confirmsClock: true) } }
      app.session.complain(Denial.clockDoubtful(doubt).wording(app.session.language))
      return []
    }
  }
}

extension ClockQuestion {
  func draw(on surface: inout Surface, app: App, now: Instant) {
    let session = app.session
    let language = session.language
    let why = wrapped(doubt.wording(language), width: Dialog.inner(surface))
    let dialog = Dialog(
      on: &surface, title: language.pick("Xem lại ngày giờ máy", "Check the machine's date"),
      foot: language.pick("Chỉ hỏi một lần; câu trả lời được ghi lại.", "Asked once; the answer is recorded."),
      lineCount: why.count + 4)
    dialog.put(ClockDoubt.question(now, language), line: 0, .strong, on: &surface)
    dialog.put(why, line: 1, .warning, on: &surface)
    let choices = choices(app).map { $0(language) }
    dialog.draw(ChoiceList(choices, chosen: saysYes ? 0 : 1), line: why.count + 2, height: 2, on: &surface)
  }

  private func choices(_ app: App) -> [Words] {
    switch matter {
    case .act(let number, _) where app.refusable[number]?.codeIssuingRequest != nil:
      [
        Words("Đúng. Cấp mã và hẹn trả theo ngày này.", "Yes. Issue the code by this date."),
        Words("Không. Chưa cấp mã; chỉnh lại giờ máy trước.", "No. Issue nothing; set the clock first."),
      ]
    case .act:
      [
        Words("Đúng. Ghi theo ngày này.", "Yes. Record it by this date."),
        Words("Không. Chưa ghi gì; chỉnh lại giờ máy trước.", "No. Record nothing; set the clock first."),
      ]
    case .register:
      [
        Words("Đúng. Nhập sổ theo ngày này.", "Yes. Take the register in by this date."),
        Words("Không. Chưa nhập gì; chỉnh lại giờ máy trước.", "No. Take nothing in; set the clock first."),
      ]
    }
  }
}
