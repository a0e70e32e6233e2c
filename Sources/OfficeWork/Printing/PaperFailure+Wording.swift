import DossierDomain

extension PaperFailure {
  /// What happened, and what to do.
  public func wording(_ language: Language) -> String {
    let say = PaperFailureWording(language: language)
    return switch self {
    case .unavailable: say.unavailable()
    case .versionDiffers: say.versionDiffers()
    case .stopped: say.stopped()
    case .unreachable: say.unreachable()
    case .timeout: say.timeout()
    case .answerLost: say.answerLost()
    case .unknownPrinter: say.unknownPrinter()
    case .unknownJob: say.unknownJob()
    case .notAccepting: say.notAccepting()
    case .forbidden: say.forbidden()
    case .ended: say.ended()
    case .documentRefused: say.documentRefused()
    case .serverFailed: say.serverFailed()
    case .noneChosen: say.noneChosen()
    case .unknownTray(let tray): say.unknownTray(tray)
    case .faces: say.faces()
    case .tooLarge: say.tooLarge()
    case .tooLong: say.tooLong()
    case .letter(let letter): say.letter(letter)
    case .layout: say.layout()
    case .code: say.code()
    case .malformed: say.malformed()
    case .recordMissing: say.recordMissing()
    case .confidential: say.confidential()
    case .failed(let reason): say.failed(reason)
    }
  }
}

/// Words failures of papers and printers in one language.
private struct PaperFailureWording {
  let language: Language

  func unavailable() -> String {
    language.pick(
      "Bên cạnh chương trình không có dossier-paper nên không làm được giấy. Nhờ quản trị cài lại.",
      "dossier-paper is not beside the program, so no paper can be made. Ask the administrator to install it again.")
  }

  func versionDiffers() -> String {
    language.pick(
      "dossier-paper không cùng phiên bản với chương trình. Nhờ quản trị cài lại.",
      "dossier-paper is of another version than the program. Ask the administrator to install it again.")
  }

  func stopped() -> String {
    language.pick(
      "Vẽ giấy bị dừng giữa chừng; giấy này chưa in. Hãy thử lại.",
      "Drawing the paper was stopped halfway; it was not printed. Try again.")
  }

  func unreachable() -> String {
    language.pick(
      "Dịch vụ in của máy này không chạy, hoặc printer-server trong settings.toml không đúng. Nhờ quản trị xem lại CUPS.",
      "This machine's print service does not run, or printer-server in settings.toml is wrong. Ask the administrator to look at CUPS."
    )
  }

  func timeout() -> String {
    language.pick(
      "Dịch vụ in không trả lời kịp. Hãy thử lại; nếu vẫn vậy, nhờ quản trị xem lại CUPS.",
      "The print service did not answer in time. Try again; if it stays so, ask the administrator to look at CUPS.")
  }

  func answerLost() -> String {
    language.pick(
      "Dịch vụ in không trả lời rõ; không biết giấy đã in chưa. Xem khay máy in trước khi in lại.",
      "The print service gave no clear answer; the paper may have been printed. Look at the printer before printing again."
    )
  }

  func unknownPrinter() -> String {
    language.pick(
      "Không có máy in tên đó. Chạy \"dossier printers\" để xem các máy in, rồi sửa printer trong settings.toml.",
      "There is no printer of that name. \"dossier printers\" lists them; correct printer in settings.toml.")
  }

  func unknownJob() -> String {
    language.pick("Dịch vụ in không còn biết việc in này.", "The print service does not know this job any more.")
  }

  func notAccepting() -> String {
    language.pick(
      "Máy in không nhận việc in mới. Chọn máy in khác, hoặc nhờ quản trị mở lại.",
      "The printer takes no new jobs. Choose another one, or ask the administrator to open it again.")
  }

  func forbidden() -> String {
    language.pick(
      "Dịch vụ in không cho người dùng này làm việc đó. Nhờ quản trị CUPS cấp quyền.",
      "The print service does not let this user do that. Ask the administrator of CUPS for the right.")
  }

