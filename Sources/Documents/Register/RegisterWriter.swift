import DossierDomain

/// Writes the register (form 07) as CSV: the form's columns in the form's order, then the three columns that another
/// system needs to import it (procedure code, status, time of decision).
public struct RegisterWriter: Sendable {
  private static let columns: [RegisterColumn] = [
    .ordinal, .code, .procedureName, .copies, .owner, .addressAndPhone, .decidingOffice, .received, .due, .handedBack,
    .delivery, .signature, .note, .procedureCode, .status, .resolved, .identityNumber,
  ]

  private let officeName: String
  /// Whether identity numbers are written in full. The form has no column for them, so this program's column is masked
  /// by default. Telephone numbers are in a column of the form.
  private let showsNumbers: Bool
  private var ordinal = 0

  public init(officeName: String, showsNumbers: Bool = false) {
    self.officeName = officeName
    self.showsNumbers = showsNumbers
  }

  /// The first line of the file, with the byte-order mark.
  public var header: String {
    DelimitedTextWriter.byteOrderMark + DelimitedTextWriter.line(Self.columns.map(\.heading))
  }

  /// One row. Rows have to be written in the order in which the register is read.
  public mutating func row(_ dossier: Dossier) -> String {
    ordinal += 1
    var shown = dossier
    // The row of a confidential dossier has only code and dates.
    if dossier.isConfidential {
      shown.owner = Person(name: ImportedDossier.hiddenOwner)
      shown.notes = []
    }
    return DelimitedTextWriter.line(Self.columns.map { value($0, of: shown) })
  }

  private func value(_ column: RegisterColumn, of dossier: Dossier) -> String {
    switch column {
    case .ordinal: String(ordinal)
    case .code: dossier.code.text
    case .procedureCode: dossier.procedure.code
    case .procedureName: dossier.procedure.name
    case .copies: String(dossier.copies)
    case .owner: dossier.owner.name
    case .identityNumber:
      showsNumbers ? dossier.owner.identityNumber : maskedNumber(dossier.owner.identityNumber)
    case .addressAndPhone: [dossier.owner.address, dossier.owner.phone].filter { !$0.isEmpty }.joined(separator: ", ")
    case .phone: dossier.owner.phone
    case .decidingOffice: dossier.decidingOfficeName.isEmpty ? officeName : dossier.decidingOfficeName
    case .received: time(dossier.receivedAt)
    case .due: time(dossier.dueAt)
    case .handedBack: time(dossier.handBack?.at)
    case .resolved: time(dossier.resolvedAt)
    case .status: dossier.status.wording(.vi)
    case .delivery: dossier.delivery.wording(.vi)
    case .note: note(of: dossier)
    case .signature, .applicant, .parent, .otherPerson, .placeOfReception, .clerk, .recipient, .channel, .fee, .birth,
      .sex, .email,
      .field, .dateOfIssue,
      .timeLimit, .punctuality, .result, .otherDate:
      ""
    }
  }

  private func time(_ instant: Instant?) -> String {
    instant.map { "\($0.civilDate.slashed) \($0.civilTime)" } ?? ""
  }

  /// A void dossier keeps its row, with the reason.
  private func note(of dossier: Dossier) -> String {
    if let reason = dossier.voidReason { return "Hủy: \(reason)" }
    return dossier.notes.last?.text ?? ""
  }
}
