import DossierDomain

extension Verb {
  static let fee = Verb(
    "fee", Words("Phí, lệ phí", "Fees"),
    consequence: Words(
      "Thu: ghi tiền đã nhận. Yêu cầu nộp: đồng hồ dừng đến khi dân nộp.",
      "Paid: the money is recorded. Asked for: the clock stops until it is paid."),
    unless: needsRunning,
    asks: { answers, session, _ in
      switch answers.count {
      case 0:
        .choice(
          Words("Việc gì?", "What?"),
          [
            ("paid", session.language.pick("đã thu tiền", "paid")),
            ("ask", session.language.pick("yêu cầu nộp", "ask for payment")),
          ])
      case 1: .amount(Words("Số tiền (đồng)", "Amount (đồng)"))
      case 2 where answers.answer(0) == "paid":
        .choice(
          Words("Nộp bằng gì?", "How was it paid?"),
          PaymentMethod.allCases.map { (String($0.rawValue), $0.wording(session.language)) })
      case 2: .required(Words("Khoản gì?", "What for?"))
      default: nil
      }
    },
    commands: { answers, _, _ in
      guard let amount = dongAmount(answers.answer(1)) else { return [] }
      guard answers.answer(0) == "paid" else { return [.requestPayment(title: answers.answer(2), amount: amount)] }
      return [
        .recordPayment(
          amount: amount, method: UInt8(answers.answer(2)).flatMap(PaymentMethod.init(rawValue:)) ?? .cash)
      ]
    })
}
