import DossierDomain
import OfficeWork
import Terminal

enum AppointmentsCommands {
  static let list: [Command] = [
    Command(
      "appointments", in: [.dayStart], keys: [.character("!")],
      Words("Hẹn trả đổi theo lịch nghỉ đã sửa", "Appointments that the corrected calendar moves"), group: .go
    ) { app, now in app.open(AppointmentsState(), now: now) },
    Command(
      "appointments.open", in: [.appointments], keys: [.enter], Words("Mở hồ sơ", "Open the dossier"),
      hint: Words("Mở", "Open"), group: .go,
      unless: { app in
        nothing(app)
          ?? ((app.top.screen as? AppointmentsState)?.chosen?.row.ownerName == nil
            ? Denial.confidential.wording(app.session.language) : nil)
      }
    ) { app, now in
      guard let chosen = (app.top.screen as? AppointmentsState)?.chosen, chosen.row.ownerName != nil else { return [] }
      return app.open(DetailState(id: chosen.row.id), now: now)
    },
    Command(
      "appointments.recompute", in: [.appointments], keys: [.character("!")],
      Words("Tính lại hẹn trả của tất cả", "Compute all appointments again"), hint: Words("Tính lại", "Compute again"),
      group: .act, unless: { ActionCommands.readOnly($0) ?? nothing($0) }
    ) { app, _ in
      guard let moved = (app.top.screen as? AppointmentsState)?.moved, !moved.list.isEmpty else { return [] }
      let reason = app.session.language.pick("Lịch nghỉ đã sửa", "The calendar was corrected")
      let acts = moved.list.map { Act(dossier: $0.row.id, commands: [.recomputeAppointment(reason: reason)]) }
      return app.perform(
        acts, as: Words("Tính lại hẹn trả", "Appointments computed again"), on: moved.list.map(\.row))
    },
  ]

  private static let nothing: @Sendable (App) -> String? = { app in
    (app.top.screen as? AppointmentsState)?.moved?.list.isEmpty == false
      ? nil : app.session.language.pick("Không có hồ sơ nào phải đổi ngày hẹn trả.", "No appointment has to move.")
  }
}
