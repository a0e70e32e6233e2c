import DossierDomain
import Testing

@Suite struct BlankEntryTests {
  private static let today = moment("2026-01-05T08:00").civilDate

  @Test(arguments: [
    ("9:45 5/1", "2026-01-05T09:45"), ("09h45 5/1", "2026-01-05T09:45"), ("0.05 5/1", "2026-01-05T00:05"),
    ("9:45 4/1", "2026-01-04T09:45"), (" 9:45   04/01/2026 ", "2026-01-04T09:45"), ("16:50 31/12", "2025-12-31T16:50"),
  ])
  func aTimeIsReadAsItIsWritten(typed: String, expected: String) {
    #expect(Self.time(typed) == .at(moment(expected)))
  }

  private static func time(
    _ typed: String, _ silences: [(String, String)] = [], printedOn: String = "2025-12-20T08:00"
  ) -> TypedTime? {
    BlankEntry.time(
      typed, today: today, silences: silences.map { moment($0.0)...moment($0.1) },
      printedOn: moment(printedOn).civilDate)
  }

  @Test func withoutADayItIsOfTheOnlySilentOne() {
    let outage = [("2026-01-05T08:05:40", "2026-01-05T10:30")]
    for (typed, expected) in [("9:45", "2026-01-05T09:45"), ("08h05", "2026-01-05T08:05")] {
      #expect(Self.time(typed, outage) == .at(moment(expected)))
    }
    // Over night: the desk was at work in the morning before.
    let night = [("2026-01-04T16:50", "2026-01-05T10:30")]
    #expect(Self.time("9:45", night) == .at(moment("2026-01-05T09:45")))
    #expect(Self.time("17:10", night) == .at(moment("2026-01-04T17:10")))
  }

  @Test func whichOfSeveralDaysItWasIsNotGuessed() {
    let days = { (texts: [String]) in texts.map { moment($0 + "T00:00").civilDate } }
    let long = [("2026-01-04T09:40", "2026-01-05T10:30")]
    #expect(Self.time("9:45", long) == .dayMissing(days(["2026-01-04", "2026-01-05"])))
    #expect(Self.time("9:30", long) == .at(moment("2026-01-05T09:30")))
    let two = [("2026-01-02T09:00", "2026-01-02T11:00"), ("2026-01-05T09:00", "2026-01-05T11:00")]
    #expect(Self.time("9:45", two) == .dayMissing(days(["2026-01-02", "2026-01-05"])))
    #expect(Self.time("9:45", two, printedOn: "2026-01-03T08:00") == .at(moment("2026-01-05T09:45")))
    #expect(Self.time("15:00", two) == .dayMissing([]))
    #expect(Self.time("9:45") == .dayMissing([]))
  }

  @Test(arguments: ["", "9", "24:00", "9:60", "-1:05", "9:45 32/1", "9:45 1", "9:45 1/1 x", "9:4５", "a:bc", "9:45:10"])
  func whatIsNoTimeIsNotGuessed(typed: String) {
    #expect(Self.time(typed, [("2026-01-05T00:00", "2026-01-05T23:59")]) == nil)
  }
}
