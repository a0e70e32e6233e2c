import DossierDomain
import OfficeWork

extension Verb {
  /// Ends a dossier without a result. Each way asks for a reason and then states the consequence once more.
  static let end: Verb = Verb(
    "end", Words("Dừng, rút, từ chối, hủy", "Stop, withdraw, refuse, void"),
    consequence: Words("Hồ sơ kết thúc.", "The dossier ends."),
    under: .of(.withdraw), .of(.stop), .of(.refuse), .of(.void), .of(.importUpdate),
    asks: { ask throws(Unanswered) in
      let command = try ending(ask)
      let isSure = try ask.choose(
        "sure",
        command == .closeAsDoneBefore
          ? Words("Đóng như đã trả, không hoàn tác được. Làm chứ?", "It counts as handed back; no undo. Do it?")
          : Words(
            "Hồ sơ sẽ kết thúc, công dân không có kết quả. Làm chứ?",
            "It will end and the citizen gets no result. Do it?"),
        [
          Choice(false, "no", Words("không, để xem lại", "no")),
          Choice(true, "yes", Words("có, kết thúc hồ sơ", "yes, end it")),
        ])
      return isSure ? command : nil
    },
    commands: { (command: DossierCommand?, _, _) in command.map { [$0] } ?? [] })

  /// In the usual order.
  private enum Ending: String, CaseIterable, Sendable {
    case withdraw, stop, refuse, void
    case doneBefore = "done-before"

    var label: Words {
      switch self {
      case .withdraw: Words("công dân rút hồ sơ", "the citizen withdraws")
      case .stop: Words("dừng giải quyết (mẫu 05)", "stopped (form 05)")
      case .refuse: Words("từ chối tiếp nhận (mẫu 03)", "refused (form 03)")
      case .void: Words("hủy vì nhập nhầm, giữ mã gạch bỏ", "void: entered by mistake, the code stays struck")
      case .doneBefore: Words("đã trả trước khi chuyển sang đây", "handed back before the change-over")
      }
    }

    var rule: ActionRule {
      switch self {
      case .withdraw: .of(.withdraw)
      case .stop: .of(.stop)
      case .refuse: .of(.refuse)
      case .void: .of(.void)
      case .doneBefore: .of(.importUpdate)
      }
    }
  }

  private static func ending(_ ask: Questions) throws(Unanswered) -> DossierCommand {
    let lateSince = lateSupplement(ask)
    let ending = try ask.choose(
      "ending", Words("Kết thúc thế nào?", "How does it end?"),
      endings(ask, isLate: lateSince != nil).map { Choice($0, $0.rawValue, $0.label) })
    switch ending {
    case .withdraw: return .withdraw(reason: try reason(ask))
    case .void: return .void(reason: try reason(ask))
    case .stop: return .stop(reason: try reason(ask, proposing: lateSince ?? ""), legalBasis: try basis(ask))
    case .refuse: return .refuse(reason: try reason(ask), legalBasis: try basis(ask))
    case .doneBefore: return .closeAsDoneBefore
    }
  }

  /// Those that the rules allow on one of the dossiers, so that no reason is typed in vain. The most probable one comes
  /// first, where it is one Enter.
  private static func endings(_ ask: Questions, isLate: Bool) -> [Ending] {
    let standings = ask.targets.map { $0.standing(at: ask.now) }
    let all = Ending.allCases.filter { $0 != .doneBefore || ask.targets.contains { $0.isOfRegister } }
    let possible = all.filter { ending in
      guard let clerk = ask.session.clerk else { return true }
      return standings.contains { ending.rule.denial(on: $0, by: clerk) == nil }
    }
    var first: Ending?
    if standings.isEmpty {
      first = nil
    } else if isLate {
      // Stopping it is the head of desk's decision. The others have called the citizen, who may have given up.
      first = ask.session.clerk?.has(.headOfDesk) == true ? .stop : .withdraw
    } else if standings.allSatisfy({ $0.status == .registered }) {
      first = .refuse
    } else if ask.targets.allSatisfy(\.isOfRegister), standings.allSatisfy({ $0.overdueSince != nil }) {
      first = .doneBefore
    }
    let offered = possible.isEmpty ? all : possible
    return offered.filter { $0 == first } + offered.filter { $0 != first }
  }

  private static func reason(_ ask: Questions, proposing proposal: String = "") throws(Unanswered) -> String {
    try ask.phrase("reason", Words("Lý do?", "Reason?"), of: .end, proposing: proposal)
  }

  /// Why all of these dossiers may be stopped: the citizen has not brought what was asked for in time; nil otherwise. The
  /// days are those of the one dossier, or none.
  private static func lateSupplement(_ ask: Questions) -> String? {
    func until(_ row: QueueRow) -> CivilDate? {
      ask.dossier?.id == row.id ? ask.dossier?.supplementUntil(ask.session) : row.supplementUntil(ask.session)
    }
    let today = ask.now.civilDate
    guard !ask.targets.isEmpty, ask.targets.allSatisfy({ row in until(row).map { $0 < today } ?? false }) else {
      return nil
    }
    let days = ask.targets.count == 1 ? ask.targets.first : nil
    guard let asked = days?.waitingSince?.civilDate, let until = days.flatMap(until) else {
      return ask.session.language.pick(
        "Không bổ sung trong hạn", "Papers not brought in time")
    }
    return ask.session.language.pick(
      "Không bổ sung trong hạn (yêu cầu \(asked.slashed), hạn \(until.slashed))",
      "Papers not brought in time (asked \(asked.slashed), due \(until.slashed))")
  }

  /// The law of the dossier's case is proposed, if its version names it. What is longer than a recorded basis would be
  /// cut.
  private static func basis(_ ask: Questions) throws(Unanswered) -> String {
    let law = ask.dossier.flatMap { ask.session.procedure(of: $0)?.outcome.law } ?? []
    return try ask.basis(of: law, proposing: law.text(within: 500))
  }
}

extension QueueRow {
  /// It came with the register of another program.
  fileprivate var isOfRegister: Bool { code.origin == .imported || code.origin == .formerDistrict }
}
