// MARK: What they make of a dossier

extension Dossier {
  /// What is still to be paid of the fee, in đồng; 0 if the fee is not known.
  public var unpaid: Int {
    isVoid ? 0 : max(0, (fee ?? 0) - payments.reduce(0) { $0 + ($1.paidAmount ?? 0) })
  }

  mutating func requestPayment(_ title: String, _ amount: Int?, _ entry: RecordedAction) {
    payments.append(PaymentRequest(title: title, amount: amount, requestedAt: entry.at))
    pause(as: .paymentRequested, at: entry.at)
  }

  mutating func pay(
    _ amount: Int, _ method: PaymentMethod, _ newAppointment: AppointmentFact?, _ entry: RecordedAction
  ) {
    if let open = payments.lastIndex(where: { $0.paidAt == nil }) {
      payments[open].paidAt = entry.at
      payments[open].paidAmount = amount
      payments[open].method = method
    } else {
      // The citizen paid at the desk without a written request.
      payments.append(
        PaymentRequest(
          title: "", amount: amount, requestedAt: entry.at, paidAt: entry.at, paidAmount: amount, method: method))
    }
    if status == .paymentRequested { resume(with: newAppointment) }
  }
}

// MARK: How the timeline says them

extension ActionWording {
  func paymentRequested(_ title: String, _ amount: Int?) -> String {
    language.pick("Yêu cầu nộp \(title)", "Payment requested: \(title)") + (amount.map { " \(moneyText($0))" } ?? "")
  }

  func paid(_ amount: Int, _ method: PaymentMethod, _ appointment: AppointmentFact?) -> String {
    language.pick(
      "Đã thu \(moneyText(amount)), \(method.wording(.vi))", "Paid \(moneyText(amount)), \(method.wording(.en))")
      + due(appointment)
  }
}

/// `12.000 đ`: đồng with points between thousands.
public func moneyText(_ amount: Int) -> String {
  let digits = Array(String(abs(amount)))
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { text.append(".") }
    text.append(digit)
  }
  return (amount < 0 ? "-" : "") + text + " đ"
}
