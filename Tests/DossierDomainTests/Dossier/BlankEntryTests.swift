import DossierDomain
import Testing

@Suite struct BlankEntryTests {
  private static let today = moment("2026-01-05T08:00").civilDate

  @Test(arguments: [
    ("9:45", "2026-01-05T09:45"), ("09h45", "2026-01-05T09:45"), ("0.05", "2026-01-05T00:05"),
    ("9:45 4/1", "2026-01-04T09:45"), (" 9:45   04/01/2026 ", "2026-01-04T09:45"), ("16:50 31/12", "2025-12-31T16:50"),
  ])
  func aTimeIsReadAsItIsWritten(typed: String, expected: String) {
    #expect(BlankEntry.moment(typed, today: Self.today) == moment(expected))
  }

  @Test(arguments: ["", "9", "24:00", "9:60", "-1:05", "9:45 32/1", "9:45 1", "9:45 1/1 x", "9:4５", "a:bc", "9:45:10"])
  func whatIsNoTimeIsNotGuessed(typed: String) { #expect(BlankEntry.moment(typed, today: Self.today) == nil) }
}
