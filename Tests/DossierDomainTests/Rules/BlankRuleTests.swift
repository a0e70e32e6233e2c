import DossierDomain
import Testing

/// What was received on a blank receipt while there was no current is entered afterwards, with the time on the paper.
@Suite struct BlankRuleTests {
  private static let code = "000.19.45.H50-261117-0021"
  private static let printed = moment("2026-11-17T16:00")
  private static let silence = moment("2026-11-18T08:50")...moment("2026-11-18T10:30")

  /// The current went at about 8:50 and was back at 10:30; it is 10:40 now.
  private static func bench(_ state: BlankReceipt.State = .unused) -> DecisionBench {
    var bench = DecisionBench("2026-11-18T10:40")
    bench.blanks = [BlankReceipt(code: DossierCode(code, origin: .office), printedAt: printed, state: state)]
    bench.silences = [silence]
    return bench
  }

  private static func command(
    _ time: String = "2026-11-18T09:45", code: String = code, reason: String = "mất điện",
    procedure: String = "1.004873"
  ) -> DossierCommand {
    var form = DecisionBench.form(procedure)
    form.blank = BlankEntry(code: code, receivedAt: moment(time), reason: reason)
    return .receive(form)
  }

  @Test func itHasTheCodeAndTheTimeOfThePaper() throws {
    var bench = Self.bench()
    try bench.decide(Self.command())
    let dossier = try #require(bench.dossier)
    #expect(dossier.code.text == Self.code)
    #expect(dossier.receivedAt == moment("2026-11-18T09:45"))
    #expect(dossier.onBlank == OnBlank(reason: "mất điện", recordedAt: bench.now))
  }

  @Test func whatIsReceivedNowIsMarkedByNothing() throws {
    var bench = Self.bench()
    try bench.decide(.receive(DecisionBench.form()))
    #expect(bench.dossier?.onBlank == nil)
    #expect(bench.dossier?.receivedAt == bench.now)
  }

  /// The time limit is the same as if it had been recorded at that time.
  @Test(arguments: ["2026-11-18T09:45", "2026-11-18T08:50"]) func theDeadlineRunsFromThePaper(time: String) throws {
    var onPaper = Self.bench()
    onPaper.now = moment("2026-11-19T10:40")
    onPaper.silences = [Self.silence.lowerBound...moment("2026-11-19T10:30")]
    try onPaper.decide(Self.command(time))
    var atOnce = DecisionBench(time)
    try atOnce.decide(.receive(DecisionBench.form()))
    let due = try #require(atOnce.dossier?.dueAt)
    #expect(onPaper.dossier?.dueAt == due)
    var later = DecisionBench("2026-11-19T10:40")
    try later.decide(.receive(DecisionBench.form()))
    #expect(later.dossier?.dueAt != due)
  }

  /// The law that was in force when the citizen stood there decides, also over a midnight on which it changed.
  @Test(arguments: [("2026-11-18T16:50", TimeLimit.workingDays(5)), ("2026-11-19T08:10", .workingDays(2))])
  func theLawIsThatOfThePaper(time: String, limit: TimeLimit) throws {
    var new = try #require(Catalogue.starter.version(of: "1.004873"))
    new.rules = .none
    var old = new
    (old.timeLimit, old.fee, old.validFrom) = (
      .workingDays(5), .known(8000), .known(moment("2026-01-01T00:00").civilDate)
    )
    (new.timeLimit, new.fee, new.validFrom) = (.workingDays(2), .known(0), .known(moment("2026-11-19T00:00").civilDate))
    var bench = Self.bench()
    (bench.catalogue, bench.isCatalogueDated) = (Catalogue(changes: [old, new]), true)
    bench.now = moment("2026-11-19T08:30")
    bench.silences = [Self.silence.lowerBound...bench.now]
    try bench.decide(Self.command(time))
    var atOnce = DecisionBench(time)
    atOnce.procedures = ["1.004873": ((limit == .workingDays(5) ? old : new), "hash")]
    try atOnce.decide(.receive(DecisionBench.form()))
    let (dossier, expected) = (try #require(bench.dossier), try #require(atOnce.dossier))
    #expect(dossier.dueAt == expected.dueAt && dossier.fee == expected.fee)
    #expect(dossier.fee == (limit == .workingDays(5) ? 8000 : 0) && expected.dueAt != nil)
  }

  @Test func theCodeMayBeTypedCarelessly() throws {
    var bench = Self.bench()
    try bench.decide(Self.command(code: " 000.19.45.h50–261117–0021"))
    #expect(bench.dossier?.code.text == Self.code)
  }

  private static let wrong: [(BlankReceipt.State, BlankDenial)] = [
    (.used, .used(code: code)), (.struck(reason: "rách"), .struck(code: code, reason: "rách")),
    (.ofEarlierLife, .ofEarlierLife(code: code)),
  ]

  @Test(arguments: wrong) func onlyAnUnusedOneIsEntered(state: BlankReceipt.State, denial: BlankDenial) {
    #expect(Self.bench(state).denial(of: Self.command()) == .blank(denial))
  }

  /// Its facts were checked when it was entered, perhaps at another desk; with another time they are checked again.
  @Test func theOneInItsPlaceIsReceivedOnTheSamePaper() throws {
    var first = Self.bench()
    try first.decide(Self.command())
    var bench = DecisionBench("2026-11-20T08:00")
    bench.replaced = first.dossier
    #expect(
      bench.denial(of: Self.command("2026-11-18T09:46")) == .blank(.unknown(code: Self.code)))
    try bench.decide(Self.command())
    let dossier = try #require(bench.dossier)
    #expect(dossier.code.text == Self.code && dossier.receivedAt == moment("2026-11-18T09:45"))
    #expect(dossier.onBlank == OnBlank(reason: "mất điện", recordedAt: bench.now))
  }

