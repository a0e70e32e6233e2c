import DossierDomain
import Testing

/// How appointments are explained at the counter: each step with its number, its day and its source.
@Suite struct DeadlineWordingTests {
  private static let day = moment("2026-12-01T08:00").civilDate

  private static let reasons: [(DeadlineReason, [String])] = [
    (.receivedAfterClosing(startsOn: day), ["01/12/2026"]), (.receivedOnDayOff(startsOn: day), ["01/12/2026"]),
    (.sameDayByThree(.civilStatus), ["15", "5"]), (.sameDayByThree(nil), ["15"]),
    (.afterThreeNextWorkingDay(day, .certification), ["15", "01/12/2026", "23/2015"]),
    (.firstDayNotCounted(day), ["01/12/2026"]), (.workingDaysCounted(7, until: day), ["7", "01/12/2026"]),
    (.calendarDaysCounted(9, until: day), ["9", "01/12/2026"]),
    (.movedToWorkingDay(from: day, to: day.adding(days: 1)), ["01/12/2026", "02/12/2026"]), (.hoursCounted(4), ["4"]),
    (.dayOff(day, name: "Tết Dương lịch"), ["01/12/2026", "Tết Dương lịch"]), (.endsAtClosing(minute: 1020), ["17"]),
  ]

  @Test(arguments: reasons) func eachStepSaysWhatItWorkedOn(_ reason: DeadlineReason, _ facts: [String]) {
    let (vietnamese, english) = (reason.wording(.vi), reason.wording(.en))
    #expect(vietnamese != english)
    for fact in facts { #expect(vietnamese.contains(fact) && english.contains(fact), "\(vietnamese) \(english)") }
  }

  /// One law for each field: a certification does not cite the Civil Status Law.
  @Test(arguments: [("Hộ tịch", "Luật Hộ tịch", "NĐ 23/2015"), ("Chứng thực", "NĐ 23/2015", "Luật Hộ tịch")])
  func aSameDayLimitCitesTheLawOfItsField(field: String, cited: String, other: String) throws {
    let law = try #require(SameDayLaw(field: field))
    for reason in [DeadlineReason.sameDayByThree(law), .afterThreeNextWorkingDay(Self.day, law)] {
      #expect(reason.wording(.vi).contains(cited) && !reason.wording(.vi).contains(other))
    }
    #expect(SameDayLaw(field: "Bảo trợ xã hội") == nil)
  }

  @Test(arguments: [
    (TimeLimit.sameDay, "trong ngày", "same day"), (.workingDays(5), "5 ngày làm việc", "5 working days"),
    (.calendarDays(30), "30 ngày", "30 days"), (.hours(4), "4 giờ làm việc", "4 working hours"),
    (.unknown, "chưa rõ", "not known"),
  ])
  func aLimitIsSaidAsTheCatalogueSaysIt(_ limit: TimeLimit, _ vietnamese: String, _ english: String) {
    #expect(limit.wording(.vi) == vietnamese && limit.wording(.en) == english)
  }

  @Test func punctualityHasThreeWordsInEachLanguage() {
    let all: [Punctuality] = [.early, .onTime, .late]
    #expect(all.map { $0.wording(.vi) } == ["trước hạn", "đúng hạn", "quá hạn"])
    #expect(Set(all.map { $0.wording(.en) }).count == 3)
  }

  @Test func whatCannotBeComputedIsSaidWithWhatToDo() {
    #expect(DeadlineError.limitUnknown.wording(.vi).contains("số ngày làm việc"))
    #expect(DeadlineError.limitUnknown.wording(.en).contains("working days"))
    for language in Language.allCases {
      #expect(DeadlineError.calendarOutOfRange(Self.day).wording(language).contains("01/12/2026"))
    }
  }

  @Test func noPauseLeadsBeyondTheCalendar() throws {
    let due = moment("2031-12-30T17:00")
    #expect(throws: DeadlineError.self) {
      try DeadlineRule.resumed(
        dueAt: due, pausedAt: moment("2031-06-02T08:00"), resumedAt: moment("2031-12-29T08:00"),
        limit: .workingDays(3), calendar: .standard, hours: .standard)
    }
  }
}
