import Testing

@testable import DossierDomain

@Suite struct AcceptanceTimeTests {
  /// Wednesday to Friday; the office works from 07:00 to 11:30 and from 13:30 to 17:00, 8 hours a day.
  @Test(arguments: [
    ("2026-11-25T08:00", "2026-11-25T08:00", "còn 8 giờ"), ("2026-11-25T08:00", "2026-11-25T10:30", "còn 5 giờ"),
    ("2026-11-25T08:00", "2026-11-26T07:20", "còn 40 phút"), ("2026-11-25T08:00", "2026-11-26T08:00", "còn 0 phút"),
    ("2026-11-25T08:00", "2026-11-26T08:20", "quá 20 phút"), ("2026-11-25T08:00", "2026-11-27T09:00", "quá 9 giờ"),
    ("2026-11-27T17:30", "2026-11-30T07:00", "còn 8 giờ"),
  ])
  func onlyWorkingTimeCounts(submitted: String, now: String, says: String) {
    let left = AcceptanceTime(
      submittedAt: moment(submitted), now: moment(now), calendar: .ordinary, hours: .standard)
    #expect(left.wording(.vi) == says)
    #expect(left.isOver == says.hasPrefix("quá"))
  }
}
