import DossierDomain
import PageDescription
import VietnameseText

/// Dates in words, with two digits for days below 10 and for January and February (NĐ 30/2020/NĐ-CP, Phụ lục I).
extension CivilDate {
  /// `ngày 05 tháng 02 năm 2026`
  public var inWords: String {
    let (year, month, day) = components
    return "ngày \(twoDigits(day)) tháng \(month <= 2 ? twoDigits(month) : "\(month)") năm \(year)"
  }
}

extension Instant {
  /// `08 giờ 42 phút, ngày 24 tháng 11 năm 2026`
  public var inWords: String {
    "\(twoDigits(minuteOfDay / 60)) giờ \(twoDigits(minuteOfDay % 60)) phút, \(civilDate.inWords)"
  }
}

extension [Run] {
  /// The date in words, or dotted places for its numbers.
  static func date(_ date: CivilDate?) -> [Run] {
    guard let date else {
      return [.text("ngày "), .blank(100), .text(" tháng "), .blank(100), .text(" năm "), .blank(150)]
    }
    return [.text(date.inWords)]
  }

  static func moment(_ moment: Instant?) -> [Run] {
    guard let moment else { return [.blank(100), .text(" giờ "), .blank(100), .text(" phút, ")] + .date(nil) }
    return [.text(moment.inWords)]
  }

  /// What is written, or a dotted line to the end.
  static func value(_ text: String) -> [Run] { text.isEmpty ? [.leader] : [.text(text)] }

  /// What is written, or a dotted place of this width.
  static func short(_ text: String, _ width: Int = 300) -> [Run] { text.isEmpty ? [.blank(width)] : [.text(text)] }

  /// `12.000 đ (Mười hai nghìn đồng)`, or a dotted line.
  static func amount(_ amount: Int?, in words: AmountInWords) -> [Run] {
    amount.map { [.text($0.money(in: words))] } ?? [.leader]
  }
}
