import DossierDomain
import OfficeWork

/// Verbs that correct earlier acts. Nothing is overwritten: the earlier value stays in the journal.
extension Verb {
  static let correct = Verb(
    "correct", Words("Sửa thông tin", "Correct a field"),
    consequence: Words(
      "Nội dung cũ vẫn còn trong quá trình, kèm lý do sửa. Ghi nhầm giới tính, quan hệ, cha mẹ: ^W lập hồ sơ thay.",
      "The old value stays in the journal, with the reason. Wrong sex, relation or parents: ^W receives another one in its place."
    ),
    under: .of(.correct),
    asks: { ask throws(Unanswered) in
      let field = try ask.choose(
        "field", Words("Sửa mục nào?", "Which field?"),
        Choice.each(of: DossierAction.CorrectableField.allCases) { $0.wording($1) })
      let value = try ask.ask(
        "value", Words("Nội dung đúng", "The right value"), Reading<String>.optional.ofNames,
        proposal: ask.dossier.flatMap { field.isNumber ? nil : $0.value(of: field) } ?? "")
      return .correct(
        field: field, value: value, reason: try ask.ask("reason", Words("Vì sao sửa?", "Why?"), .required))
    })

  static let reopen: Verb = Verb(
    "reopen", Words("Mở lại hồ sơ", "Reopen"),
    consequence: Words(
      "Hồ sơ về lại Đang xử lý; kết quả đã ghi không còn hiệu lực.",
      "It is in progress again; the recorded result no longer counts."),
    under: .of(.reopen),
    asks: { ask throws(Unanswered) in
      .reopen(reason: try ask.phrase("reason", Words("Vì sao mở lại?", "Why?"), of: .reopen))
    })
}
