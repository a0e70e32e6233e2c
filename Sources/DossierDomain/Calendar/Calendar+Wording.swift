extension CalendarRow.Kind {
  public func wording(_ language: Language) -> String {
    switch self {
    case .holiday: language.pick("nghỉ lễ", "holiday")
    case .compensatory: language.pick("nghỉ bù", "compensatory rest")
    case .swappedOff: language.pick("nghỉ hoán đổi", "swapped day off")
    case .swappedWorking: language.pick("đi làm", "worked")
    }
  }
}

extension YearlyDecision.Fault {
  public func wording(_ language: Language) -> String {
    switch self {
    case .yearUnknown(let year):
      language.pick("Lịch của chương trình không có năm \(year)", "The program's calendar does not cover \(year)")
    case .ofAnotherYear(let date):
      language.pick("\(date.slashed) thuộc năm khác", "\(date.slashed) is of another year")
    case .twice(let date): language.pick("\(date.slashed) có hai dòng", "\(date.slashed) stands there twice")
    case .tooManyRows(let maximum):
      language.pick("Một năm có quá \(maximum) dòng", "More than \(maximum) rows for a year")
    case .textTooLong(let date, let maximum):
      language.pick(
        "\(date.slashed): tên hoặc căn cứ dài quá \(maximum) ký tự",
        "\(date.slashed): name or source longer than \(maximum) characters")
    }
  }
}

/// - Parameter weekday: 1 for Monday to 7 for Sunday.
public func weekdayName(_ weekday: Int, _ language: Language) -> String {
  let vi = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"]
  let en = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  return vi.indices.contains(weekday - 1) ? language.pick(vi[weekday - 1], en[weekday - 1]) : ""
}
