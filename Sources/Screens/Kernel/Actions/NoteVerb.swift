import DossierDomain

extension Verb {
  static let note = Verb(
    "note", Words("Ghi chú", "Note"),
    consequence: Words(
      "Ghi vào quá trình hồ sơ, không đổi trạng thái.", "Goes into the history; changes nothing else."),
    under: .of(.note),
    asks: { ask throws(Unanswered) in .note(try ask.ask("text", Words("Ghi gì?", "What?"), .required)) })
}
