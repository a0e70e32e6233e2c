import DossierDomain

extension DetailState {
  /// What the head does not say of those whom the dossier names; numbers are masked as there.
  func people(of dossier: Dossier, _ session: Session) -> [DetailLine?] {
    let language = session.language
    let shows = showsNumbers(at: session.moment)
    func facts(_ person: Person, _ first: String) -> String {
      let number = shows ? person.identityNumber : maskedNumber(person.identityNumber)
      return [first, person.birth, number, person.identified?.wording(language) ?? ""].filter { !$0.isEmpty }
        .joined(separator: " · ")
    }
    let owner = dossier.owner
    let old = shows ? owner.oldNumber : maskedNumber(owner.oldNumber)
    let kind = owner.kind == .individual ? "" : owner.kind.wording(language)
    return [
      pair(language.pick("Chủ hồ sơ là", "Owner is"), kind),
      pair(language.pick("Xác định qua", "Identified by"), owner.identified?.wording(language) ?? ""),
      pair(language.pick("Số CMND cũ", "Earlier number"), old),
      pair(language.pick("Thư điện tử", "E-mail"), owner.email),
      pair(
        language.pick("Người nộp là", "Applicant is"),
        dossier.applicant.map { facts($0, $0.relation?.wording(language) ?? "") } ?? ""),
    ]
      + dossier.related.map { person in
        pair(
          person.relation?.kind.wording(language).capitalisedFirst ?? language.pick("Liên quan", "Related"),
          facts(person, person.name))
      }
  }
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
