import DossierDomain
import OfficeWork

/// The full numbers of the dossier in view.
extension DetailState: NumbersScreen {
  var numbered: DossierID? { card.map { _ in id } }

  func standing(at now: Instant) -> DossierStanding? { card?.dossier.standing(at: now) }

  mutating func receive(_ end: ActEnd, of act: RequestNumber, _ session: inout Session) {
    receiveNumbers(end, &session)
  }
}