  func ended() -> String {
    language.pick(
      "Việc in đã kết thúc nên không hủy được nữa.", "The job has ended, so it cannot be cancelled any more.")
  }

  func documentRefused() -> String {
    language.pick(
      "Máy in này không in được PDF: máy tính thiếu phần mềm cho nó. Nhờ quản trị cài.",
      "This printer cannot print a PDF: the computer lacks software for it. Ask the administrator to install it.")
  }

  func serverFailed() -> String {
    language.pick(
      "Dịch vụ in báo lỗi, không nhận giấy. Nhờ quản trị xem lại CUPS.",
      "The print service reports a fault and took no paper. Ask the administrator to look at CUPS.")
  }

  func unknownTray(_ tray: String) -> String {
    language.pick(
      "Máy in không có khay \(tray). Chọn khay khác (◀ ▶), hoặc sửa tray trong settings.toml theo \"dossier printers\".",
      "The printer has no tray \(tray). Choose another one (◀ ▶), or correct tray in settings.toml after \"dossier printers\"."
    )
  }

  func noneChosen() -> String {
    language.pick(
      "Có nhiều máy in mà chưa chọn máy nào. Chạy \"dossier printers\", rồi ghi printer = \"tên\" vào settings.toml.",
      "There are several printers and none is chosen. \"dossier printers\" lists them; write printer = \"name\" in settings.toml."
    )
  }

  func faces() -> String {
    language.pick(
      "Thiếu phông chữ của giấy tờ. Nhờ quản trị cài lại chương trình.",
      "The faces of papers are missing. Ask the administrator to install the program again.")
  }

  func tooLarge() -> String {
    language.pick(
      "Giấy này quá lớn để in. Sửa cho ngắn lại; nếu vẫn vậy, nhờ quản trị xem giới hạn của CUPS.",
      "This paper is too large to be printed. Shorten it; if it stays so, ask the administrator for the limit of CUPS."
    )
  }

  func tooLong() -> String {
    language.pick(
      "Giấy này quá phức tạp nên không vẽ được; chưa in gì.",
      "This paper takes too long to be drawn; nothing was printed.")
  }

  func letter(_ letter: String) -> String {
    language.pick(
      "Phông chữ không có chữ \(letter) nên không in được giấy này. Sửa chữ đó trong hồ sơ rồi lập lại.",
      "The faces have no letter \(letter), so this paper cannot be printed. Correct it in the dossier and issue again.")
  }

  func layout() -> String {
    language.pick(
      "Có nội dung dài hơn chỗ trên giấy nên không in được giấy này. Sửa cho ngắn lại, hoặc sửa mẫu của cơ quan.",
      "Something is larger than its place on the sheet, so this paper cannot be printed. Shorten it, or correct the office's form."
    )
  }

  func code() -> String {
    language.pick(
      "Mã vạch hoặc mã QR của giấy này không chứa hết nội dung nên không in được.",
      "A bar code or QR code of this paper cannot hold its text, so it cannot be printed.")
  }

  func malformed() -> String {
    language.pick(
      "Nội dung giấy này không đúng quy cách nên không in được. Nhờ quản trị xem lại.",
      "What this paper consists of is not understood, so it cannot be printed. Ask the administrator.")
  }

  func recordMissing() -> String {
    language.pick(
      "Bản lưu của giấy chưa có ở máy này (F5), hoặc không còn nguyên vẹn.",
      "The record of the paper is not on this machine yet (F5), or not as it was.")
  }

  func confidential() -> String {
    language.pick(
      "Giấy của hồ sơ mật mà người đang dùng máy không được xem. Nhờ người phụ trách hồ sơ in.",
      "It is of a confidential dossier that you may not see. Ask whoever is in charge of it to print it.")
  }

  func failed(_ reason: String) -> String {
    language.pick(
      "Không làm hoặc không in được giấy. Báo quản trị mã lỗi \"\(reason)\".",
      "The paper could not be made or printed. Tell the administrator the code \"\(reason)\".")
  }
}
