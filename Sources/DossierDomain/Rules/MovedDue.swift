extension Dossier {
  /// The appointment by the present calendar, if it was computed with another one and would be different. Nil for an
  /// imported appointment, which no calendar of this office decided.
  public func movedDue(_ context: DecisionContext) -> Instant? {
    guard let appointment, !appointment.calendarHash.isEmpty, appointment.calendarHash != context.calendarHash,
      let computed = try? Decision(dossier: self, context: context).computedAppointment()
    else { return nil }
    return computed.dueAt == appointment.dueAt ? nil : computed.dueAt
  }
}
