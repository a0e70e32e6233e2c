import DossierDomain
import OfficeWork
import PageDescription

/// What a paper is made from.
struct PaperFacts: Sendable {
  var dossier: Dossier
  var office: Office
  /// Who issues it.
  var clerk: Clerk
  /// Nil while it is only looked at: the number is given when it is issued.
  var number: PaperNumber?
  var at: Instant
  /// The paper in whose place it is issued.
  var replaces: PaperNumber?
}

/// The forms that an office can make out.
protocol PaperForms: Sendable {
  /// What can be made out for a dossier as it is, the most usual first.
  func offers(for dossier: Dossier) -> [PaperOffer]
  /// Nil for a form that the dossier cannot have.
  func page(_ form: PaperFormID, _ facts: PaperFacts) -> PageDescription?
  /// What stands on a page, from the top down, for a screen of `columns`.
  func text(of page: PageDescription, columns: Int) -> [String]
}
