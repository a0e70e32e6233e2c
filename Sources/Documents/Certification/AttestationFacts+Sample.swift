import DossierDomain

extension AttestationFacts {
  /// With invented people, for a look at an attestation as it is printed.
  public static func sample(_ kind: AttestationKind, on day: CivilDate) -> AttestationFacts {
    let agency = "Ủy ban nhân dân xã Mẫu"
    var facts = AttestationFacts()
    facts.day = day
    (facts.place, facts.agency) = (agency, kind.isAtCentre ? "Trung tâm Phục vụ hành chính công xã Mẫu" : agency)
    facts.certifier = Certifier(name: "Nguyễn Văn A", title: "Phó Chủ tịch \(agency)", formula: .deputy)
    facts.receiver = Receiver(name: "Trần Thị B", sex: .female)
    (facts.number, facts.volume) = (1, "01/\(day.year)")
    facts.persons = Array(
      [
        CertifiedPerson(name: "Lê Văn C", idKind: "thẻ căn cước", idNumber: "000000000001", manner: .signature),
        CertifiedPerson(name: "Phạm Thị D", idKind: "hộ chiếu", idNumber: "C0000002", manner: .signature),
      ].prefix(kind.leastPersons))
    facts.matter = "(loại giao dịch)"
    (facts.fromLanguage, facts.toLanguage) = ("Anh", "Việt")
    facts.originals = Originals(
      count: 3, sheets: 2, pages: 4,
      recipients: facts.persons.map { Originals.Recipient(name: "ông/bà \($0.name)", copies: 1) })
    return facts
  }
}
