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

  private static let from = moment("2026-11-01").civilDate

  private static func row(
    _ received: String, _ resolved: String?, due: String?, missed: String? = nil, _ status: DossierStatus
  ) -> Report.Row {
    Report.Row(
      status: status, channel: .direct, receivedAt: moment(received), dueAt: due.map(moment),
      missedDueAt: missed.map(moment), resolvedAt: resolved.map(moment), digitisedComponents: 1, reusedComponents: 0,
      hasDigitisedResult: false)
  }

  /// Received = resolved + withdrawn + refused + stopped + open in time + open overdue + paused, carried over apart.
  @Test func theReportAddsUp() {
    var report = Report(from: Self.from, through: Self.from.adding(days: 29), now: moment("2026-11-20T08:00"))
    let rows = [
      Self.row("2026-10-20", "2026-11-05", due: "2026-11-05", .handedBack),
      Self.row("2026-10-20", "2026-10-25", due: "2026-10-25", .handedBack),
      Self.row("2026-10-20", nil, due: "2026-10-25", .supplementRequested),
      Self.row("2026-11-10", "2026-11-12", due: "2026-11-11", .completed),
      Self.row("2026-11-10", "2026-11-12", due: "2026-11-13", .completed),
      // Resolved before a later appointment, and the first one was missed.
      Self.row("2026-11-10", "2026-11-18", due: "2026-11-20", missed: "2026-11-12", .completed),
      Self.row("2026-11-10", "2026-11-12", due: nil, .completed),
      Self.row("2026-11-10", nil, due: "2026-11-13", .inProgress),
      Self.row("2026-11-10", nil, due: "2026-11-23", .received),
      Self.row("2026-11-10", nil, due: "2026-11-13", .paymentRequested),
      Self.row("2026-11-10", "2026-11-12", due: nil, .withdrawn),
      Self.row("2026-11-10", "2026-11-12", due: nil, .refused),
      Self.row("2026-11-10", "2026-11-12", due: nil, .stopped),
      // Resolved after the period: open at its end.
      Self.row("2026-11-10", "2026-12-12", due: "2026-12-12", .completed),
      Self.row("2026-12-01", nil, due: nil, .received),
    ]
    for row in rows { report.add(row) }
    #expect(report.carriedOver.all == 2 && report.carriedOver.resolved == 1 && report.carriedOver.paused == 1)
    let received = report.received
    #expect(received.all == 11)
    #expect((received.early, received.onTime, received.late, received.resolvedWithoutAppointment) == (1, 0, 2, 1))
    #expect((received.withdrawn, received.refused, received.stopped) == (1, 1, 1))
    #expect((received.openInTime, received.openOverdue, received.paused) == (2, 1, 1))
    #expect(report.total.all == 13)
    #expect(report.onTimeRate == Rate(2, of: 4))
  }

  /// A procedure that gives no paper counts as digitised when it is resolved; a look-up is a rate of its own.
  @Test func whatIsDigitisedReusedAndLookedUpIsCountedApart() {
    var report = Report(from: Self.from, through: Self.from.adding(days: 29), now: moment("2026-11-20T08:00"))
    var row = Self.row("2026-11-10", "2026-11-12", due: nil, .completed)
    row.digitisedComponents = 0
    row.lookedUpComponents = 1
    row.hasPaperResult = false
    report.add(row)
    report.add(Self.row("2026-11-10", "2026-11-12", due: nil, .completed))
    #expect(report.digitisedComponentsRate == Rate(1, of: 2))
    #expect(report.lookupRate == Rate(1, of: 2))
    #expect(report.reuseRate == Rate(0, of: 2))
    #expect(report.digitisedResultsRate == Rate(1, of: 2))
  }
}
