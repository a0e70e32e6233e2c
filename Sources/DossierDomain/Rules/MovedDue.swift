extension Dossier {
  /// The appointment by the present calendar, if nothing but the calendar makes it another day. Nil for an imported
  /// appointment, which no calendar of this office decided, and if the procedure or the office's settings have changed
  /// since, because then the difference says nothing about the calendar.
  public func movedDue(_ context: DecisionContext) -> Instant? {
    guard !isImported, let appointment, !appointment.calendarHash.isEmpty,
      appointment.calendarHash != context.calendarHash, appointment.settingsHash == context.settingsHash,
      context.procedure(procedure.code)?.hash == procedure.versionHash,
      let computed = try? Decision(dossier: self, context: context).computedAppointment(),
      computed.dueAt.minuteOfDay == appointment.dueAt.minuteOfDay
    else { return nil }
    return computed.dueAt == appointment.dueAt ? nil : computed.dueAt
  }
}
