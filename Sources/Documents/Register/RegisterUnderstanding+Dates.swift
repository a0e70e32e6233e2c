import DossierDomain

extension RegisterUnderstanding.DateGrounds {
  func wording(_ order: DateOrder, _ language: Language) -> String {
    let reason =
      switch self {
      case .rows(let line): language.pick("dòng \(line) chỉ có thể đọc vậy", "line \(line) can only be read so")
      case .codes: language.pick("khớp ngày trong mã hồ sơ", "as the days in the codes")
      case .otherColumn: language.pick("như cột ngày khác trong tệp", "as another column of the file")
      case .chosen: language.pick("đã chọn", "chosen")
      case .usual:
        language.pick(
          "theo cách viết thường dùng; không dòng nào cho thấy khác", "as is usual here; no row shows otherwise")
      case .exchanged(let text, let date):
        language.pick("dòng \(text) là chữ, dòng \(date) là ô ngày", "line \(text) is text, line \(date) a date")
      case .contradicting(let dayFirst, let monthFirst):
        language.pick(
          "trái nhau: dòng \(dayFirst) và dòng \(monthFirst)", "contradicting: lines \(dayFirst) and \(monthFirst)")
      case .doubtful(let doubt): doubt.wording(order, language)
      }
    return "\(order.wording(language)), \(reason)"
  }
}

extension RegisterUnderstanding.DateDoubt {
  func wording(_ order: DateOrder, _ language: Language) -> String {
    let (this, other) = (order.wording(language), order.other.wording(language))
    return switch self {
    case .future(let line):
      language.pick(
        "đọc \(this) thì dòng \(line) là ngày chưa tới, đọc \(other) thì không dòng nào trái",
        "read \(this), line \(line) is a day that has not come; read \(other), none is")
    case .beforeReception(let line):
      language.pick(
        "đọc \(this) thì ở dòng \(line) ngày hẹn hoặc ngày trả trước ngày nhận, đọc \(other) thì không dòng nào trái",
        "read \(this), line \(line) has its appointment or result before the reception; read \(other), none has"
      )
    case .otherColumnsDiffer:
      language.pick(
        "không dòng nào cho thấy ngày hay tháng viết trước, và các cột ngày khác của tệp viết khác nhau",
        "no row shows whether day or month comes first, and other columns of the file are written in both orders")
    case .fewBirths(let line, let count):
      language.pick(
        "dòng \(line) viết ngược lại, còn \(count) ngày sinh khác đọc được cả hai cách",
        "line \(line) is written the other way, and \(counted(count, "other birth")) can be read in both")
    case .birthsDiffer:
      language.pick(
        "không dòng nào cho thấy ngày hay tháng viết trước, mà cột ngày sinh viết tháng trước ngày",
        "no row shows whether day or month comes first, and the births are written with the month first")
    }
  }
}
