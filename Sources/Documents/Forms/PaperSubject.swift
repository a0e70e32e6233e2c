import DossierDomain
import ReferenceData

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
  /// Of the owner, for papers that name her alone.
  public var ownerContact: Contact
  /// Of the owner; of whoever hands it in, if the owner has none, like a newborn child.
  public var codeIdentity: String

  public struct Contact: Hashable, Sendable {
    public var address: String
    public var phone: String
    public var email: String

    public init(address: String, phone: String, email: String) {
      self.address = address
      self.phone = phone
      self.email = email
    }
  }

  /// - Parameter ownerContact: nil if it is that of whoever hands it in.
  public init(
    code: String = "", procedureCode: String = "", content: String = "", owner: String = "", applicant: String = "",
    identityNumber: String = "", address: String = "", phone: String = "", email: String = "",
    ownerContact: Contact? = nil,
    codeIdentity: String = ""
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
    self.ownerContact = ownerContact ?? Contact(address: address, phone: phone, email: email)
    self.codeIdentity = codeIdentity
  }

  /// A dossier that was not received yet may have no code.
  public init(_ dossier: Dossier) {
    let (owner, person) = (dossier.owner, dossier.applicant ?? dossier.owner)
    // A newborn lives with and is reached through whoever brings her papers, so that the form asks for both once.
    let isShared = NewbornProcedures.codes.contains(dossier.procedure.code)
    func contact(_ fact: KeyPath<Person, String>) -> String {
      isShared && person[keyPath: fact].isEmpty ? owner[keyPath: fact] : person[keyPath: fact]
    }
    self.init(
      code: dossier.code.text, procedureCode: dossier.procedure.code,
      content: dossier.summary.isEmpty ? dossier.procedure.name : dossier.summary, owner: dossier.owner.name,
      applicant: person.name, identityNumber: person.identityNumber, address: contact(\.address),
      phone: contact(\.phone),
      email: contact(\.email), ownerContact: Contact(address: owner.address, phone: owner.phone, email: owner.email),
      codeIdentity: dossier.owner.identityNumber.isEmpty ? person.identityNumber : dossier.owner.identityNumber)
  }
}
