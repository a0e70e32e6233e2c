import DossierDomain
import OfficeWork

extension Verb {
  static let fee = Verb(
    "fee", Words("Phí, lệ phí", "Fees"),
    consequence: Words(
      "Thu: ghi tiền đã nhận. Yêu cầu nộp: đồng hồ dừng đến khi công dân nộp.",
      "Paid: the money is recorded. Asked for: the clock stops until it is paid."),
    under: .of(.recordPayment), .of(.requestPayment),
    asks: { ask throws(Unanswered) in
      let isPaid = try ask.choose(
        "what", Words("Việc gì?", "What?"),
        [
          Choice(true, "paid", Words("đã thu tiền", "paid")),
          Choice(false, "ask", Words("yêu cầu nộp", "ask for payment")),
        ])
      let amount = try ask.ask(
        "amount", Words("Số tiền (đồng)", "Amount (đồng)"), .amount, proposal: ask.amountDue)
      guard isPaid else {
        return .requestPayment(title: try ask.ask("for", Words("Khoản gì?", "What for?"), .required), amount: amount)
      }
      let method = try ask.choose(
        "method", Words("Nộp bằng gì?", "How was it paid?"),
        Choice.each(of: PaymentMethod.allCases) { $0.wording($1) })
      guard let beyond = try ask.questionBeyondFee(amount) else {
        return .recordPayment(amount: amount, method: method)
      }
      let isSure = try ask.choose(
        "beyond", beyond,
        [Choice(false, "no", Words("không, để xem lại", "no")), Choice(true, "yes", Words("có, thu số này", "yes"))])
      return isSure ? .recordPayment(amount: amount, method: method) : nil
    },
    commands: { (command: DossierCommand?, _, _) in command.map { [$0] } ?? [] },
    isRepeatable: { _ in false })
}

extension Questions {
  /// Nil if the amount is no more than what is still to be paid, or if that is not known.
  fileprivate func questionBeyondFee(_ amount: Int) throws(Unanswered) -> Words? {
    guard let dossier, let fee = dossier.fee, amount > dossier.unpaid else { return nil }
    let paid = fee - dossier.unpaid
    return Words(
      "Phí \(moneyText(fee)), đã thu \(moneyText(paid)). Vẫn thu \(moneyText(amount))?",
      "The fee is \(moneyText(fee)), \(moneyText(paid)) of it paid. Take \(moneyText(amount)) all the same?")
  }

  /// What is still to be paid, as text; empty if it is not known. Nothing is proposed for several dossiers, because the
  /// fee of one of them may have been paid already.
  fileprivate var amountDue: String {
    guard let dossier, dossier.fee != nil, dossier.unpaid > 0 else { return "" }
    return String(moneyText(dossier.unpaid).dropLast(2))
  }
}
