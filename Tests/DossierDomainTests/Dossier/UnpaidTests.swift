import Testing

@testable import DossierDomain

@Suite struct UnpaidTests {
  @Test func theFeeIsOwedUntilItIsPaidAlsoAfterTheHandBack() throws {
    var bench = DecisionBench()
    try bench.decide(.receive(DecisionBench.form("2.000815")))
    try bench.decide(.complete(DossierResult(approved: true, title: "Bản sao")))
    try bench.decide(.handBack(recipient: "Hồ Thị Mơ", delivery: .atDesk))
    let fee = try #require(bench.dossier?.fee)
    #expect(fee > 0)
    #expect(bench.dossier?.unpaid == fee)
    try bench.decide(.recordPayment(amount: fee - 1, method: .cash))
    #expect(bench.dossier?.unpaid == 1)
    try bench.decide(.recordPayment(amount: 1, method: .transfer))
    #expect(bench.dossier?.unpaid == 0)
    #expect(bench.dossier?.status == .handedBack)
  }

  @Test func aVoidDossierOwesNothing() throws {
    var bench = try DecisionBench.at(.received)
    try bench.decide(.void(reason: "nhập nhầm"))
    #expect(bench.dossier?.unpaid == 0)
  }
}
