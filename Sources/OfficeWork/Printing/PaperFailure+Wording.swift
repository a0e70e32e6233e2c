import DossierDomain

extension PaperFailure {
  /// What happened, and what to do.
  public func wording(_ language: Language) -> String {
    switch self {
    case .unavailable:
      language.pick(
        "Bên cạnh chương trình không có dossier-paper nên không làm được giấy. Nhờ quản trị cài lại.",
        "dossier-paper is not beside the program, so no paper can be made. Ask the administrator to install it again.")
    case .versionDiffers:
      language.pick(
        "dossier-paper không cùng phiên bản với chương trình. Nhờ quản trị cài lại.",
        "dossier-paper is of another version than the program. Ask the administrator to install it again.")
    case .stopped:
      language.pick(
        "Làm giấy quá lâu nên đã dừng; chưa in gì. Hãy thử lại.",
        "Making the paper took too long and was stopped; nothing was printed. Try again.")
    case .unreachable:
      language.pick(
        "Dịch vụ in của máy này không chạy, hoặc printer-server trong settings.toml không đúng. Nhờ quản trị xem lại CUPS.",
        "This machine's print service does not run, or printer-server in settings.toml is wrong. Ask the administrator to look at CUPS."
      )
    case .timeout:
      language.pick(
        "Dịch vụ in không trả lời kịp; không rõ giấy đã gửi chưa. Xem khay máy in trước khi in lại.",
        "The print service did not answer in time; the paper may have been sent. Look at the printer before printing again."
      )
    case .unknownPrinter:
      language.pick(
        "Không có máy in tên đó. Chạy \"dossier printers\" để xem các máy in, rồi sửa printer trong settings.toml.",
        "There is no printer of that name. \"dossier printers\" lists them; correct printer in settings.toml.")
    case .unknownJob:
      language.pick("Dịch vụ in không còn biết việc in này.", "The print service does not know this job any more.")
    case .notAccepting:
      language.pick(
        "Máy in không nhận việc in mới. Chọn máy in khác, hoặc nhờ quản trị mở lại.",
        "The printer takes no new jobs. Choose another one, or ask the administrator to open it again.")
    case .forbidden:
      language.pick(
        "Dịch vụ in không cho người dùng này in. Nhờ quản trị cấp quyền.",
        "The print service does not let this user print. Ask the administrator for the right.")
    case .ended:
      language.pick(
        "Việc in đã kết thúc nên không hủy được nữa.", "The job has ended, so it cannot be cancelled any more.")
    case .documentRefused:
      language.pick(
        "Máy in này không in được PDF: máy tính thiếu phần mềm cho nó. Nhờ quản trị cài.",
        "This printer cannot print a PDF: the computer lacks software for it. Ask the administrator to install it.")
    case .tooLarge:
      language.pick("Giấy này quá lớn.", "This paper is too large.")
    case .noneChosen:
      language.pick(
        "Có nhiều máy in mà chưa chọn máy nào. Chạy \"dossier printers\", rồi ghi printer = \"tên\" vào settings.toml.",
        "There are several printers and none is chosen. \"dossier printers\" lists them; write printer = \"name\" in settings.toml."
      )
    case .recordMissing:
      language.pick(
        "Bản lưu của giấy chưa có ở máy này (F5), hoặc không còn nguyên vẹn.",
        "The record of the paper is not on this machine yet (F5), or not as it was.")
    case .failed(let reason):
      language.pick(
        "Không làm hoặc không in được giấy (\(reason)).", "The paper could not be made or printed (\(reason)).")
    }
  }
}
