import DossierDomain
import JournalFormat
import Testing

@testable import ProvincialServer

/// The code of a blank receipt is that of the citizen's paper: it stands for one dossier, and for another one only when that is void.
@Suite struct BlankContractTests {
  private static let code = "000.19.45.H50-261124-0021"

  private static func receive(
    _ dossier: UInt64, _ desk: inout TestDesk, reason: String = "mất điện"
  ) throws -> EntryReference {
    var reception = Reception(
      code: DossierCode(code, origin: .office),
      procedure: ProcedureReference(code: "1.001193", name: "Đăng ký khai sinh"), owner: Person(name: "Hồ Văn Một"),
      channel: .direct, components: [], receivedAt: Instant(milliseconds: 1), appointment: nil,
      receivingOffice: desk.office.id, decidingOffice: desk.office.id)
    reception.blankReason = reason
    return try desk.write(.dossier(.receive(reception)), dossier: TestDesk.dossier(dossier))
  }

  @Test(arguments: StoreKind.allCases) func theOneOfAVoidDossierIsEnteredAgain(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    let first = try Self.receive(1, &desk)
    let tooEarly = try Self.receive(2, &desk)
    try desk.write(.dossier(.undo(first)), dossier: TestDesk.dossier(1))
    let second = try Self.receive(3, &desk)
    try desk.exchange(province)
    let annulment = try desk.write(.dossier(.void(reason: "r")), dossier: TestDesk.dossier(3))
    let third = try Self.receive(4, &desk)
    try desk.exchange(province)
    #expect(desk.verdict(of: first) == .accepted)
    #expect(desk.verdict(of: tooEarly) == .quarantined(.codeTaken))
    #expect([second, annulment, third].allSatisfy { desk.verdict(of: $0) == .accepted })
  }

  /// A replacement that was undone: the first dossier bears its code again.
  @Test(arguments: StoreKind.allCases) func theOneThatIsNotVoidAnyMoreBearsItsCodeAgain(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    _ = try Self.receive(1, &desk)
    let annulment = try desk.write(.dossier(.void(reason: "r")), dossier: TestDesk.dossier(1))
    let second = try Self.receive(2, &desk)
    try desk.write(.dossier(.undo(second)), dossier: TestDesk.dossier(2))
    try desk.write(.dossier(.undo(annulment)), dossier: TestDesk.dossier(1))
    let third = try Self.receive(3, &desk)
    try desk.exchange(province)
    #expect(desk.verdict(of: second) == .accepted)
    #expect(desk.verdict(of: third) == .quarantined(.codeTaken))
  }

  /// The code of a receipt that was printed at the reception stays with its dossier.
  @Test(arguments: StoreKind.allCases) func anOrdinaryCodeIsNeverFreeAgain(_ kind: StoreKind) throws {
    let province = try TestProvince(kind)
    var desk = try province.desk()
    let first = try Self.receive(1, &desk, reason: "")
    try desk.write(.dossier(.undo(first)), dossier: TestDesk.dossier(1))
    let second = try Self.receive(2, &desk)
    try desk.exchange(province)
    #expect(desk.verdict(of: second) == .quarantined(.codeTaken))
  }
}
