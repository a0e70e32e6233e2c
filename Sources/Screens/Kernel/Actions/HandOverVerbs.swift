import DossierDomain
import OfficeWork

extension Verb {
  static let handOver = Verb(
    "hand-over", Words("Chuyển hồ sơ", "Hand over"),
    consequence: Words(
      "Hồ sơ sang người khác, chờ người đó nhận; giờ chuyển được ghi vào phiếu kiểm soát.",
      "It goes to another clerk, who takes it over; the control slip records it."),
    under: .of(.handOver),
    asks: { ask throws(Unanswered) in
      let nobody = Words("để trống: người làm bước đó nhận", "blank: whoever does the step takes it over")
      let clerk = try ask.choose(
        "to", Words("Chuyển cho ai?", "To whom?"),
        Choice.clerks(ask.session, ask.now, after: ask.dossier?.assignee) + [.nobody(nobody)])
      let steps: [ProcessingStep] = [.verification, .decision, .handBack, .reception]
      let step = try ask.choose(
        "step", Words("Để làm bước nào?", "For which step?"), Choice.each(of: steps) { $0.wording($1) })
      return .handOver(step: step, to: clerk)
    })

  static let takeOver = Verb(
    "take-over", Words("Nhận bàn giao", "Take over"),
    consequence: Words("Hồ sơ do mình giữ từ bây giờ.", "You hold it from now on."), under: .of(.takeOver),
    asks: { _ in .takeOver })

  static let assign = Verb(
    "assign", Words("Phân công", "Assign"),
    consequence: Words("Người được chọn giữ hồ sơ.", "The chosen clerk handles it."), under: .of(.assign),
    asks: { ask throws(Unanswered) in
      let holder = ask.dossier?.assignee
      let clerks = Choice.clerks(ask.session, ask.now, after: holder) + [.nobody(Words("để trống", "nobody"))]
      return .assign(to: try ask.choose("to", Words("Ai giữ hồ sơ?", "Who handles it?"), clerks))
    })

  static let acceptOnline = Verb(
    "accept-online", Words("Nhận hồ sơ trực tuyến", "Accept online submission"),
    consequence: Words("Cấp mã và ngày hẹn trả; mình giữ hồ sơ.", "Gets a code and an appointment; you handle it."),
    under: .of(.acceptOnline),
    asks: { ask throws(Unanswered) in
      let days = try ask.ask(
        "days", Words("Số ngày làm việc (để trống: theo danh mục)", "Working days (blank: as in the catalogue)"),
        .optionalNumber(1...365))
      return .acceptOnline(assignee: ask.session.clerk?.id, days: days)
    })
}
