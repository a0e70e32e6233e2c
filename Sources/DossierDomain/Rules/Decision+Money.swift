import VietnameseText

extension Decision {
  private static let largestAmount = 1_000_000_000

  func requestPayment(_ title: String, _ amount: Int?) throws(Denial) -> DossierAction {
    guard amount.map({ (1...Self.largestAmount).contains($0) }) ?? true else { throw .amountInvalid }
    return .requestPayment(title: title.cleaned(maxLength: 200), amount: amount)
  }

  func recordPayment(_ amount: Int, _ method: PaymentMethod) throws(Denial) -> DossierAction {
    guard (0...Self.largestAmount).contains(amount) else { throw .amountInvalid }
    let isPaused = dossier.status == .paymentRequested
    return .recordPayment(
      amount: amount, method: method, appointment: isPaused ? try resumedAppointment(afterSupplement: false) : nil)
  }
}
