import DossierDomain

/// A moment as it is said to somebody: `thứ Sáu, ngày 4 tháng 12, lúc 14 giờ 30`; the year only if it is another one.
func spokenDate(_ moment: Instant, today: CivilDate, _ language: Language) -> String {
  let date = moment.civilDate
  let (_, month, day) = date.components
  let minute = moment.minuteOfDay
  let (hour, rest) = (minute / 60, minute % 60)
  switch language {
  case .vi:
    let weekday = weekdayName(date.weekday, .vi)
    let spoken = "\(weekday.prefix(1).lowercased())\(weekday.dropFirst()), ngày \(day) tháng \(month)"
    let year = date.year == today.year ? "" : " năm \(date.year)"
    return "\(spoken)\(year), lúc \(hour) giờ" + (rest == 0 ? "" : " \(twoDigits(rest))")
  case .en:
    let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    let weekday = weekdays.indices.contains(date.weekday - 1) ? weekdays[date.weekday - 1] + " " : ""
    let name = months.indices.contains(month - 1) ? months[month - 1] : ""
    let year = date.year == today.year ? "" : " \(date.year)"
    return "\(weekday)\(day) \(name)\(year), at \(hour):\(twoDigits(rest))"
  }
}
