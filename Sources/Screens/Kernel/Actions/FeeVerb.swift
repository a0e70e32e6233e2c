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
      let what = try ask.choose("what", Words("Việc gì?", "What?"), ask.moneyMatters)
      if case .paysDue(let method) = what { return .recordPayment(amount: ask.amountDue, method: method) }
      let amount = try ask.ask(
        "amount", Words("Số tiền (đồng)", "Amount (đồng)"), .amount, proposal: ask.textOfAmountDue)
      guard what == .pays else {
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

/// What is done about the money of a dossier.
private enum MoneyMatter: Equatable, Sendable {
  /// The amount that is due is paid.
  case paysDue(PaymentMethod)
  case pays
  case isAsked
}

extension Questions {
  /// If the amount that is due is known, it is paid with one key.
  fileprivate var moneyMatters: [Choice<MoneyMatter>] {
    let others = [
      Choice(MoneyMatter.pays, "paid", Words("đã thu tiền", "paid")),
      Choice(MoneyMatter.isAsked, "ask", Words("yêu cầu nộp", "ask for payment")),
    ]
    guard amountDue > 0 else { return others }
    return paymentsOfDue { .paysDue($0) }
      + [Choice(.pays, "paid", Words("đã thu số khác, cách khác", "paid otherwise")), others[1]]
  }

  /// One choice for each way in which money is paid at the desk.
  func paymentsOfDue<Value>(_ value: (PaymentMethod) -> Value) -> [Choice<Value>] {
    [PaymentMethod.cash, .transfer].map { method in
      Choice(
        value(method), "due-\(method.rawValue)",
        Words(
          "đã thu \(moneyText(amountDue)), \(method.wording(.vi))",
          "paid \(moneyText(amountDue)), \(method.wording(.en))"))
    }
  }

  /// Nil if the amount is no more than what is still to be paid, or if that is not known.
  fileprivate func questionBeyondFee(_ amount: Int) throws(Unanswered) -> Words? {
    guard let dossier, let fee = dossier.fee, amount > dossier.unpaid else { return nil }
    let paid = dossier.payments.reduce(0) { $0 + ($1.paidAmount ?? 0) }
    return Words(
      "Phí \(moneyText(fee)), đã thu \(moneyText(paid)). Vẫn thu \(moneyText(amount))?",
      "The fee is \(moneyText(fee)), \(moneyText(paid)) of it paid. Take \(moneyText(amount)) all the same?")
  }

  /// What is still to be paid, in đồng; 0 if it is not known. Nothing is proposed for several dossiers, because the fee
  /// of one of them may have been paid already.
  var amountDue: Int { dossier?.unpaid ?? 0 }

  fileprivate var textOfAmountDue: String { amountDue > 0 ? String(moneyText(amountDue).dropLast(2)) : "" }
}