  /// The code of a void dossier's paper stands for nothing, unless the province may still let the dossier count.
  @Test func aVoidDossierLeavesItsBlank() throws {
    var bench = Self.bench()
    try bench.decide(Self.command())
    #expect(bench.dossier?.leavesItsBlank == false)
    var undone = bench
    try undone.decide(.undo(undone.last))
    #expect(undone.dossier?.leavesItsBlank == true)
    var held = bench
    held.rule(.quarantined(.codeTaken))
    #expect(held.dossier?.isVoid == true && held.dossier?.leavesItsBlank == false)
    var ordinary = DecisionBench()
    try ordinary.decide(.receive(DecisionBench.form()))
    try ordinary.decide(.void(reason: "nhập nhầm"))
    #expect(ordinary.dossier?.leavesItsBlank == false)
  }

  @Test func aVoidIsNotUndoneWhenAnotherDossierBearsTheCode() throws {
    var bench = Self.bench()
    try bench.decide(Self.command())
    try bench.decide(.void(reason: "nhập nhầm"))
    bench.borneCodes = [Self.code]
    #expect(bench.denial(of: .undo(bench.last)) == .codeInUse(Self.code))
    bench.borneCodes = []
    try bench.decide(.undo(bench.last))
    #expect(bench.dossier?.isVoid == false)
  }

  @Test func onlyOneThatThisDeskHasPrintedIsEntered() {
    let other = "000.19.45.H50-261117-0022"
    #expect(Self.bench().denial(of: Self.command(code: other)) == .blank(.unknown(code: other)))
    #expect(DecisionBench().denial(of: Self.command()) == .blank(.unknown(code: Self.code)))
  }

  @Test(arguments: [
    ("2026-11-18T10:41", BlankDenial.inFuture), ("2026-11-17T15:59", .beforePrinting(at: printed)),
    ("2026-11-18T08:49", .deskWasOpen(silence: silence)), ("2026-11-18T10:31", .deskWasOpen(silence: silence)),
  ])
  func theTimeLiesInASilenceOfTheDesk(time: String, denial: BlankDenial) {
    #expect(Self.bench().denial(of: Self.command(time)) == .blank(denial))
  }

  @Test func withoutASilenceNothingIsEntered() {
    var bench = Self.bench()
    bench.silences = []
    #expect(bench.denial(of: Self.command()) == .blank(.deskWasOpen(silence: nil)))
  }

  /// The program may have been opened several times before the papers are entered.
  @Test func eachKnownSilenceWillDo() throws {
    var bench = Self.bench()
    bench.silences.append(moment("2026-11-18T10:35")...bench.now)
    try bench.decide(Self.command())
    #expect(bench.dossier != nil)
  }

  /// Seconds are on no paper.
  @Test func aBoundCountsToTheMinute() throws {
    var bench = Self.bench()
    bench.silences = [Instant(milliseconds: moment("2026-11-18T09:45").milliseconds + 40_000)...bench.now]
    try bench.decide(Self.command())
    #expect(bench.dossier != nil)
  }

  @Test(arguments: ["", "  ", "12"]) func aReasonIsGiven(reason: String) {
    #expect(Self.bench().denial(of: Self.command(reason: reason)) == .reasonMissing)
  }

  /// A wrong clock would make a wrong time of the paper look right.
  @Test func theClockMustBeRight() {
    var bench = Self.bench()
    bench.lastEntryAt = moment("2026-11-18T11:40")
    #expect(
      bench.denial(of: Self.command()) == .clockDoubtful(.earlier(thanEntryAt: moment("2026-11-18T11:40"))))
  }

  @Test func theTimelineSaysIt() throws {
    var bench = Self.bench()
    let action = try bench.decide(Self.command())
    for language in Language.allCases {
      let line = action.wording(language) { _ in "" }
      #expect(line.contains("09:45 18/11/2026") && line.contains("mất điện"), "\(line)")
    }
    #expect(OnBlank(reason: "mất điện", recordedAt: bench.now).wording(.vi).contains("10:40 18/11/2026: mất điện"))
  }
}
