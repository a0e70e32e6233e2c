extension TimeLimit {
  public func wording(_ language: Language) -> String {
    switch self {
    case .sameDay: language.pick("trong ngày", "same day")
    case .workingDays(let count): language.pick("\(count) ngày làm việc", "\(count) working days")
    case .calendarDays(let count): language.pick("\(count) ngày", "\(count) days")
    case .months(let count): language.pick("\(count) tháng", count == 1 ? "1 month" : "\(count) months")
    case .hours(let count): language.pick("\(count) giờ làm việc", "\(count) working hours")
    case .unknown: language.pick("chưa rõ", "not known")
    }
  }
}

extension RemainingTime {
  /// For a list, whose heading says that the days are working days.
  public func wording(_ language: Language) -> String {
    switch self {
    case .overdueDays(let days): language.pick("quá hạn \(days) ngày", "\(days) d overdue")
    case .overdueToday(let due): language.pick("quá hẹn \(due.civilTime)", "past \(due.civilTime)")
    case .today(let due): language.pick("hôm nay \(due.civilTime)", "today \(due.civilTime)")
    case .workingDays(let days): language.pick("còn \(days) ngày", "\(days) d left")
    case .none: language.pick("chưa hẹn", "no date")
    }
  }

  /// The same where no heading says what is counted.
  public func fullWording(_ language: Language) -> String {
    switch self {
    case .overdueDays(let days):
      language.pick("quá hạn \(days) ngày làm việc", "\(days) working days overdue")
    case .workingDays(let days): language.pick("còn \(days) ngày làm việc", "\(days) working days left")
    case .overdueToday, .today, .none: wording(language)
    }
  }
}

extension Punctuality {
  public func wording(_ language: Language) -> String {
    switch self {
    case .early: language.pick("trước hạn", "early")
    case .onTime: language.pick("đúng hạn", "on time")
    case .late: language.pick("quá hạn", "late")
    }
  }
}

extension DeadlineReason {
  /// One step of the reasoning, with its source.
  public func wording(_ language: Language) -> String {
    switch self {
    case .receivedAfterClosing(let date):
      language.pick(
        "Nhận sau giờ làm việc: tính từ sáng \(date.slashed)",
        "Received after closing: counts from the morning of \(date.slashed)")
    case .receivedOnDayOff(let date):
      language.pick(
        "Nhận vào ngày nghỉ: tính từ sáng \(date.slashed)",
        "Received on a day off: counts from the morning of \(date.slashed)")
    case .sameDayByThree(let law):
      language.pick("Nhận không quá 15 giờ: trả trong ngày", "Received by 15:00: done in the day")
        + source(law, language)
    case .afterThreeNextWorkingDay(let date, let law):
      language.pick(
        "Nhận sau 15 giờ: trả ngày làm việc tiếp theo, \(date.slashed)",
        "Received after 15:00: next working day, \(date.slashed)") + source(law, language)
    case .firstDayNotCounted(let date):
      language.pick(
        "Không tính ngày nhận \(date.slashed) (BLDS 2015 Đ.147)",
        "The first day, \(date.slashed), is not counted (Civil Code 2015 art. 147)")
    case .workingDaysCounted(let count, let until):
      language.pick("Đếm \(count) ngày làm việc: đến \(until.slashed)", "\(count) working days: until \(until.slashed)")
    case .calendarDaysCounted(let count, let until):
      language.pick("Đếm \(count) ngày: đến \(until.slashed)", "\(count) days: until \(until.slashed)")
    case .monthsCounted(let count, let until):
      language.pick("Đếm \(count) tháng: đến \(until.slashed)", "\(count) months: until \(until.slashed)")
    case .movedToWorkingDay(let from, let to):
      language.pick(
        "\(from.slashed) là ngày nghỉ: chuyển sang \(to.slashed) (BLDS 2015 Đ.148)",
        "\(from.slashed) is a day off: moved to \(to.slashed) (Civil Code 2015 art. 148)")
    case .hoursCounted(let count):
      language.pick(
        "Đếm \(count) giờ làm việc từ lúc nhận (BLDS 2015 Đ.147)",
        "\(count) working hours from the reception (Civil Code 2015 art. 147)")
    case .dayOff(let date, let name):
      language.pick("Nghỉ \(date.slashed): \(name)", "Day off \(date.slashed): \(name)")
    case .pointClosed(let date, let next):
      language.pick(
        "Điểm tiếp nhận đóng cửa \(date.slashed): hẹn ngày mở cửa kế tiếp, \(next.slashed)",
        "The reception point is closed on \(date.slashed): it opens next on \(next.slashed)")
    case .endsAtClosing(let minute):
      language.pick("Hết giờ làm việc: \(clockText(minute))", "Close of office: \(clockText(minute))")
    }
  }

  private func source(_ law: SameDayLaw?, _ language: Language) -> String {
    law.map { " (\($0.wording(language)))" } ?? ""
  }
}

extension SameDayLaw {
  public func wording(_ language: Language) -> String {
    switch self {
    case .civilStatus: language.pick("Luật Hộ tịch Đ.5 k.3", "Civil Status Law art. 5.3")
    case .certification: language.pick("NĐ 23/2015 Đ.7", "Decree 23/2015 art. 7")
    }
  }
}

extension DeadlineError {
  public func wording(_ language: Language) -> String {
    switch self {
    case .limitUnknown:
      language.pick(
        "Thủ tục chưa có thời hạn trong danh mục. Hãy cho số ngày làm việc.",
        "The procedure's time limit is not known. Give the number of working days.")
    case .calendarOutOfRange(let date):
      language.pick(
        "Lịch làm việc chỉ có từ 2024 đến 2031, không có \(date.slashed).",
        "The working calendar covers 2024 to 2031, not \(date.slashed).")
    }
  }
}
