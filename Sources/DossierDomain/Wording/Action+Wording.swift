extension DossierAction {
  /// One line of the timeline: what was done, in the clerk's words.
  public func wording(_ language: Language, name: (ClerkID) -> String) -> String {
    func due(_ appointment: AppointmentFact?) -> String {
      appointment.map { language.pick(", hẹn trả \($0.dueAt.clockAndDate)", ", due \($0.dueAt.clockAndDate)") } ?? ""
    }
    func resumed(_ appointment: AppointmentFact?) -> String {
      due(appointment)
        + (appointment?.pausePolicy == .wholePeriod
          ? language.pick(" (tính lại từ đầu)", " (whole period again)") : "")
    }
    func person(_ clerk: ClerkID?) -> String {
      clerk.map(name) ?? language.pick("chưa phân công", "nobody yet")
    }
    return switch self {
    case .receive(let reception):
      language.pick("Tiếp nhận hồ sơ, mã \(reception.code.short)", "Received, code \(reception.code.short)")
        + due(reception.appointment)
    case .submitOnline: language.pick("Công dân nộp trực tuyến", "Submitted online")
    case .acceptOnline(let acceptance):
      language.pick(
        "Tiếp nhận hồ sơ trực tuyến, mã \(acceptance.code.short)",
        "Online submission accepted, code \(acceptance.code.short)")
        + due(acceptance.appointment)
    case .importRow: language.pick("Nhập từ sổ theo dõi", "Imported from the register")
    case .importUpdate: language.pick("Cập nhật từ sổ theo dõi", "Updated from the register")
    case .assign(let clerk): language.pick("Phân công: \(person(clerk))", "Assigned to \(person(clerk))")
    case .handOver(let step, let clerk):
      language.pick(
        "Chuyển bước \(step.wording(.vi)): \(person(clerk))", "Handed over for \(step.wording(.en)): \(person(clerk))")
    case .takeOver: language.pick("Nhận bàn giao", "Taken over")
    case .addComponent(let component):
      language.pick("Thêm giấy tờ: \(component.name)", "Paper added: \(component.name)")
    case .setComponentForm(let number, let form, _):
      language.pick("Giấy tờ \(number): \(form.wording(.vi))", "Paper \(number): \(form.wording(.en))")
    case .digitise(let number, _): language.pick("Số hóa giấy tờ \(number)", "Paper \(number) digitised")
    case .reuse(let number, let source, _):
      language.pick("Dùng lại giấy tờ \(number): \(source)", "Paper \(number) reused: \(source)")
    case .replaceByLookup(let number, let method, _):
      language.pick(
        "Khai thác thay giấy tờ \(number): \(method.wording(.vi))", "Paper \(number) looked up: \(method.wording(.en))")
    case .requestSupplement(let items):
      language.pick(
        "Yêu cầu bổ sung: \(items.joined(separator: "; "))", "Supplement requested: \(items.joined(separator: "; "))")
    case .receiveSupplement(_, let appointment):
      language.pick("Đã nhận bổ sung", "Supplement received") + resumed(appointment)
    case .requestPayment(let title, let amount):
      language.pick("Yêu cầu nộp \(title)", "Payment requested: \(title)") + (amount.map { " \(moneyText($0))" } ?? "")
    case .recordPayment(let amount, let method, let appointment):
      language.pick(
        "Đã thu \(moneyText(amount)), \(method.wording(.vi))", "Paid \(moneyText(amount)), \(method.wording(.en))")
        + due(appointment)
    case .refuse(let reason, let basis): language.pick("Từ chối: \(reason) (\(basis))", "Refused: \(reason) (\(basis))")
    case .withdraw(let reason): language.pick("Công dân rút hồ sơ: \(reason)", "Withdrawn: \(reason)")
    case .stop(let reason, let basis):
      language.pick("Dừng xử lý: \(reason) (\(basis))", "Stopped: \(reason) (\(basis))")
    case .extend(let reason, let appointment):
      language.pick("Xin lỗi, gia hạn: \(reason)", "Extended with apology: \(reason)") + due(appointment)
    case .complete(let result):
      result.approved
        ? language.pick("Có kết quả: \(result.title)", "Completed: \(result.title)")
        : language.pick("Kết quả không chấp thuận: \(result.reason)", "Completed, not granted: \(result.reason)")
    case .reopen(let reason): language.pick("Xử lý lại: \(reason)", "Reopened: \(reason)")
    case .handBack(let recipient, let way):
      language.pick(
        "Trả kết quả cho \(recipient), \(way.wording(.vi))", "Result handed to \(recipient), \(way.wording(.en))")
    case .note(let text): language.pick("Ghi chú: \(text)", "Note: \(text)")
    case .correct(let field, let value, let reason):
      language.pick(
        "Sửa \(field.wording(.vi)) thành \"\(value)\": \(reason)",
        "Corrected \(field.wording(.en)) to \"\(value)\": \(reason)")
    case .recomputeAppointment(let appointment, let reason):
      language.pick("Tính lại hạn: \(reason)", "Due date computed again: \(reason)") + due(appointment)
    case .addCode(let code): language.pick("Thêm mã \(code.text)", "Code added: \(code.text)")
    case .void(let reason): language.pick("Hủy hồ sơ: \(reason)", "Voided: \(reason)")
    case .undo: language.pick("Hoàn tác việc trước", "Undid the earlier entry")
    case .eraseScan(let hash, let reason):
      language.pick("Hủy bản quét \(hash.prefix(8)): \(reason)", "Scan \(hash.prefix(8)) erased: \(reason)")
    case .settleConflict: language.pick("Đã xem việc trùng, giữ bản đến trước", "Conflict seen, the earlier one stands")
    case .release: language.pick("Tỉnh cho phép việc bị giữ lại", "The province released an entry")
    }
  }
}

/// `12.000 đ`: đồng with points between thousands.
public func moneyText(_ amount: Int) -> String {
  let digits = Array(String(abs(amount)))
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { text.append(".") }
    text.append(digit)
  }
  return (amount < 0 ? "-" : "") + text + " đ"
}
