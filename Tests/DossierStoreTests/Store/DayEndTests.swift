import DossierDomain
import OfficeWork
import Testing

@testable import DossierStore

@Suite struct DayEndTests {
  @Test func itCountsWhatWasReceivedTodayAndIsNotPaid() throws {
    let fixture = try OfficeFixture()
    func report() throws -> DayEndReport {
      try fixture.store.reports.dayEnd(viewer: fixture.headViewer, now: OfficeFixture.morning)
    }
    let ids = try (1...3).map { try fixture.receive("Hồ Văn \($0)").id }
    let fee = try #require(
      Catalogue.starter.version(of: OfficeFixture.certifiedCopy, on: OfficeFixture.morning.civilDate)?.fee.value)
    #expect(fee > 0)
    #expect(try report().unpaid == ids)
    #expect(try report().unpaidAmount == 3 * fee)
    try fixture.perform(.recordPayment(amount: fee, method: .cash), on: ids[0])
    try fixture.perform(.void(reason: "nhập nhầm"), on: ids[1])
    #expect(try report().unpaid == [ids[2]])
    // Other days are not today's business.
    let tomorrow = OfficeFixture.morning.adding(minutes: 1440)
    #expect(try fixture.store.reports.dayEnd(viewer: fixture.headViewer, now: tomorrow).unpaid == [])
  }
}
