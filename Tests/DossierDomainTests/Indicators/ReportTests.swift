import Testing

@testable import DossierDomain

@Suite struct ReportTests {
  /// The province's published figures for 2023, from numerators and denominators (domain facts, head).
  @Test(arguments: [
    (1696, 2057, "82,45 %"), (1108, 1696, "65,33 %"), (1696, 1696, "100,00 %"), (76, 100, "76,00 %"),
    (8664, 10_000, "86,64 %"), (9964, 10_000, "99,64 %"), (0, 5, "0,00 %"),
  ])
  func ratesReproduceThePublishedFigures(numerator: Int, denominator: Int, expected: String) {
    #expect(Rate(numerator, of: denominator).text(.vi) == expected)
  }

  @Test func anEmptyDenominatorIsADashAndNeverAHundred() {
    #expect(Rate(0, of: 0).text(.vi) == "–")
    #expect(Rate(0, of: 0).hundredths == nil)
  }

  @Test(arguments: [
    ("2026-11-20T08:00", Punctuality.early), ("2026-11-23T07:00", .onTime), ("2026-11-23T18:30", .onTime),
    ("2026-11-24T00:01", .late),
  ])
  func classesCompareDatesAndNotHours(resolved: String, expected: Punctuality) {
    #expect(Punctuality(resolvedAt: moment(resolved), dueAt: moment("2026-11-23T17:00")) == expected)
  }

  @Test func aPeriodCountsWhatCameWhatWasCarriedOverAndWhatWasResolved() throws {
    let from = try #require(CivilDate(year: 2026, month: 11, day: 1))
    var report = Report(from: from, through: from.adding(days: 29))
    func row(_ received: String, _ resolved: String?, due: String?, _ status: DossierStatus) -> Report.Row {
      Report.Row(
        status: status, channel: .direct, receivedAt: moment(received), dueAt: due.map(moment),
        resolvedAt: resolved.map(moment), digitisedComponents: 1, reusedComponents: 0, hasDigitisedResult: false)
    }
    report.add(row("2026-10-20", "2026-11-05", due: "2026-11-05", .handedBack))
    report.add(row("2026-10-20", "2026-10-25", due: "2026-10-25", .handedBack))
    report.add(row("2026-11-10", "2026-11-12", due: "2026-11-11", .completed))
    report.add(row("2026-11-10", nil, due: "2026-11-13", .inProgress))
    report.add(row("2026-11-10", "2026-11-12", due: nil, .withdrawn))
    report.add(row("2026-12-01", nil, due: nil, .received))
    #expect(report.carriedOver == 1)
    #expect(report.received == 3)
    #expect(report.resolved == 2)
    #expect(report.onTimeRate == Rate(1, of: 2))
    #expect(report.withdrawn == 1)
    #expect(report.stillOpen == 1)
  }
}
