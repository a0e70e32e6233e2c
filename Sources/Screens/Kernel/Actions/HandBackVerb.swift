import DossierDomain
import OfficeWork

extension Verb {
  struct Handing: Equatable, Sendable {
    /// Empty if the owner collects the result herself.
    var recipient: String
    var delivery: ResultDelivery
    /// How the unpaid rest of the fee is paid with it; nil if it is not.
    var payment: Payment?
    var papers = LatePapers.notAsked
  }

  /// What is known of required papers that were never marked as received.
  enum LatePapers: Equatable, Sendable {
    case notAsked
    case missing
    /// All of these came, in this form.
    case came([Int], Component.Form)
  }

  struct Payment: Equatable, Sendable {
    var amount: Int
    var method: PaymentMethod
  }

  static let handBack = Verb(
    "hand-back", Words("Trả kết quả", "Hand back"),
    consequence: Words("Hồ sơ kết thúc, kết quả đã đến tay công dân.", "It ends: the citizen has the result."),
    under: .of(.handBack), beside: [.of(.recordPayment), .of(.setComponentForm)],
    asks: { ask throws(Unanswered) in
      let papers = try ask.latePapers()
      var handing = try handing(ask)
      handing.papers = papers
      handing.payment = try ask.paymentOfRest()
      return handing
    },
    commands: { (handing: Handing, row, _) in
      let recipient = handing.recipient.isEmpty ? row.ownerName ?? "" : handing.recipient
      let payment = handing.payment.map { DossierCommand.recordPayment(amount: $0.amount, method: $0.method) }
      var papers: [DossierCommand] = []
      if case .came(let numbers, let form) = handing.papers {
        papers = numbers.map { .setComponentForm(number: $0, form: form, quantity: 1) }
      }
      return papers + [payment, .handBack(recipient: recipient, delivery: handing.delivery)].compactMap { $0 }
    },
    isRepeatable: { handing in handing.recipient.isEmpty && handing.payment == nil && handing.papers == .notAsked })

  private static func handing(_ ask: Questions) throws(Unanswered) -> Handing {
    let usual = try ask.choose("way", Words("Trả cho ai, bằng cách nào?", "To whom, and how?"), ask.usualHandings)
    if let usual { return usual }
    let recipient = try ask.askName("recipient", Words("Người nhận?", "Recipient?"), .required)
    let delivery = try ask.choose(
      "delivery", Words("Trả bằng cách nào?", "How?"), Choice.each(of: ResultDelivery.allCases) { $0.wording($1) })
    return Handing(recipient: recipient, delivery: delivery)
  }
}

extension Questions {
  /// The way that was wished at the reception stands first, and the person who handed in the papers before the owner, as
  /// the father of a child. Nil asks for somebody else.
  fileprivate var usualHandings: [Choice<Verb.Handing?>] {
    let wished = dossier?.delivery ?? .atDesk
    let ways = [wished] + ResultDelivery.allCases.filter { $0 != wished }
    let toOwner = ways.map { way in
      Choice<Verb.Handing?>(
        Verb.Handing(recipient: "", delivery: way), "owner-\(way.rawValue)",
        Words("chính chủ, \(way.wording(.vi))", "the owner, \(way.wording(.en))"))
    }
    let toApplicant = dossier?.applicant.map { applicant in
      Choice<Verb.Handing?>(
        Verb.Handing(recipient: applicant.name, delivery: wished), "applicant",
        Words("người nộp \(applicant.name), \(wished.wording(.vi))", "\(applicant.name), \(wished.wording(.en))"))
    }
    return [toApplicant].compactMap { $0 } + toOwner + [Choice(nil, "other", Words("người khác", "somebody else"))]
  }

  /// The last moment to mark papers: the citizen is there, and afterwards the dossier has ended. Of several dossiers only
  /// the number is said.
  fileprivate func latePapers() throws(Unanswered) -> Verb.LatePapers {
    let numbers = missingPapers.map(\.number)
    guard !numbers.isEmpty else { return .notAsked }
    let forms: [Component.Form] = [.original, .certifiedCopy, .photocopy, .electronic]
    return try choose(
      "papers", Words("Những giấy tờ đó đã nhận đủ chưa?", "Have all of these come by now?"),
      // Not a form first: an Enter that bounces must not record what nobody received.
      [Choice(.missing, "missing", Words("chưa, vẫn trả kết quả", "no, hand back all the same"))]
        + forms.map { form in
          Choice(
            .came(numbers, form), String(form.rawValue),
            Words("đã nhận đủ, đều là \(form.wording(.vi))", "all came, as: \(form.wording(.en))"))
        })
  }

  /// Asked only if the clerk may take the money.
  fileprivate func paymentOfRest() throws(Unanswered) -> Verb.Payment? {
    let due = amountDue
    guard due > 0, let clerk = session.clerk, let standing = targets.first?.standing(at: session.moment),
      ActionRule.of(.recordPayment).denial(on: standing, by: clerk) == nil
    else { return nil }
    let method = try choose(
      "unpaid", Words("Còn \(moneyText(due)) chưa thu. Thu ngay?", "\(moneyText(due)) is unpaid. Is it paid now?"),
      // Not the money first: an Enter that bounces must not record what nobody took.
      [Choice(nil, "later", Words("chưa thu", "not yet"))] + paymentsOfDue { PaymentMethod?.some($0) })
    return method.map { Verb.Payment(amount: due, method: $0) }
  }
}
