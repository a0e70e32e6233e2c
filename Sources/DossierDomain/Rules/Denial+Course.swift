/// The denials that concern the course of a dossier.
extension DenialWording {
  func reasonNotInWords() -> String {
    language.pick(
      "Hãy ghi lý do thành câu để công dân đọc hiểu, không ghi mã lỗi.",
      "Write the reason as words that the citizen understands, not as a code.")
  }

  func moveNotAllowed(_ from: DossierStatus, _ to: DossierStatus) -> String {
    let refusal =
      from == to
      ? language.pick("Hồ sơ đã ở \"\(from.wording(.vi))\" rồi.", "The dossier is \"\(from.wording(.en))\" already.")
      : language.pick(
        "Hồ sơ đang \"\(from.wording(.vi))\", không chuyển sang \"\(to.wording(.vi))\" được.",
        "The dossier is \"\(from.wording(.en))\" and cannot become \"\(to.wording(.en))\".")
    return wayOut(from, to).map { refusal + " " + $0 } ?? refusal
  }

  /// What to do first; nil if nothing is known to help.
  private func wayOut(_ from: DossierStatus, _ to: DossierStatus) -> String? {
    if from == .registered { return language.pick("Hãy tiếp nhận\(key("R")) trước.", "Accept it\(key("R")) first.") }
    if from == .supplementRequested {
      return language.pick("Hãy nhận bổ sung\(key("G")) trước.", "Take the supplement\(key("G")) first.")
    }
    if from == .paymentRequested {
      return language.pick("Hãy ghi tiền đã thu\(key("P")) trước.", "Record the payment\(key("P")) first.")
    }
    if from == .completed, [.inProgress, .supplementRequested, .paymentRequested, .withdrawn, .stopped].contains(to) {
      return language.pick("Hãy mở lại\(key("^O")) trước.", "Reopen it\(key("^O")) first.")
    }
    if to == .handedBack {
      return language.pick("Hãy ghi kết quả\(key("X")) trước.", "Record the result\(key("X")) first.")
    }
    return to == .inProgress ? language.pick("Hồ sơ không chờ bổ sung.", "No supplement is awaited.") : nil
  }

  func voided(_ reason: String) -> String {
    reason.isEmpty
      ? language.pick("Hồ sơ đã hủy, không làm gì thêm được.", "The dossier is void; nothing more can be done.")
      : language.pick("Hồ sơ đã hủy: \(reason).", "The dossier is void: \(reason).")
  }

  func alreadyFinal(_ status: DossierStatus) -> String {
    language.pick("Hồ sơ đã kết thúc: \(status.wording(.vi)).", "The dossier has ended: \(status.wording(.en)).")
  }

  func supplementDayPassed() -> String {
    language.pick("Hạn bổ sung phải sau hôm nay.", "The last day for the supplement must be after today.")
  }

  func newDueOnDayOff(_ next: CivilDate) -> String {
    language.pick(
      "Ngày đó nghỉ. Ngày làm việc kế tiếp: \(next.slashed).",
      "That is a day off. The next working day: \(next.slashed).")
  }

  func overdueAlready(_ due: Instant) -> String {
    language.pick(
      "Đã quá hẹn trả \(due.clockAndDate), không dừng đồng hồ được nữa. Gửi phiếu xin lỗi, hẹn lại ngày trả trước\(key("L")).",
      """
      The appointment \(due.clockAndDate) has passed, so the clock cannot stop. Send an apology with a new date \
      first\(key("L")).
      """)
  }

  func headDecides(_ exception: Denial.Exception) -> String {
    switch exception {
    case .stopWhileAwaited:
      language.pick(
        "Hồ sơ đang chờ công dân bổ sung. Dừng giải quyết do phụ trách bộ phận quyết định. Hãy gọi điện nhắc\(key(";")).",
        "Papers are awaited from the citizen. Stopping is the head of desk's decision. Call and remind her\(key(";")).")
    case .furtherSupplement:
      language.pick(
        "Hồ sơ này đã yêu cầu bổ sung. Yêu cầu lần nữa do phụ trách bộ phận quyết định, kèm lý do.",
        "Papers were requested before. A further request is the head of desk's decision, with a reason.")
    case .furtherExtension:
      language.pick(
        "Hồ sơ này đã gia hạn. Gia hạn lần nữa do phụ trách bộ phận quyết định, kèm lý do.",
        "It was extended before. A further extension is the head of desk's decision, with a reason.")
    case .lateVerification:
      language.pick(
        "Đã quá hẹn trả. Xác minh lúc này do phụ trách bộ phận quyết định, kèm lý do. Hãy gửi phiếu xin lỗi\(key("L")).",
        "The appointment has passed. A verification now is the head of desk's decision. Send an apology\(key("L")).")
    case .longExtension(let days):
      language.pick(
        "Gia hạn quá \(days) ngày làm việc do phụ trách bộ phận quyết định, kèm lý do. Chọn ngày gần hơn.",
        "An extension of more than \(days) working days is the head of desk's decision. Choose an earlier day.")
    case .elsewhere(let offices):
      receivedElsewhere(offices)
        + language.pick(
          " Muốn vẫn nhận: phụ trách bộ phận quyết định, kèm lý do.",
          " To receive it all the same is the head of desk's decision, with a reason.")
    }
  }

