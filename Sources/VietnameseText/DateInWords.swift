/// A date as civil-status papers write it beside its numbers ("ghi bằng chữ").
///
/// No text prescribes one form: “Ngày hai tháng ba …” and “Mùng chín tháng mười một năm …” were both seen. So the words that
/// differ are values, and whoever prints the result lets it be edited.
public struct DateInWords: Hashable, Sendable {
  /// Before the day.
  public var day: String
  /// Before the first ten days of a month, where “mùng” is usual.
  public var firstDays: String
  /// The first month; “giêng” is its name in the lunar calendar.
  public var firstMonth: String
  public var fourthMonth: String

  public init(day: String = "ngày", firstDays: String = "ngày", firstMonth: String = "một", fourthMonth: String = "tư")
  {
    self.day = day
    self.firstDays = firstDays
    self.firstMonth = firstMonth
    self.fourthMonth = fourthMonth
  }

  /// - Parameters:
  ///   - day: 1 to 31; nil if only month and year are known.
  ///   - month: 1 to 12; nil if only the year is known.
  ///   - year: 1 to 9999.
  /// - Returns: with a capital at its beginning; nil for numbers outside, or for a day without a month.
  public func text(day: Int? = nil, month: Int? = nil, year: Int) -> String? {
    guard (1...9999).contains(year), month.map({ (1...12).contains($0) }) ?? (day == nil),
      day.map({ (1...31).contains($0) }) ?? true
    else { return nil }
    var words: [String] = []
    if let day { words += [day <= 10 ? firstDays : self.day, Self.words(day)] }
    if let month { words += ["tháng", monthWord(month)] }
    words += ["năm", Self.words(year)]
    let text = words.joined(separator: " ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  private func monthWord(_ month: Int) -> String {
    switch month {
    case 1: firstMonth
    case 4: fourthMonth
    default: Self.words(month)
    }
  }

  private static func words(_ number: Int) -> String { AmountInWords().words(number) }
}
