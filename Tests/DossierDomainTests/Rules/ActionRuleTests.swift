import Testing

@testable import DossierDomain

/// The screens' answer before an act, the decision about the act, and the province's later judgement must agree.
@Suite struct ActionRuleTests {
  /// One command of each kind, with details that every rule accepts.
  static func commands(by clerk: Clerk) -> [DossierCommand] {
    [
      .receive(DecisionBench.form()), .acceptOnline(assignee: nil, days: nil), .assign(to: clerk.id),
      .handOver(step: .decision, to: nil), .takeOver, .addComponent(name: "a", form: .original, quantity: 1),
      .setComponentForm(number: 1, form: .original, quantity: 1), .digitise(number: 1, blobHash: "ab"),
      .reuse(number: 1, source: "a", from: .reusedResult), .replaceByLookup(number: 1, method: .vneid, reference: "a"),
      .requestSupplement(items: ["a"]), .receiveSupplement(), .requestPayment(title: "a", amount: 1),
      .recordPayment(amount: 1, method: .cash), .refuse(reason: "không đủ", legalBasis: "b"), .withdraw(reason: "a"),
      .stop(reason: "a", legalBasis: "b"), .extend(newDue: moment("2026-12-30T08:00").civilDate, reason: "a"),
      .verify(reason: "a"),
      .complete(DossierResult(approved: true, title: "a")), .reopen(reason: "a"),
      .handBack(recipient: "a", delivery: .atDesk), .note("a"),
      .correct(field: .summary, value: "a", reason: "b"), .recomputeAppointment(reason: "a"),
      .addCode(DossierCode("G22.99-2", origin: .portal)), .issueCode, .void(reason: "a"),
      .settleConflict(DecisionBench.reference), .eraseScan(blobHash: "ab", reason: "a"),
      .issuePaper(IssuedPaperTests.paper()), .sendToSigner(signer: "a"),
    ]
  }

  private static let roleSets: [Set<Clerk.Role>] = (0..<32).map { bits in
    Set(Clerk.Role.allCases.enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element))
  }

  /// The dossier as it is, confidential, void, and with a provisional code.
  private static func variants(of dossier: Dossier) -> [Dossier] {
    var (confidential, void, provisional) = (dossier, dossier, dossier)
    confidential.isConfidential = true
    void.voidReason = "nhập nhầm"
    provisional.codes = [DossierCode("P-1", origin: .provisional)]
    return [dossier, confidential, void, provisional]
  }

  @Test(arguments: DossierStatus.allCases)
  func whatIsOfferedIsDecidedAndWhatIsNotIsDeniedForTheSameReason(status: DossierStatus) throws {
    let bench = try DecisionBench.at(status)
    let folded = try #require(bench.dossier)
    for dossier in Self.variants(of: folded) {
      for holder in [nil, bench.clerk.id, ClerkID(high: 3, low: 9)] {
        for roles in Self.roleSets { try compare(dossier, holder, roles, bench) }
      }
    }
  }

  private func compare(
    _ dossier: Dossier, _ holder: ClerkID?, _ roles: Set<Clerk.Role>, _ bench: DecisionBench
  ) throws {
    var dossier = dossier
    dossier.assignee = holder
    var clerk = bench.clerk
    clerk.roles = roles
    let standing = dossier.standing(at: bench.now)
    for command in Self.commands(by: clerk) {
      let rule = command.rule
      let offered = rule.denial(on: standing, by: clerk)
      let decided = Result { () throws(Denial) in try bench.decided(command, on: dossier, by: clerk) }
      switch decided {
      case .failure(let denial):
        if denial.isOfARule ? denial != offered : offered != nil {
          Issue.record("\(command) on \(standing) by \(roles): \(denial), offered: \(String(describing: offered))")
        }
      case .success(let action):
        if let offered { Issue.record("\(command) on \(standing) by \(roles) is decided in spite of \(offered)") }
        if !action.isPermitted(to: clerk, on: dossier) {
          Issue.record("\(command) by \(roles) is decided here and kept back by the province")
        }
      }
    }
  }

  @Test func everyCommandIsInTheList() {
    let kinds = Self.commands(by: DecisionBench().clerk).map(\.rule)
    for kind in DossierAction.Kind.allCases where ![.submitOnline, .importRow, .importUpdate, .release].contains(kind) {
      // An undo does not depend on the dossier, only on the author of the entry.
      #expect(kinds.contains(kind.rule) || kind.rule.ignoresDossier, "\(kind)")
    }
    #expect(kinds.contains(.issueCode))
  }

  /// Only roles count here, whatever the dossier is, because the province judges each entry again.
  @Test func onlyTheProvinceReleases() {
    let release = DossierAction.release(DecisionBench.reference)
    for roles in Self.roleSets {
      let clerk = Clerk(id: ClerkID(high: 3, low: 1), name: "a", roles: roles)
      #expect(!release.isPermitted(to: clerk, on: nil))
    }
  }

  @Test func theAssignmentOfAnotherIsForTheHeadOfDesk() throws {
    var bench = try DecisionBench.at(.inProgress)
    bench.clerk.roles = [.reception]
    bench.clerk.id = ClerkID(high: 3, low: 5)
    let rule = ActionRule.of(.assign)
    let dossier = try #require(bench.dossier)
    #expect(rule.denial(on: dossier.standing(at: bench.now), by: bench.clerk) == .roleMissing([.headOfDesk]))
    var free = dossier
    free.assignee = nil
    #expect(rule.denial(on: free.standing(at: bench.now), by: bench.clerk) == nil)
    #expect(
      rule.denial(on: free.standing(at: bench.now), by: bench.clerk, givingTo: .clerk(ClerkID(high: 3, low: 1)))
        == .roleMissing([.headOfDesk]))
    free.assignee = bench.clerk.id
    #expect(rule.denial(on: free.standing(at: bench.now), by: bench.clerk, givingTo: .clerk(nil)) == nil)
  }
}

extension Denial {
  /// Whether the denial comes from a row of the rules and not from the details of a command.
  fileprivate var isOfARule: Bool {
    switch self {
    case .moveNotAllowed, .alreadyFinal, .voided, .alreadyExists, .roleMissing, .confidential, .codeNotProvisional,
      .overdueAlready:
      true
    case .dossierUnknown, .procedureUnknown, .procedureGuidanceOnly, .procedureEnded, .procedureNotYet,
      .receivedElsewhere, .timeLimitUnknown, .reasonMissing, .legalBasisMissing, .reasonNotInWords,
      .itemsMissing, .supplementDayPassed, .ownerNameMissing,
      .identityNumberInvalid,
      .birthImpossible, .birthInFuture, .recipientMissing, .componentUnknown, .paperNumberInUse, .paperUnknown,
      .paperReplaced, .valueInvalid,
      .amountInvalid,
      .newDueNotLater, .newDueOnDayOff,
      .headDecides, .verifiedBefore, .verificationNotForeseen,
      .notRequested, .handedToAnother, .stepOfAnotherRole, .notHandedOver, .sameAssignee, .nothingToUndo,
      .clerkUnknown, .absenceEndsBeforeItBegins, .nameInUse, .agencyCodeIsTheProvinces, .laterEntryBuildsOnIt,
      .codeUnavailable, .blank, .book, .codeInUse, .codeOfThisOffice, .codesNotOursYet, .notImported, .numbersUsedUp,
      .machinesBehind,
      .calendarOutOfRange, .clockDoubtful,
      .lastNumberUnknown,
      .questionOpen, .conflictUnknown, .notOnline, .machineNotHers, .pinIsTheProvinces, .numbersNotHers:
      false
    }
  }
}
