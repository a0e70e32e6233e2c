import DossierDomain
import VietnameseText

/// Writes a register as CSV: form 07, or the columns of another system in its order.
public struct RegisterWriter: Sendable {
  /// The form's columns in the form's order, then those that another system needs to import it (procedure code, status,
  /// time of decision).
  private static let form07: [RegisterColumn] = [
    .ordinal, .code, .procedureName, .copies, .owner, .addressAndPhone, .decidingOffice, .received, .due, .handedBack,
    .delivery, .signature, .note, .procedureCode, .status, .resolved, .identityNumber,
  ]

  /// Behind the columns that other programs read by their places. They say what the rules of the procedure made of the
  /// dossier, and an import does not read them.
  private static let ofRules: [(heading: String, value: @Sendable (Dossier) -> String)] = [
    ("Trường hợp", { $0.caseRecord.name }), ("Các khoản thu", { $0.caseRecord.feeWording(.vi) }),
    ("Bước", { $0.stepFact?.name ?? $0.step.wording(.vi) }),
  ]

  private let columns: [OtherSystemForm.Column]
  private let showsRules: Bool
  private let officeName: String
  /// Whether identity numbers are written in full. The form has no column for them, so this program's column is masked
  /// by default. Telephone numbers are in a column of the form.
  private let showsNumbers: Bool
  /// Whether the code of this program stands in the note, by which a row that comes back is recognised.
  private let notesCode: Bool
  private let clerkName: @Sendable (ClerkID) -> String
  private var ordinal = 0

  public init(officeName: String, showsNumbers: Bool = false) {
    columns = Self.form07.map { OtherSystemForm.Column(heading: $0.heading, meaning: $0) }
    self.officeName = officeName
    self.showsNumbers = showsNumbers
    notesCode = false
    showsRules = true
    clerkName = { _ in "" }
  }

  /// The register in the form of another system.
  public init(
    _ form: OtherSystemForm, officeName: String, showsNumbers: Bool,
    clerkName: @escaping @Sendable (ClerkID) -> String
  ) {
    columns = form.columns
    self.officeName = officeName
    self.showsNumbers = showsNumbers
    notesCode = true
    showsRules = false
    self.clerkName = clerkName
  }

  /// The first line of the file, with the byte-order mark.
  public var header: String {
    DelimitedTextWriter.byteOrderMark
      + DelimitedTextWriter.line(columns.map(\.heading) + (showsRules ? Self.ofRules.map(\.heading) : []))
  }

  /// One row. Rows have to be written in the order in which the register is read.
  public mutating func row(_ dossier: Dossier) -> String {
    ordinal += 1
    var shown = dossier
    // The row of a confidential dossier has only code and dates.
    if dossier.isConfidential {
      shown.owner = Person(name: ImportedDossier.hiddenOwner)
      shown.notes = []
      (shown.applicant, shown.related, shown.result) = (nil, [], nil)
    }
    let cells = columns.map { $0.meaning.map { value($0, of: shown) } ?? "" }
    return DelimitedTextWriter.line(cells + (showsRules ? ofRules(dossier) : []))
  }

  private func ofRules(_ dossier: Dossier) -> [String] {
    Self.ofRules.map { dossier.isConfidential ? "" : $0.value(dossier) }
  }

  private func value(_ column: RegisterColumn, of dossier: Dossier) -> String {
    switch column {
    case .ordinal: String(ordinal)
    case .code: notesCode && dossier.code.origin == .provisional ? "" : dossier.code.text
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
    case .note: dossier.bookNote(code: notesCode ? dossier.code.note : "")
    case .applicant: (dossier.applicant ?? dossier.owner).name
    case .clerk: dossier.assignee.map(clerkName) ?? ""
    case .recipient: dossier.isConfidential ? "" : dossier.handBack?.recipient ?? ""
    case .channel: dossier.channel.wording(.vi)
    case .fee: dossier.fee.map(String.init) ?? ""
    case .birth: isOfFirstColumn(dossier.owner) ? dossier.owner.birth : ""
    case .birthOfWoman: sex(of: dossier.owner) == .female ? dossier.owner.birth : ""
    case .sex: has(.sexOfWoman) ? tick(dossier.owner.sex == .male) : dossier.owner.sex?.wording(.vi) ?? ""
    case .sexOfWoman: tick(dossier.owner.sex == .female)
    case .placeOfReception: officeName
    case .result: dossier.result?.documentNumber ?? ""
    case .relative: dossier.owner.relative
    case .signature, .parent, .otherPerson, .email, .field, .dateOfIssue, .timeLimit, .punctuality,
      .otherDate:
      ""
    }
  }

  private func has(_ column: RegisterColumn) -> Bool { columns.contains { $0.meaning == column } }

  /// Whether the birth stands in the first of two columns. One for men says the sex, as a reader understands it, so that the
  /// birth of somebody whose sex is not known stands in neither.
  private func isOfFirstColumn(_ owner: Person) -> Bool {
    guard has(.birthOfWoman) else { return true }
    let isForMen = columns.first { $0.meaning == .birth }?.heading.folded.words.last == "nam"
    return isForMen ? sex(of: owner) == .male : sex(of: owner) != .female
  }

  /// The sex by which a column is chosen; the number says it where nothing else does.
  private func sex(of owner: Person) -> Sex? { owner.sex ?? (try? CitizenNumber(owner.identityNumber))?.sex }

  private func tick(_ isTicked: Bool) -> String { isTicked ? "x" : "" }

  private func time(_ instant: Instant?) -> String {
    instant.map { "\($0.civilDate.slashed) \($0.civilTime)" } ?? ""
  }
}
