import DossierDomain
import Testing

/// If data for a decision are missing, it is denied, and the denial says what is missing.
@Suite struct DecisionLimitTests {
  @Test func noAppointmentIsGivenBeyondTheCalendar() throws {
    let late = DecisionBench("2032-01-05T08:15")
    #expect(late.denial(of: .receive(DecisionBench.form())) == .calendarOutOfRange)
    var bench = try DecisionBench.at(.supplementRequested)
    bench.now = moment("2032-01-05T08:15")
    #expect(bench.denial(of: .receiveSupplement()) == .calendarOutOfRange)
    bench = try DecisionBench.at(.inProgress)
    #expect(
      bench.denial(of: .extend(newDue: moment("2032-01-05T08:15").civilDate, reason: "a")) == .calendarOutOfRange)
  }

  /// The days that the clerk gave at reception are the limit, if they could be recorded.
  @Test func anAppointmentIsComputedAgainOnlyFromAKnownLimit() throws {
    var bench = DecisionBench()
    bench.recordsEnteredDays = false
    try bench.decide(.receive(DecisionBench.form("1.013225", days: 3)))
    #expect(bench.denial(of: .recomputeAppointment(reason: "lịch mới")) == .timeLimitUnknown(code: "1.013225"))
    var online = DecisionBench()
    online.submitOnline()
    #expect(online.denial(of: .recomputeAppointment(reason: "lịch mới")) == .notOnline)
  }

  @Test func aNumberIsKeptWithoutTheSpacesThatWereTyped() throws {
    var bench = try DecisionBench.at(.received)
    try bench.decide(.correct(field: .ownerIdentityNumber, value: "045 191 176 943", reason: "đọc lại thẻ"))
    #expect(bench.dossier?.owner.identityNumber == "045191176943")
    #expect(bench.denial(of: .addCode(DossierCode("", origin: .portal))) == .codeUnavailable)
    #expect(bench.denial(of: .settleConflict(bench.last)) == .conflictUnknown)
    #expect(bench.denial(of: .eraseScan(blobHash: "", reason: "a")) == .itemsMissing)
  }

  /// A clerk who insists on an act that lost repeats it with the same words. An act that begins a dossier or settles a
  /// conflict cannot be repeated.
  @Test func everyActThatCanBeWantedAgainIsTheSameCommand() throws {
    let her = DecisionBench().clerk
    var again = 0
    for command in ActionRuleTests.commands(by: her) {
      for status in DossierStatus.allCases {
        let bench = try DecisionBench.at(status)
        guard let action = try? bench.decided(command, on: bench.dossier, by: her), let repeated = action.again else {
          continue
        }
        #expect(repeated.rule.permission == command.rule.permission)
        if repeated == command { again += 1 }
        let second = try? bench.decided(repeated, on: bench.dossier, by: her)
        #expect(second?.kind == action.kind, "\(command)")
        if second != action {
          // Its number is the dossier's next one, and the days that a clerk entered are not repeated.
          #expect([.addComponent, .acceptOnline].contains(action.kind), "\(command)")
        }
        break
      }
    }
    #expect(again > 20)
  }

  @Test func whoMayIsKnownBeforeTheDossierIs() {
    #expect(ActionRule.of(.eraseScan).permittedRoles == [.headOfDesk])
    #expect(ActionRule.of(.void).permittedRoles == [.reception, .headOfDesk])
    for kind: DossierAction.Kind in [.note, .assign, .release] { #expect(kind.rule.permittedRoles.isEmpty) }
  }

  @Test func entriesAreInTheOrderOfTheirChains() {
    let references = [(1, 2), (2, 1), (1, 1)].map {
      EntryReference(epoch: DeviceEpoch(high: 0, low: $0.0), sequence: $0.1)
    }
    #expect(references.sorted().map(\.sequence) == [1, 2, 1])
  }
}
