import DossierDomain
import OfficeWork

extension Verb {
  static let complete = Verb(
    "result", Words("Ghi kết quả", "Record result"),
    consequence: Words(
      "Hồ sơ xong, chờ trả cho dân; đúng hay quá hạn tính tại lúc này.",
      "It is finished and waits to be handed back; on time or late is decided now."),
    unless: needs(.completed),
    asks: { answers, session, _ in
      switch answers.count {
      case 0:
        .choice(
          Words("Kết quả thế nào?", "What is the result?"),
          [
            ("yes", session.language.pick("đồng ý giải quyết", "granted")),
            ("no", session.language.pick("không giải quyết", "not granted")),
          ])
      case 1: .optional(Words("Số văn bản (có thể để trống)", "Document number (may be blank)"))
      case 2: .optional(Words("Người ký (có thể để trống)", "Signer (may be blank)"))
      case 3 where answers.answer(0) == "no": .required(Words("Lý do và căn cứ", "Reason and legal basis"))
      default: nil
      }
    },
    commands: { answers, row, _ in
      [
        .complete(
          DossierResult(
            approved: answers.answer(0) == "yes", title: row.procedureName, documentNumber: answers.answer(1),
            signer: answers.answer(2), reason: answers.answer(3)))
      ]
    },
    isRepeatable: { $0.answer(1).isEmpty })

  static let handBack = Verb(
    "hand-back", Words("Trả kết quả", "Hand back"),
    consequence: Words("Hồ sơ kết thúc, kết quả đã đến tay dân.", "It ends: the citizen has the result."),
    unless: needs(.handedBack),
    asks: { answers, session, _ in
      switch answers.count {
      case 0: .optional(Words("Người nhận (để trống: chủ hồ sơ)", "Recipient (blank: the owner)"))
      case 1:
        .choice(
          Words("Trả bằng cách nào?", "How?"),
          ResultDelivery.allCases.map { (String($0.rawValue), $0.wording(session.language)) })
      default: nil
      }
    },
    commands: { answers, row, _ in
      let typed = answers.answer(0)
      return [
        .handBack(
          recipient: typed.isEmpty ? row.ownerName ?? "" : typed,
          delivery: UInt8(answers.answer(1)).flatMap(ResultDelivery.init(rawValue:)) ?? .atDesk)
      ]
    },
    isRepeatable: { $0.answer(0).isEmpty })

  static let extend = Verb(
    "extend", Words("Gia hạn, xin lỗi", "Extend with apology"),
    consequence: Words("Ngày hẹn mới, kèm thư xin lỗi (mẫu 04).", "A new appointment, with an apology (form 04)."),
    unless: { status, language in
      status.isRunning ? nil : Denial.moveNotAllowed(from: status, to: .inProgress).wording(language)
    },
    asks: { answers, session, now in
      switch answers.count {
      case 0:
        .day(Words("Ngày hẹn mới (ngày/tháng/năm)", "New day (d/m/y)"), after: now, session.office.calendar)
      case 1: .required(Words("Vì sao trễ?", "Why is it late?"))
      default: nil
      }
    },
    commands: { answers, _, _ in
      CivilDate(text: answers.answer(0)).map { [.extend(newDue: $0, reason: answers.answer(1))] } ?? []
    })
}
