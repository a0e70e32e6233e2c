import DossierDomain

/// Writes the register (form 07) as CSV: the form's columns in the form's order, then the three that a second system
/// needs to take it in again (procedure code, status, time of decision).
public struct RegisterWriter: Sendable {
  private static let columns: [RegisterColumn] = [
    .ordinal, .code, .procedureName, .copies, .owner, .addressAndPhone, .decidingOffice, .received, .due, .handedBack,
    .delivery, .signature, .note, .procedureCode, .status, .resolved, .identityNumber,
  ]

  private let officeName: String
  /// The form has no column for identity numbers: ours is masked unless somebody may see them. Telephone numbers stand in one
  /// of the form's own.
  private let showsNumbers: Bool
  private var ordinal = 0

  public init(officeName: String, showsNumbers: Bool = false) {
    self.officeName = officeName
    self.showsNumbers = showsNumbers
  }

  /// The head of the file, with the byte-order mark.
  public var header: String {
    DelimitedTextWriter.byteOrderMark + DelimitedTextWriter.line(Self.columns.map(\.heading))
  }

  /// One row. Call in the order in which the register is to be read.
  public mutating func row(_ dossier: Dossier) -> String {
    ordinal += 1
    return DelimitedTextWriter.line(Self.columns.map { value($0, of: dossier) })
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
    case .signature: ""
    case .note: note(of: dossier)
    }
  }

  private func time(_ instant: Instant?) -> String {
    instant.map { "\($0.civilDate.slashed) \($0.civilTime)" } ?? ""
  }

  /// A struck dossier keeps its row, with the reason.
  private func note(of dossier: Dossier) -> String {
    if let reason = dossier.voidReason { return "Hủy: \(reason)" }
    return dossier.notes.last?.text ?? ""
  }
}
