import DossierDomain
import Testing

@testable import OfficeWork

@Suite("What papers are made from") struct PaperSourceTests {
  private static let office = Office(
    id: OfficeID(high: 1, low: 2), name: "Trung tâm Phục vụ hành chính công xã La Lay", agencyCode: "000.19.45.H50",
    unitCode: "19594")

  private static func received(_ number: UInt64, isConfidential: Bool = false) -> PaperSource.Received {
    let at = Instant(milliseconds: 1_795_000_000_000)
    var dossier = Dossier(
      id: DossierID(high: 5, low: number),
      codes: [.office(agency: office.agencyCode, date: at.civilDate, number: Int(number))],
      procedure: ProcedureReference(code: "1.004873", name: "x"), owner: Person(name: "Hồ Văn Mẫu"), status: .received,
      receivingOffice: office.id, decidingOffice: office.id,
      lastEntry: EntryReference(epoch: DeviceEpoch(high: 9, low: 9), sequence: Int64(number)),
      lastClerk: ClerkID(high: 3, low: 1), lastChangedAt: at)
    dossier.isConfidential = isConfidential
    return PaperSource.Received(dossier)
  }

  private static func source(
    _ subject: PaperSource.Received, _ visit: [PaperSource.Received], clerks: [Clerk] = []
  ) -> PaperSource {
    PaperSource(subject, visit: visit, office: office, clerks: clerks, calendar: WorkingCalendar())
  }

  /// The receipt of several dossiers is shown around as proof of the ordinary ones.
  @Test func aConfidentialDossierStandsOnNoReceiptWithOthers() {
    let (first, second, secret) = (Self.received(1), Self.received(2), Self.received(3, isConfidential: true))
    #expect(Self.source(first, [first, secret, second]).visit == [first, second])
    #expect(Self.source(first, [first, secret]).visit == [first])
    #expect(Self.source(secret, [first, secret, second]).visit == [secret])
    #expect(Self.source(first, []).visit == [first])
  }

  @Test func theOnlyActiveSigningLeaderSignsAndNobodyElse() {
    func clerk(_ number: UInt64, _ name: String, _ roles: Set<Clerk.Role>, isActive: Bool = true) -> Clerk {
      Clerk(id: ClerkID(high: 3, low: number), name: name, roles: roles, isActive: isActive)
    }
    let head = clerk(1, "Hồ Thị Mẫu", [.headOfDesk])
    let leader = clerk(2, "Lê Văn Mẫu", [.signingLeader])
    let former = clerk(3, "Trần Văn Mẫu", [.signingLeader], isActive: false)
    let deputy = clerk(4, "Phạm Thị Mẫu", [.signingLeader])
    func signer(_ clerks: [Clerk]) -> String { Self.source(Self.received(1), [], clerks: clerks).signer }
    #expect(signer([head, former, leader]) == "Lê Văn Mẫu")
    #expect(signer([head, leader, deputy]).isEmpty)
    #expect(signer([head, former]).isEmpty)
  }
}
