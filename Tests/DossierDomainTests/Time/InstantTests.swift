import DossierDomain
import Testing

@Suite struct InstantTests {
  /// Civil time is +07:00 whatever the machine's zone: 17:00 UTC is midnight of the next day.
  @Test(arguments: [
    (0, "07:00 01/01/1970"), (1_795_539_599_999, "23:59 24/11/2026"), (1_795_539_600_000, "00:00 25/11/2026"),
    (-1, "06:59 01/01/1970"), (-25_200_001, "23:59 31/12/1969"),
  ])
  func civilTimeIsSevenHoursAheadOfUTC(milliseconds: Int64, text: String) {
    #expect(Instant(milliseconds: milliseconds).clockAndDate == text)
  }

  @Test(arguments: [
    ("2026-11-24T15:00", "2026-11-24T15:00:00+07:00"), ("2026-11-24", "2026-11-24T00:00:00+07:00"),
    ("2026-11-24T08:00:00Z", "2026-11-24T15:00:00+07:00"), ("2026-11-24 15:00:01.5", "2026-11-24T15:00:01+07:00"),
    ("2026-11-24T15:00:00+09:00", "2026-11-24T13:00:00+07:00"), ("2026-01-01T00:30-05:30", "2026-01-01T13:00:00+07:00"),
  ])
  func iso8601IsReadWithItsOffset(text: String, written: String) throws {
    #expect(try #require(Instant(iso8601: text)).iso8601 == written)
  }

  @Test(arguments: [
    "", "2026-11-24T", "2026-11-24T24:00", "2026-11-24T15:60", "2026-11-24T15", "2026-11-24T15:00:60",
    "24/11/2026T15:00",
    "2026-11-24T15:00:1e1", "2026-11-24T15:00:0x1", "2026-11-24T+5:00", "2026-11-24T15:00+25:00",
    "2026-11-24T15:00Z+07:00",
    "2026-11-24T15:00:nan",
  ])
  func whatIsNoMomentIsRefused(text: String) {
    #expect(Instant(iso8601: text) == nil)
  }

  @Test func millisecondsSurviveReading() throws {
    let moment = try #require(Instant(iso8601: "1970-01-01T07:00:00.250"))
    #expect(moment.milliseconds == 250)
  }
}
