import Testing

@testable import DossierDomain

/// The allowed moves between the ten national statuses (domain facts 3.1).
@Suite struct StatusMoveTests {
  private static let allowed: [DossierStatus: Set<DossierStatus>] = [
    .registered: [.received, .refused, .supplementRequested, .withdrawn],
    .received: [.inProgress, .supplementRequested, .paymentRequested, .withdrawn, .stopped, .completed],
    .inProgress: [.supplementRequested, .paymentRequested, .withdrawn, .stopped, .completed],
    .supplementRequested: [.inProgress, .withdrawn, .stopped], .paymentRequested: [.inProgress, .withdrawn, .stopped],
    .completed: [.handedBack, .inProgress],
  ]

  private static let commands: [(DossierStatus, DossierCommand)] = [
    (.received, .acceptOnline(assignee: nil, days: nil)), (.refused, .refuse(reason: "không đủ", legalBasis: "b")),
    (.supplementRequested, .requestSupplement(items: ["a"])),
    (.paymentRequested, .requestPayment(title: "a", amount: 1)),
    (.withdrawn, .withdraw(reason: "a")), (.stopped, .stop(reason: "a", legalBasis: "b")),
    (.completed, .complete(DossierResult(approved: true, title: "a"))),
    (.handedBack, .handBack(recipient: "a", delivery: .atDesk)),
  ]

  @Test(arguments: DossierStatus.allCases)
  func onlyTheAllowedMovesAreDecided(from status: DossierStatus) throws {
    let bench = try DecisionBench.at(status)
    #expect(bench.dossier?.status == status)
    for (target, command) in Self.commands {
      let denial = bench.denial(of: command)
      if Self.allowed[status]?.contains(target) == true {
        #expect(denial == nil, "\(status) → \(target)")
      } else {
        #expect(denial != nil, "\(status) → \(target)")
        #expect(denial?.wording(.vi).isEmpty == false)
      }
    }
  }

  @Test(arguments: [DossierStatus.refused, .withdrawn, .stopped, .handedBack])
  func aFinalStatusTakesNotesAndCorrectionsOnly(status: DossierStatus) throws {
    let bench = try DecisionBench.at(status)
    #expect(status.isFinal)
    #expect(bench.denial(of: .note("đã gọi")) == nil)
    #expect(bench.denial(of: .handOver(step: .decision, to: nil)) == .alreadyFinal(status))
  }

  @Test func anErrorFoundBeforeHandBackReopensTheDossier() throws {
    var bench = try DecisionBench.at(.completed)
    try bench.decide(.reopen(reason: "sai tên"))
    #expect(bench.dossier?.status == .inProgress)
    #expect(bench.dossier?.result == nil)
    #expect(bench.dossier?.resolvedAt == nil)
  }

  @Test func anOnlineSubmissionThatIsSupplementedIsNewAgain() throws {
    var bench = try DecisionBench.at(.registered)
    try bench.decide(.requestSupplement(items: ["Bản chụp"]))
    try bench.decide(.receiveSupplement())
    #expect(bench.dossier?.status == .registered)
  }
}
