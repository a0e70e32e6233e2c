import DossierDomain

extension Verb {
  static let note = Verb(
    "note", Words("Ghi chú", "Note"),
    consequence: Words(
      "Ghi vào quá trình hồ sơ, không đổi trạng thái.", "Goes into the history; changes nothing else."),
    unless: { _, _ in nil },
    asks: { answers, _, _ in answers.isEmpty ? .required(Words("Ghi gì?", "What?")) : nil },
    commands: { answers, _, _ in [.note(answers.answer(0))] })
}
