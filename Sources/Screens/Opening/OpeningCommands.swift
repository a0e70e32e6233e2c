import DossierDomain
import OfficeWork
import Terminal

enum OpeningCommands {
  static let list: [Command] = [
    Command(
      "opening", in: Context.signedIn.subtracting([.opening]),
      Words("Giờ mở cửa, ngày trực", "Opening hours, days on duty"),
      group: .go
    ) { app, now in app.open(OpeningState(), now: now) },
    Command(
      "opening.record", in: [.opening], keys: [.enter], Words("Ghi giờ mở cửa cả tuần", "Record the week"),
      hint: Words("Ghi", "Record"), group: .act, unless: reason
    ) { app, _ in
      guard let state = app.top.screen as? OpeningState else { return [] }
      switch state.week(of: app.session.office.point) {
      case .success(let week):
        return app.perform(.setOpeningWeek(week), as: Words("Giờ mở cửa", "Opening hours"))
      case .failure(let unreadable):
        _ = app.onTop(OpeningState.self) { screen, _ in
          screen.go(to: unreadable.weekday)
          return []
        }
        let day = weekdayName(unreadable.weekday + 1, app.session.language)
        app.session.complain(
          app.session.language.pick(
            "\(day): gõ giờ như 7:00-11:30, sáng trước chiều sau.", "\(day): type hours such as 7:00-11:30, in order."))
        return []
      }
    },
    Command(
      "opening.day", in: [.opening], keys: [.control("v")],
      Words("Thêm ngày riêng: trực, đóng cửa", "Add a day of its own"),
      hint: Words("Ngày riêng", "A day"), group: .act, unless: reason
    ) { app, now in app.begin(.openingDay, now: now) },
  ]

  /// The head of desk decides about the hours.
  private static let reason: @Sendable (App) -> String? = { app in
    if let reason = ActionCommands.readOnly(app) { return reason }
    guard let clerk = app.session.clerk, !clerk.roles.isDisjoint(with: Clerk.Role.running) else {
      return Denial.roleMissing(Clerk.Role.running).wording(app.session.language)
    }
    return nil
  }
}

extension Verb {
  static let openingDay = Verb(
    "opening-day", Words("Giờ mở cửa một ngày", "Hours of one day"),
    consequence: Words(
      "Hẹn trả chỉ rơi vào giờ mở cửa; hồ sơ đã hẹn được liệt kê.",
      "Appointments fall into opening hours only; those given already are listed."),
    asks: { ask throws(Unanswered) in
      let date = try ask.ask("day", Words("Ngày (ngày/tháng/năm)", "Day (d/m/y)"), .day())
      let day = try ask.ask(
        "hours", Words("Giờ mở cửa, như 7:00-11:30; để trống là đóng cửa", "Hours such as 7:00-11:30; empty is closed"),
        .openingHours)
      let reason = try ask.ask("reason", Words("Lý do (trực, lũ lụt, …)", "Why (on duty, flood, …)"), .optional)
      guard ask.session.office.point == OpeningHours.mainPoint else {
        return OpeningDay(point: ask.session.office.point, date: date, day: day, reason: reason)
      }
      let counts = try ask.choose(
        "limits", Words("Thời hạn giải quyết tính ngày này thế nào?", "How do time limits count the day?"),
        [
          Choice(false, "calendar", Words("theo lịch làm việc chung", "by the working calendar")),
          Choice(true, "hours", Words("theo giờ mở cửa này", "by these hours")),
        ])
      return OpeningDay(
        point: ask.session.office.point, date: date, day: day, reason: reason, countsForLimits: counts)
    },
    officeEffect: { number, day, clerk in .performOffice(number, .setOpeningDay(day), by: clerk) })
}

extension Reading<OpeningHours.Day> {
  static let openingHours = Reading { text throws(Problem) in
    guard let day = OpeningHours.Day(text: text) else {
      throw Problem(
        sentence: Words("Hãy gõ giờ như 7:00-11:30, 13:30-17:00.", "Type hours such as 7:00-11:30, 13:30-17:00."))
    }
    return day
  }
}
