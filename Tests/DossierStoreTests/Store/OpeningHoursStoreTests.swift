import DossierDomain
import Foundation
import OfficeWork
import Testing

@testable import DossierStore

/// When the reception points of an office are open, and what that does to appointments.
@Suite struct OpeningHoursStoreTests {
  private static let morning = OpeningHours.Day(text: "7:00-11:30") ?? .closed
  private static let day = OpeningHours.Day(text: "7:00-11:30, 13:30-17:00") ?? .closed
  /// Saturday, 28 November 2026.
  private static let saturday = Instant(milliseconds: OfficeFixture.morning.milliseconds + 4 * 86_400_000)

  private static func decide(_ office: OfficeFixture, _ action: OfficeAction) throws {
    try office.store.decisions.perform(action, by: office.head.id, at: OfficeFixture.morning)
  }

  private static func onDuty(_ point: String = OpeningHours.mainPoint) throws -> OfficeAction {
    .setOpeningWeek(
      try #require(OpeningWeek(point: point, days: [day, day, day, day, day, morning, .closed])))
  }

  @Test func aReceptionOnDutyIsDoneInTheDay() throws {
    let office = try OfficeFixture()
    try Self.decide(office, Self.onDuty())
    let row = try office.receive(at: Self.saturday)
    #expect(row.dueAt?.clockAndDate == "11:30 28/11/2026")
  }

  /// The hours of a point hold for the desks that stand at it.
  @Test func eachDeskHasTheHoursOfItsPoint() throws {
    let office = try OfficeFixture()
    try Self.decide(office, Self.onDuty("A Ngo"))
    #expect(try office.store.office.opening().openingHours == nil)
    try office.store.office.setPoint("A Ngo")
    #expect(try office.store.office.opening().openingHours?.week[5] == Self.morning)
    #expect(try office.receive(at: Self.saturday).dueAt?.clockAndDate == "11:30 28/11/2026")
    #expect(try office.store.office.openingHours().map(\.point) == ["", "A Ngo"])
  }

  @Test func whoWasToldToComeOnAClosedDayIsListed() throws {
    let office = try OfficeFixture()
    let row = try office.receive(procedure: OfficeFixture.maritalStatus)
    let due = try #require(row.dueAt).civilDate
    #expect(try office.store.queue.strandedAppointments(from: due, viewer: office.headViewer).isEmpty)
    try Self.decide(
      office, .setOpeningDay(OpeningDay(point: "", date: due, day: Self.morning, reason: "lũ")))
    #expect(try office.store.queue.strandedAppointments(from: due, viewer: office.headViewer).map(\.id) == [row.id])
    #expect(
      try office.store.queue.strandedAppointments(on: due, at: "", viewer: office.headViewer).map(\.id) == [row.id])
    try Self.decide(office, .setOpeningDay(OpeningDay(point: "", date: due, day: nil, reason: "")))
    #expect(try office.store.queue.strandedAppointments(from: due, viewer: office.headViewer).isEmpty)
  }

