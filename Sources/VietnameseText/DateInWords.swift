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

  private static let digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]

  /// A number from 1 to 9999: 0 in the tens is “linh”, 1 is “mốt” from 21 on, 4 is “tư” from 24 on, 5 is “lăm” behind tens,
  /// and a group below a thousand says its “không trăm”.
  private static func words(_ number: Int) -> String {
    var words: [String] = []
    let (thousands, hundreds, rest) = (number / 1000, number / 100 % 10, number % 100)
    if thousands > 0 { words += [digits[thousands], "nghìn"] }
    if hundreds > 0 || thousands > 0 && rest > 0 { words += [digits[hundreds], "trăm"] }
    let (tens, ones) = (rest / 10, rest % 10)
    switch tens {
    case 0: if ones > 0, number > 9 { words.append("linh") }
    case 1: words.append("mười")
    default: words += [digits[tens], "mươi"]
    }
    switch ones {
    case 0: break
    case 1 where tens > 1: words.append("mốt")
    case 4 where tens > 1: words.append("tư")
    case 5 where tens > 0: words.append("lăm")
    default: words.append(digits[ones])
    }
    return words.joined(separator: " ")
  }
}
