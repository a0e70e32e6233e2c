import DossierDomain

/// `Thứ Tư 25/11/2026 08:42`
func clockWording(_ now: Instant, _ language: Language) -> String {
  "\(weekdayWording(now.civilDate, language)) \(now.civilDate.slashed) \(now.civilTime)"
}

func weekdayWording(_ date: CivilDate, _ language: Language) -> String {
  weekdayName(date.weekday, language)
}

/// The days since a moment: `3 ngày`, `hôm nay`.
func daysWording(since start: Instant, now: Instant, _ language: Language) -> String {
  let days = now.civilDate.dayNumber - start.civilDate.dayNumber
  return days <= 0 ? language.pick("hôm nay", "today") : language.pick("\(days) ngày", "\(days) d")
}

/// The time until a moment, rounded up: `3 phút`, `40 giây`.
func waitWording(from now: Instant, until end: Instant, _ language: Language) -> String {
  let seconds = max(1, Int((end.milliseconds - now.milliseconds + 999) / 1000))
  guard seconds > 90 else { return language.pick("\(seconds) giây", "\(seconds) seconds") }
  let minutes = (seconds + 59) / 60
  return language.pick("\(minutes) phút", "\(minutes) minutes")
}
