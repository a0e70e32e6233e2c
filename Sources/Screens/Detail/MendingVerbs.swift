import DossierDomain
import OfficeWork

/// What sets right what was done: nothing is overwritten, the earlier value stays in the journal.
extension Verb {
  static let correct = Verb(
    "correct", Words("Sửa thông tin", "Correct a field"),
    consequence: Words(
      "Nội dung cũ vẫn còn trong quá trình, kèm lý do sửa.", "The old value stays in the journal, with the reason."),
    unless: { _, _ in nil },
    asks: { answers, session, _ in
      switch answers.count {
      case 0:
        .choice(
          Words("Sửa mục nào?", "Which field?"),
          DossierAction.CorrectableField.allCases.map { (String($0.rawValue), $0.wording(session.language)) })
      case 1: .optional(Words("Nội dung đúng", "The right value"))
      case 2: .required(Words("Vì sao sửa?", "Why?"))
      default: nil
      }
    },
    commands: { answers, _, _ in
      UInt8(answers.answer(0)).flatMap(DossierAction.CorrectableField.init(rawValue:)).map {
        [.correct(field: $0, value: answers.answer(1), reason: answers.answer(2))]
      } ?? []
    },
    isRepeatable: { _ in false })

  static let reopen = Verb(
    "reopen", Words("Mở lại hồ sơ", "Reopen"),
    consequence: Words(
      "Hồ sơ về lại Đang xử lý; kết quả đã ghi không còn hiệu lực.",
      "It is in progress again; the recorded result no longer counts."),
    unless: { status, language in
      status == .completed ? nil : Denial.moveNotAllowed(from: status, to: .inProgress).wording(language)
    },
    asks: { answers, _, _ in answers.isEmpty ? .required(Words("Vì sao mở lại?", "Why?")) : nil },
    commands: { answers, _, _ in [.reopen(reason: answers.answer(0))] },
    isRepeatable: { _ in false })
}
