import DossierDomain
import Testing

/// A register is imported again: its new facts are applied, and decisions made here stay.
@Suite struct ImportRuleTests {
  private let clerk = ClerkID(high: 1, low: 1)

  private func row(
    owner: String = "Lê A", status: DossierStatus = .inProgress, note: String = "", phone: String = "",
    unsaid: ImportedFacts = []
  ) -> ImportedDossier {
    ImportedDossier(
      code: DossierCode("000.19.45.H50-261103-0001", origin: .imported),
      procedure: ProcedureReference(code: "1.004837", name: "Đăng ký giám hộ"),
      owner: Person(name: owner, phone: phone),
      status: status, receivedAt: Instant(iso8601: "2026-11-03T08:00"), dueAt: Instant(iso8601: "2026-11-06T17:00"),
      resolvedAt: nil, handedBackAt: nil, note: note, office: OfficeID(high: 9, low: 9), unsaid: unsaid)
  }

  /// The dossier after its entries, and the update of a further row; nil if there is none.
  private func after(
    _ actions: [DossierAction], _ next: ImportedDossier
  ) throws -> (update: ImportedDossier?, dossier: Dossier) {
    let id = DossierID(high: 2, low: 2)
    var history = actions.enumerated().map { place, action in
      RecordedAction(
        reference: EntryReference(epoch: DeviceEpoch(high: 3, low: 3), sequence: Int64(place + 1)), clerk: clerk,
        at: Instant(milliseconds: Int64(place)), action: action)
    }
    let before = try #require(Dossier.fold(id: id, entries: history))
    guard let update = importUpdate(next, of: before, history: history) else { return (nil, before) }
    history.append(
      RecordedAction(
        reference: EntryReference(epoch: DeviceEpoch(high: 3, low: 3), sequence: 99), clerk: clerk,
        at: Instant(milliseconds: 99), action: .importUpdate(update)))
    return (update, try #require(Dossier.fold(id: id, entries: history)))
  }

  @Test func aNewNoteLeavesWhatWasDecidedHere() throws {
    let worked: [DossierAction] = [
      .importRow(row()), .complete(DossierResult(approved: true, title: "Giấy")),
      .handBack(recipient: "Lê A", delivery: .atDesk), .note("đã gọi"),
    ]
    let (update, dossier) = try after(worked, row(note: "gọi lại", phone: "0912345678"))
    #expect(update?.unsaid == ImportedFacts.all.subtracting([.note, .ownerPhone]))
    #expect(dossier.status == .handedBack)
    #expect(dossier.resolvedAt != nil)
    #expect(dossier.notes.map(\.text) == ["đã gọi", "gọi lại"])
    #expect(dossier.owner.phone == "0912345678")
  }

  @Test func aStatusOfTheRegisterGivesWayToWorkHere() throws {
    let worked: [DossierAction] = [.importRow(row()), .complete(DossierResult(approved: true, title: "Giấy"))]
    #expect(try after(worked, row(status: .supplementRequested)).update == nil)
    #expect(try after([.importRow(row())], row(status: .supplementRequested)).dossier.status == .supplementRequested)
  }

  @Test func whatWasUndoneHereWasNotDecided() throws {
    let undone: [DossierAction] = [
      .importRow(row()), .complete(DossierResult(approved: true, title: "Giấy")),
      .undo(EntryReference(epoch: DeviceEpoch(high: 3, low: 3), sequence: 2)),
    ]
    #expect(try after(undone, row(status: .supplementRequested)).dossier.status == .supplementRequested)
  }

  @Test func aColumnThatIsMissingSaysNothing() throws {
    let whole = row(status: .handedBack, note: "x", phone: "0912345678")
    let (update, dossier) = try after([.importRow(whole)], row(unsaid: [.outcome, .ownerPhone, .note]))
    #expect(update == nil)
    #expect(dossier.status == .handedBack)
  }

  @Test func theRightRegisterPutsAWrongOneRight() throws {
    let (first, wrong) = (row(owner: "Lê A"), row(owner: "Lê B"))
    #expect(try after([.importRow(first), .importUpdate(wrong)], first).dossier.owner.name == "Lê A")
    #expect(try after([.importRow(first), .importUpdate(wrong)], wrong).update == nil)
    #expect(try after([.importRow(first), .importUpdate(wrong), .importUpdate(first)], first).update == nil)
  }

  @Test func whatAClerkCorrectedStays() throws {
    let corrected: [DossierAction] = [
      .importRow(row()), .correct(field: .ownerName, value: "Lê Ánh", reason: "gõ nhầm"),
    ]
    let (update, dossier) = try after(corrected, row(owner: "LE A", phone: "0912345678"))
    #expect(update?.unsaid.contains(.ownerName) == true)
    #expect(dossier.owner.name == "Lê Ánh")
    #expect(dossier.owner.phone == "0912345678")
  }
}
