import DossierDomain

/// The ways out of the form.
enum Issuing: Equatable, Sendable {
  /// With a code.
  case code
  /// Decided and handed back at once.
  case atOnce
  /// With a code and a request for the rest, which is asked for once (form 02).
  /// - Parameters:
  ///   - items: empty until the clerk has said what.
  ///   - until: the last day for it, where the procedure says none.
  case rest(items: [String], until: CivilDate? = nil)
  /// Nothing is received, and the person gets a paper that says why (form 03).
  /// - Parameter Refusal: nil until the clerk has said why.
  case refusal(Refusal?)

  struct Refusal: Equatable, Sendable {
    var reason: String
    var basis: String
  }

  var isRefusal: Bool { if case .refusal = self { true } else { false } }

  var title: Words {
    switch self {
    case .code, .atOnce, .rest: Words("Tiếp nhận", "Received")
    case .refusal: Words("Từ chối tiếp nhận", "Refused")
    }
  }

  /// What is recorded behind the reception, without the money.
  func commands(of reception: ReceptionForm, result title: String) -> [DossierCommand] {
    switch self {
    case .code: []
    case .atOnce:
      [
        .complete(DossierResult(approved: true, title: title)),
        .handBack(recipient: reception.applicant?.name ?? reception.owner.name, delivery: .atDesk),
      ]
    case .rest(let items, let until): [.requestSupplement(items: items, until: until)]
    case .refusal(let refusal):
      refusal.map { [.refuseReception(reason: $0.reason, legalBasis: $0.basis)] } ?? []
    }
  }
}
