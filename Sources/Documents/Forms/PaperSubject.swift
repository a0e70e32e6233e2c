import DossierDomain

/// The dossier of which a paper speaks, and its people, in full: it is the citizen's own paper.
public struct PaperSubject: Hashable, Sendable {
  public var code: String
  public var procedureCode: String
  /// What is asked for (nội dung yêu cầu giải quyết).
  public var content: String
  public var owner: String
  /// Who hands it in.
  public var applicant: String
  /// Of whoever hands it in.
  public var identityNumber: String
  public var address: String
  public var phone: String
  public var email: String
  /// Of the owner; of whoever hands it in, if the owner has none, like a newborn child.
  public var codeIdentity: String

  public init(
    code: String = "", procedureCode: String = "", content: String = "", owner: String = "", applicant: String = "",
    identityNumber: String = "", address: String = "", phone: String = "", email: String = "", codeIdentity: String = ""
  ) {
    self.code = code
    self.procedureCode = procedureCode
    self.content = content
    self.owner = owner
    self.applicant = applicant
    self.identityNumber = identityNumber
    self.address = address
    self.phone = phone
    self.email = email
    self.codeIdentity = codeIdentity
  }

  /// A dossier that was not received yet may have no code.
  public init(_ dossier: Dossier) {
    let person = dossier.applicant ?? dossier.owner
    self.init(
      code: dossier.code.text, procedureCode: dossier.procedure.code,
      content: dossier.summary.isEmpty ? dossier.procedure.name : dossier.summary, owner: dossier.owner.name,
      applicant: person.name, identityNumber: person.identityNumber, address: person.address, phone: person.phone,
      email: person.email,
      codeIdentity: dossier.owner.identityNumber.isEmpty ? person.identityNumber : dossier.owner.identityNumber)
  }
}