  /// However far away the appointment is: the week holds until another one is decided.
  @Test func whoWasToldToComeOnADayThatTheWeekClosesIsListed() throws {
    let office = try OfficeFixture()
    let row = try office.receive(procedure: OfficeFixture.maritalStatus)
    let due = try #require(row.dueAt).civilDate
    let early = due.adding(days: -60)
    #expect(try office.store.queue.strandedAppointments(from: early, viewer: office.headViewer).isEmpty)
    var days = [OpeningHours.Day](repeating: Self.day, count: 7)
    days[due.weekday - 1] = .closed
    try Self.decide(office, .setOpeningWeek(try #require(OpeningWeek(point: "", days: days))))
    #expect(try office.store.queue.strandedAppointments(from: early, viewer: office.headViewer).map(\.id) == [row.id])
    #expect(
      try office.store.queue.strandedAppointments(from: early, at: "A Ngo", viewer: office.headViewer).isEmpty)
    let query = CallQuery(reason: .closed, today: early, holder: nil, viewer: office.headViewer)
    #expect(try office.store.queue.calls(query).map(\.row.id) == [row.id])
  }

  @Test func theHoursAreAProjectionOfTheJournal() throws {
    let office = try OfficeFixture()
    try Self.decide(office, Self.onDuty())
    try Self.decide(
      office,
      .setOpeningDay(OpeningDay(point: "", date: Self.saturday.civilDate, day: .closed, reason: "lũ")))
    let before = try office.store.office.hours(of: "")
    #expect(before.special[Self.saturday.civilDate]?.day == .closed)
    #expect(try office.store.upkeep.verify().faults.isEmpty)
    try office.store.upkeep.rebuild()
    #expect(try office.store.office.hours(of: "") == before)
  }

  /// A decision about opening hours moves limits only if it says so, and the appointments of the day after follow.
  @Test(arguments: [false, true]) func limitsRunByADutyDayIfTheDecisionSaysSo(counts: Bool) throws {
    let office = try OfficeFixture()
    let saturday = Self.saturday.civilDate
    try Self.decide(
      office,
      .setOpeningDay(
        OpeningDay(point: "", date: saturday, day: Self.morning, reason: "trực", countsForLimits: counts)))
    #expect(try office.store.office.opening().calendar.isWorkingDay(saturday) == counts)
    let closed = saturday.adding(days: 2)
    #expect(try office.store.office.opening().calendar.isWorkingDay(closed))
    try Self.decide(
      office,
      .setOpeningDay(OpeningDay(point: "", date: closed, day: .closed, reason: "lũ", countsForLimits: counts)))
    #expect(try office.store.office.opening().calendar.isWorkingDay(closed) == !counts)
    try office.store.upkeep.rebuild()
    #expect(try office.store.office.opening().calendar.isWorkingDay(saturday) == counts)
    #expect(try office.store.upkeep.verify().faults.isEmpty)
  }

  @Test func onlyWhoRunsTheDeskDecides() throws {
    let office = try OfficeFixture()
    #expect(throws: StoreError.denied(.roleMissing(Clerk.Role.running))) {
      try office.store.decisions.perform(try Self.onDuty(), by: office.reception.id, at: OfficeFixture.morning)
    }
  }
}

/// A corrected calendar moves no appointment by itself.
@Suite struct MovedAppointmentTests {
  /// An office with one dossier whose appointment became a day off.
  private static func office(
    _ procedure: String = OfficeFixture.maritalStatus
  ) throws -> (OfficeFixture, QueueRow, due: Instant) {
    let office = try OfficeFixture()
    let row = try office.receive(procedure: procedure)
    let due = try #require(row.dueAt)
    #expect(try moved(office).list.isEmpty)
    let rows = [CalendarRow(date: due.civilDate, kind: .swappedOff, name: "nghỉ bù", source: "QĐ")]
    try office.store.decisions.perform(
      .setDays(try YearlyDecision(year: 2026, rows: rows)), by: office.head.id, at: OfficeFixture.morning)
    return (office, row, due)
  }

  /// Of the second procedure the time limit is not known, so that the clerk has entered the days.
  @Test(arguments: [OfficeFixture.maritalStatus, OfficeFixture.withoutLimit])
  func theyAreListedUntilTheyAreComputedAgain(procedure: String?) throws {
    let (office, row, due) = try Self.office(try #require(procedure))
    let moved = try Self.moved(office)
    #expect(moved.list.map(\.row.id) == [row.id] && moved.list[0].newDueAt > due && !moved.isSeen)
    #expect(try office.store.queue.card(row.id, viewer: office.headViewer)?.dossier.dueAt == due)
    try office.store.decisions.noteAppointmentsSeen(moved.calendarHash)
    #expect(try Self.moved(office).isSeen)
    try office.perform(.recomputeAppointment(reason: "lịch"), on: row.id)
    #expect(try Self.moved(office).list.isEmpty)
  }

  @Test func otherOpeningHoursSayNothingAboutTheCalendar() throws {
    let (office, _, _) = try Self.office()
    #expect(try Self.moved(office).list.count == 1)
    let closed = [OpeningHours.Day](repeating: .closed, count: 6)
    let morning = try #require(OpeningHours.Day(text: "7:00-11:30"))
    try office.store.decisions.perform(
      .setOpeningWeek(try #require(OpeningWeek(point: "", days: [morning] + closed))), by: office.head.id,
      at: OfficeFixture.morning)
    #expect(try Self.moved(office).list.isEmpty)
  }

  private static func moved(_ office: OfficeFixture) throws -> MovedAppointments {
    try office.store.decisions.movedAppointments(by: office.head.id, at: OfficeFixture.morning)
  }
}
