/// The denials that concern a reception or the issue of a code.
extension DenialWording {
  func procedureUnknown(_ code: String) -> String {
    language.pick("Không có thủ tục \(code) trong danh mục.", "Procedure \(code) is not in the catalogue.")
  }

  func procedureGuidanceOnly() -> String {
    language.pick(
      "Thủ tục cư trú do Công an cấp xã nhận trên hệ thống riêng. Mời công dân sang Công an xã.",
      "Residence procedures are received by the commune police in their own system.")
  }

  func procedureEnded(_ replacement: String?) -> String {
    replacement.map { code in
      language.pick(
        "Thủ tục đã bãi bỏ. Dùng thủ tục thay thế \(code).", "The procedure has ended. Use \(code) instead.")
    } ?? language.pick("Thủ tục đã bãi bỏ, không nhận mới.", "The procedure has ended; nothing new is received.")
  }

  func procedureNotYet(_ date: CivilDate) -> String {
    language.pick(
      "Thủ tục có hiệu lực từ \(date.slashed), chưa nhận được.",
      "The procedure holds from \(date.slashed); it cannot be received yet.")
  }

  func receivedElsewhere(_ offices: [OfficeRule.Who]) -> String {
    let places = offices.map { $0.wording(language) }.joined(separator: language.pick(" hoặc ", " or "))
    return language.pick(
      "Đơn vị này không nhận thủ tục này. Mời công dân nộp tại: \(places).",
      "This office does not receive it. The citizen hands it in at: \(places).")
  }

  func timeLimitUnknown() -> String {
    language.pick(
      "Danh mục chưa có thời hạn: hãy nhập số ngày làm việc.", "The time limit is not known: enter the working days.")
  }

  func codeNotProvisional() -> String {
    language.pick("Hồ sơ này đã có mã chính thức.", "It stands under a code of the office already.")
  }

  func numbersUsedUp() -> String {
    language.pick(
      "Máy này hết số của hôm nay. Đồng bộ (\(synchronise)) để xin thêm rồi làm lại.",
      "This desk has no numbers left for today. Synchronise (\(synchronise)) to get more, then try again.")
  }

  func codeUnavailable() -> String {
    language.pick("Chưa cấp được mã hồ sơ. Báo quản trị.", "No dossier code available. Tell the administrator.")
  }

  func codeInUse(_ code: String) -> String {
    language.pick("Mã \(code) đã có ở một hồ sơ. ", "A dossier has the code \(code) already. ")
      + (isForCommandLine
        ? language.pick("Xem: dossier show \(code).", "See it: dossier show \(code).")
        : language.pick("Gõ 4 số cuối sau phím 0 để xem.", "0 and its last four digits show it."))
  }

  func codeOfThisOffice(_ agency: String) -> String {
    language.pick(
      "Mã \(agency)-… là dãy số của chương trình này. Hãy gõ mã của hệ thống kia.",
      "\(agency)-… is this program's own series. Type the other system's code.")
  }

  func codesNotOursYet(_ day: CivilDate) -> String {
    language.pick(
      "Từ \(day.slashed) chương trình này mới cấp mã; đến lúc đó dùng mã của hệ thống kia\(key("^A")).",
      "This program gives codes from \(day.slashed) on; until then use the other system's\(key("^A")).")
  }

  func notImported() -> String {
    language.pick(
      "Chỉ cho hồ sơ nhập từ sổ của hệ thống trước.", "Only for dossiers that came from the register of another system."
    )
  }

  func calendarOutOfRange() -> String {
    language.pick(
      "Lịch làm việc chỉ có từ 2024 đến 2031. Xem lại ngày của máy.",
      "The calendar covers 2024 to 2031. Check the machine's date.")
  }

  func clockDoubtful(_ doubt: ClockDoubt) -> String {
    language.pick(
      "Chưa ghi gì vì ngày giờ máy đáng ngờ (lần ghi trước: \(doubt.lastEntryAt.clockAndDate)). Xem lại ngày giờ rồi xác nhận.",
      "Nothing was recorded: the machine's date is in doubt (last entry: \(doubt.lastEntryAt.clockAndDate)). Check and confirm it."
    )
  }

  func lastNumberUnknown(_ recorded: Int) -> String {
    language.pick(
      "Chưa cấp mã: lần trước chương trình bị ngắt, có thể đã in mã sau số \(recorded) mà máy không còn biết. Hãy nhập số cuối đã in hôm nay, kể cả trên phiếu dự phòng.",
      "No code was issued: the program was cut off before, and codes after number \(recorded) may be on paper. Enter the last number printed today, blank receipts included."
    )
  }

  func notOnline() -> String {
    language.pick(
      "Chỉ dùng cho hồ sơ nộp trực tuyến chưa tiếp nhận.", "Only for online submissions not yet received.")
  }
}
