import DossierDomain

extension RegisterColumn {
  /// What the column means, for a clerk. Registers themselves are in Vietnamese and have `heading`.
  public func wording(_ language: Language) -> String { language.pick(heading, english) }

  private var english: String {
    switch self {
    case .ordinal: "Number in the list"
    case .code: "Dossier code"
    case .procedureCode: "Procedure code"
    case .procedureName: "Procedure"
    case .copies: "Sets handed in"
    case .owner: "Owner's name"
    case .identityNumber: "Owner's number"
    case .addressAndPhone: "Address, phone"
    case .phone: "Phone"
    case .decidingOffice: "Deciding office"
    case .received: "Received"
    case .due: "Appointment"
    case .handedBack: "Handed back"
    case .resolved: "Resolved"
    case .status: "Status"
    case .delivery: "Way of delivery"
    case .signature: "Signature"
    case .note: "Note"
    case .applicant: "Applicant"
    case .relative: "Mother or spouse"
    case .parent: "Father"
    case .otherPerson: "About another person"
    case .placeOfReception: "Place of reception"
    case .clerk: "Clerk"
    case .recipient: "Recipient"
    case .channel: "Channel"
    case .fee: "Fee"
    case .birth: "Date of birth"
    case .birthOfWoman: "Date of birth (women)"
    case .sex: "Sex"
    case .sexOfWoman: "Sex (women)"
    case .email: "Email"
    case .field: "Field"
    case .dateOfIssue: "Issue of the paper"
    case .timeLimit: "Time limit"
    case .punctuality: "In time or late"
    case .result: "Result"
    case .otherDate: "Another date"
    }
  }
}
