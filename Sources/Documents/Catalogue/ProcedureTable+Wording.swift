import DossierDomain
import VietnameseText

extension ProcedureTable.Reason {
  public func wording(_ language: Language) -> String {
    switch self {
    case .columnsMissing:
      language.pick(
        "Không thấy dòng tên cột có \"Mã\" và \"Tên thủ tục\" trong 30 dòng đầu",
        "None of the first 30 rows names the columns \"Code\" and \"Name\"")
    case .aboveHeadings:
      language.pick(
        "Thủ tục đứng trên dòng tên cột: chuyển xuống dưới dòng ấy",
        "A procedure stands above the row of headings: move it below that row")
    case .codeMissing:
      language.pick(
        "Thiếu mã thủ tục (nếu dòng này không phải thủ tục, hãy xóa khỏi bảng)",
        "The code is missing (if this row is no procedure, delete it from the table)")
    case .columnTwice(let first, let second): TableRemarks.columnTwice(first, second, language)
    case .dateUnreadable(let text):
      language.pick("Không đọc được ngày \"\(text)\" (cần dd/mm/yyyy)", "Cannot read the date \"\(text)\" (dd/mm/yyyy)")
    case .limitUnreadable(let text):
      language.pick(
        "Không đọc được thời hạn \"\(text)\" (trong ngày, 3 ngày làm việc, 30 ngày, 3 tháng, 8 giờ làm việc, hoặc ?)",
        "Cannot read the time limit \"\(text)\" (same day, 3 working days, 30 days, 3 months, 8 working hours, or ?)")
    case .levelUnknown(let text):
      language.pick(
        "Không rõ mức độ \"\(text)\" (toàn trình, một phần, hoặc ?)",
        "Unknown online level \"\(text)\" (toàn trình, một phần, or ?)")
    case .standingUnknown(let text):
      language.pick(
        "Không rõ tình trạng \"\(text)\" (nhận tại đây, nơi khác nhận, bãi bỏ)",
        "Unknown standing \"\(text)\" (received here, received elsewhere, ended)")
    case .feeUnreadable(let text):
      language.pick(
        "Không đọc được số tiền \"\(text)\" (số đồng như 8000 hoặc 8.000; miễn phí ghi 0; chưa rõ ghi ?)",
        "Cannot read the fee \"\(text)\" (VND such as 8000 or 8,000; 0 if it is free; ? if it is not known)")
    case .boundUnreadable(let text):
      language.pick(
        "Không đọc được \"\(text)\" (số lần hoặc số ngày, hoặc ?)",
        "Cannot read \"\(text)\" (a number of times or days, or ?)")
    case .answerUnreadable(let text):
      language.pick("\"\(text)\" không phải có hay không", "\"\(text)\" is neither yes nor no")
    case .twice(let code):
      language.pick("Thủ tục \(code) có hai dòng cùng ngày hiệu lực", "\(code) stands there twice from the same day on")
    case .fault(let fault): fault.wording(language)
    }
  }
}
