import Testing

@testable import DossierDomain

/// Form 03 at the desk: nothing is received, and the person gets a paper.
@Suite struct RefusalTests {
  private static let refusal = DossierCommand.refuseReception(
    reason: "Không thuộc thẩm quyền của xã", legalBasis: "NĐ 118/2025/NĐ-CP")

  private static func form(_ procedure: String = "1.004873") -> ReceptionForm {
    var form = DecisionBench.form(procedure)
    form.isRefused = true
    return form
  }

  @Test func itEndsInTheActInWhichItBegins() throws {
    var bench = DecisionBench()
    try bench.decide(.receive(Self.form()))
    try bench.decide(Self.refusal)
    let dossier = try #require(bench.dossier)
    #expect(dossier.status == .refused && dossier.status.isFinal)
    #expect(dossier.closing?.reason == "Không thuộc thẩm quyền của xã")
    #expect(dossier.closing?.legalBasis == "NĐ 118/2025/NĐ-CP")
    #expect(dossier.receivedAt == bench.now && dossier.resolvedAt == bench.now)
    // Nothing is owed: no day, no money, no step.
    #expect(dossier.appointment == nil && dossier.fee == nil && dossier.stepFact == nil)
  }

  /// Why it is refused is often why it cannot be received.
  @Test func whatCannotBeReceivedCanBeRefused() throws {
    let codes = Catalogue.starter.versions.map(\.code).filter { Catalogue.starter.version(of: $0)?.denial != nil }
    #expect(!codes.isEmpty)
    for code in codes {
      var bench = DecisionBench()
      #expect(bench.denial(of: .receive(DecisionBench.form(code))) == Catalogue.starter.version(of: code)?.denial)
      try bench.decide(.receive(Self.form(code)))
      try bench.decide(Self.refusal)
      #expect(bench.dossier?.status == .refused)
    }
  }

  @Test func neitherOpenQuestionsNorAnUnknownLimitStandInItsWay() throws {
    for version in Catalogue.starter.versions {
      var bench = DecisionBench()
      try bench.decide(.receive(Self.form(version.code)))
    }
  }

  @Test func aReceivedDossierIsNotRefusedLater() throws {
    var bench = DecisionBench()
    try bench.decide(.receive(DecisionBench.form()))
    #expect(bench.denial(of: Self.refusal) == .moveNotAllowed(from: .received, to: .refused))
    var later = DecisionBench()
    try later.decide(.receive(Self.form()))
    later.now = later.now.adding(minutes: 1)
    #expect(later.denial(of: Self.refusal) == .moveNotAllowed(from: .received, to: .refused))
  }

  /// The citizen reads the reason (domain facts 1.3): never a technical code.
  @Test(arguments: [
    ("", Denial.reasonMissing), (" ", .reasonMissing), ("E-403", .reasonNotInWords), ("403", .reasonNotInWords),
    ("ERR_12 a", .reasonNotInWords), ("Sai", .reasonNotInWords),
  ])
  func theReasonIsInWords(reason: String, denial: Denial) throws {
    var bench = DecisionBench()
    try bench.decide(.receive(Self.form()))
    #expect(bench.denial(of: .refuseReception(reason: reason, legalBasis: "NĐ 118/2025/NĐ-CP")) == denial)
    var online = DecisionBench()
    online.submitOnline()
    #expect(online.denial(of: .refuse(reason: reason, legalBasis: "NĐ 118/2025/NĐ-CP")) == denial)
  }

  @Test func itNeedsItsLegalBasis() throws {
    var bench = DecisionBench()
    try bench.decide(.receive(Self.form()))
    #expect(
      bench.denial(of: .refuseReception(reason: "Không thuộc thẩm quyền", legalBasis: " ")) == .legalBasisMissing)
  }

  @Test func whoSignsOnlyRefusesNobody() throws {
    var bench = DecisionBench()
    try bench.decide(.receive(Self.form()))
    bench.clerk.roles = [.signingLeader]
    guard case .roleMissing? = bench.denial(of: Self.refusal) else {
      Issue.record("it was not denied for its role")
      return
    }
  }

  @Test func itIsCountedAsRefusedAndNeverAsLate() {
    var report = Report(
      from: moment("2026-11-01T00:00").civilDate, through: moment("2026-11-30T00:00").civilDate,
      now: moment("2026-12-24T08:00"))
    report.add(
      Report.Row(
        status: .refused, channel: .direct, receivedAt: moment("2026-11-10T08:00"), dueAt: nil,
        resolvedAt: moment("2026-11-10T08:00"), digitisedComponents: 0, reusedComponents: 0, hasDigitisedResult: false))
    #expect(report.received.refused == 1 && report.received.all == 1)
    #expect(report.received.resolved == 0 && report.received.open == 0)
    #expect(report.onTimeRate == Rate(0, of: 0))
  }
}
