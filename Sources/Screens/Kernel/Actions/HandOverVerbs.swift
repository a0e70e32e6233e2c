import DossierDomain
import OfficeWork

extension Verb {
  static let handOver = Verb(
    "hand-over", Words("Chuyển hồ sơ", "Hand over"),
    consequence: Words(
      "Hồ sơ sang người khác, chờ người đó nhận; giờ chuyển được ghi vào phiếu kiểm soát.",
      "It goes to another clerk, who takes it over; the control slip records it."),
    unless: needsRunning,
    asks: { answers, session, now in
      switch answers.count {
      case 0:
        .clerk(
          Words("Chuyển cho ai?", "To whom?"), session, now,
          nobody: Words(
            "chưa rõ: ai làm bước đó, hoặc nơi giải quyết, sẽ nhận", "whoever does the step, or the deciding office"))
      case 1:
        .choice(
          Words("Để làm bước nào?", "For which step?"),
          [ProcessingStep.verification, .decision, .handBack, .reception].map {
            (String($0.rawValue), $0.wording(session.language))
          })
      default: nil
      }
    },
    commands: { answers, row, _ in
      let step = UInt8(answers.answer(1)).flatMap(ProcessingStep.init(rawValue:)) ?? row.step
      return [.handOver(step: step, to: ClerkID(hexadecimal: answers.answer(0)))]
    })

  static let takeOver = Verb(
    "take-over", Words("Nhận bàn giao", "Take over"),
    consequence: Words("Hồ sơ do mình giữ từ bây giờ.", "You hold it from now on."), unless: needsRunning,
    commands: { _, _, _ in [.takeOver] })

  static let assign = Verb(
    "assign", Words("Phân công", "Assign"),
    consequence: Words("Người được chọn thụ lý hồ sơ.", "The chosen clerk handles it."), unless: { _, _ in nil },
    asks: { answers, session, now in
      answers.isEmpty
        ? .clerk(Words("Ai thụ lý?", "Who handles it?"), session, now, nobody: Words("để trống", "nobody")) : nil
    },
    commands: { answers, _, _ in [.assign(to: ClerkID(hexadecimal: answers.answer(0)))] })

  static let acceptOnline = Verb(
    "accept-online", Words("Nhận hồ sơ trực tuyến", "Accept online submission"),
    consequence: Words("Cấp mã và ngày hẹn trả; mình thụ lý.", "Gets a code and an appointment; you handle it."),
    unless: needs(.received),
    asks: { answers, _, _ in
      answers.isEmpty
        ? Question(
          label: Words("Số ngày làm việc (để trống: theo danh mục)", "Working days (blank: as in the catalogue)"),
          kind: .text(initial: "") { text, language in
            text.isEmpty || Int(text).map { (1...365).contains($0) } == true
              ? nil : language.pick("Hãy gõ số từ 1 đến 365.", "Type a number from 1 to 365.")
          }) : nil
    },
    commands: { answers, _, session in [.acceptOnline(assignee: session.clerk?.id, days: Int(answers.answer(0)))] })
}