  func verifiedBefore(_ due: Instant) -> String {
    language.pick(
      "Hồ sơ này đã thêm thời hạn xác minh, hẹn \(due.clockAndDate). Muốn hẹn lại nữa thì gia hạn theo mẫu 04\(key("L")).",
      "Time for a verification was added before, until \(due.clockAndDate). Extend it by form 04 instead\(key("L")).")
  }

  func verificationNotForeseen() -> String {
    language.pick(
      "Danh mục lúc tiếp nhận không có thời hạn xác minh cho trường hợp này. Muốn hẹn lại thì gia hạn, kèm xin lỗi, theo mẫu 04\(key("L")).",
      "The catalogue of its reception has no time for a verification in this case. Extend it by form 04 instead\(key("L"))."
    )
  }

  func notRequested(_ item: String) -> String {
    language.pick("\"\(item)\" không có trong yêu cầu bổ sung.", "\"\(item)\" was not requested.")
  }

  func handedToAnother() -> String {
    language.pick(
      "Hồ sơ đang giao cho người khác: người đó, người thay khi vắng, hoặc phụ trách bộ phận mới nhận được.",
      "It was handed to somebody else: she takes it, her substitute while she is away, or the head of desk.")
  }

  func stepOfAnotherRole(_ step: String, _ role: Clerk.Role) -> String {
    language.pick(
      "Bước \"\(step)\" là việc của người có vai trò \(role.wording(.vi)). Chọn người ấy, để trống, hoặc nhờ phụ trách bộ phận chuyển.",
      "The step \"\(step)\" is for somebody with the role \(role.wording(.en)). Choose her, nobody, or ask the head of desk."
    )
  }

  func componentUnknown(_ number: Int) -> String {
    language.pick("Không có giấy tờ số \(number).", "There is no paper number \(number).")
  }

  func paperNumberInUse(_ number: PaperNumber) -> String {
    language.pick(
      "Hồ sơ này đã có giấy số \(number.text). Hãy in lại giấy ấy, hoặc lập giấy mới.",
      "The dossier has a paper with the number \(number.text) already. Print that one again, or issue another.")
  }

  func paperUnknown(_ number: PaperNumber) -> String {
    language.pick(
      "Hồ sơ này không có giấy số \(number.text).",
      "No paper with the number \(number.text) was issued for this dossier.")
  }

  func paperReplaced(_ number: PaperNumber, _ other: PaperNumber) -> String {
    language.pick(
      "Giấy số \(number.text) đã được thay bằng giấy số \(other.text). Thay giấy số \(other.text).",
      "The paper \(number.text) was replaced by \(other.text). Replace \(other.text).")
  }

  func valueInvalid(_ field: DossierAction.CorrectableField) -> String {
    language.pick(
      "Giá trị mới của \(field.wording(.vi)) không hợp lệ.", "The new \(field.wording(.en)) is not valid.")
  }

  func birthImpossible() -> String {
    language.pick(
      "Không có ngày sinh ấy. Gõ dd/mm/yyyy, hoặc chỉ mm/yyyy hay yyyy.",
      "There is no such day. Type dd/mm/yyyy, or only mm/yyyy or yyyy.")
  }

  func newDueNotLater(_ instant: Instant) -> String {
    language.pick(
      "Ngày hẹn mới phải sau \(instant.clockAndDate).", "The new date must be after \(instant.clockAndDate).")
  }

  func notHandedOver() -> String {
    language.pick("Không có lượt chuyển nào đang chờ nhận.", "Nothing was handed over that waits to be taken.")
  }

  func laterEntryBuildsOnIt() -> String {
    language.pick("Đã có việc khác làm sau đó, không hoàn tác được.", "Later work builds on it; it cannot be undone.")
  }

  func conflictUnknown() -> String {
    language.pick("Chỗ xử lý trùng này đã được giải quyết.", "This conflict has been settled already.")
  }
}
