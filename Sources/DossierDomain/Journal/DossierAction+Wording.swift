/// Words actions in one language. Wordings longer than a line stand beside the other code of their trade.
struct ActionWording {
  let language: Language
  let name: (ClerkID) -> String

  func due(_ appointment: AppointmentFact?) -> String {
    guard let appointment else { return "" }
    let due = appointment.dueAt.clockAndDate
    return language.pick(", hẹn trả \(due)", ", due \(due)") + stepDue(appointment.stepDueAt)
  }

  func stepDue(_ due: Instant?) -> String {
    due.map { language.pick(", hạn của bước \($0.clockAndDate)", ", step due \($0.clockAndDate)") } ?? ""
  }

  /// The step of the internal procedure that began, with its deadline.
  func step(_ fact: StepFact?) -> String {
    guard let fact else { return "" }
    return language.pick(", bước \"\(fact.name)\"", ", step \"\(fact.name)\"") + stepDue(fact.dueAt)
  }

  func person(_ clerk: ClerkID?) -> String { clerk.map(name) ?? language.pick("chưa phân công", "nobody yet") }
}

extension DossierAction {
  /// One line of the timeline that says what was done, in the clerk's words.
  public func wording(_ language: Language, name: (ClerkID) -> String) -> String {
    withoutActuallyEscaping(name) { wording(ActionWording(language: language, name: $0)) }
  }

  private func wording(_ say: ActionWording) -> String {
    let language = say.language
    return switch self {
    case .receive(let reception): say.received(reception)
    case .submitOnline: language.pick("Công dân nộp trực tuyến", "Submitted online")
    case .acceptOnline(let acceptance): say.accepted(acceptance)
    case .importRow: language.pick("Nhập từ sổ theo dõi", "Imported from the register")
    case .importUpdate: language.pick("Cập nhật từ sổ theo dõi", "Updated from the register")
    case .assign(let clerk): language.pick("Phân công: \(say.person(clerk))", "Assigned to \(say.person(clerk))")
    case .handOver(let step, let clerk, let fact): say.handedOver(step, fact, to: clerk)
    case .takeOver: language.pick("Nhận bàn giao", "Taken over")
    case .addComponent(let component):
      language.pick("Thêm giấy tờ: \(component.name)", "Paper added: \(component.name)")
    case .setComponentForm(let number, let form, _): say.form(of: number, form)
    case .digitise(let number, _): language.pick("Số hóa giấy tờ \(number)", "Paper \(number) digitised")
    case .reuse(let number, let source, _):
      language.pick("Dùng lại giấy tờ \(number): \(source)", "Paper \(number) reused: \(source)")
    case .replaceByLookup(let number, let method, _): say.lookedUp(number, method)
    case .requestSupplement(let items, let reason, let until): say.supplementRequested(items, reason, until)
    case .receiveSupplement(_, let came, let appointment): say.supplementReceived(came, appointment)
    case .requestPayment(let title, let amount): say.paymentRequested(title, amount)
    case .recordPayment(let amount, let method, let appointment): say.paid(amount, method, appointment)
    case .refuse(let reason, let basis): language.pick("Từ chối: \(reason) (\(basis))", "Refused: \(reason) (\(basis))")
    case .withdraw(let reason): language.pick("Công dân rút hồ sơ: \(reason)", "Withdrawn: \(reason)")
    case .stop(let reason, let basis):
      language.pick("Dừng xử lý: \(reason) (\(basis))", "Stopped: \(reason) (\(basis))")
    case .extend(let reason, let appointment):
      language.pick("Xin lỗi, gia hạn: \(reason)", "Extended with apology: \(reason)") + say.due(appointment)
    case .verify(let reason, let appointment):
      language.pick("Xác minh: \(reason)", "Verification: \(reason)") + say.due(appointment)
    case .complete(let result): say.completed(result)
    case .reopen(let reason): language.pick("Xử lý lại: \(reason)", "Reopened: \(reason)")
    case .handBack(let recipient, let way): say.handedBack(to: recipient, way)
    case .note(let text): language.pick("Ghi chú: \(text)", "Note: \(text)")
    case .correct(let field, let value, let reason): say.corrected(field, value, reason)
    case .recomputeAppointment(let appointment, let reason):
      language.pick("Tính lại hạn: \(reason)", "Due date computed again: \(reason)") + say.due(appointment)
    case .addCode(let code): language.pick("Thêm mã \(code.text)", "Code added: \(code.text)")
    case .void(let reason): language.pick("Hủy hồ sơ: \(reason)", "Voided: \(reason)")
    case .undo: language.pick("Hoàn tác việc trước", "Undid the earlier entry")
    case .eraseScan(let hash, let reason): say.erased(hash, reason)
    case .issuePaper(let paper): say.issued(paper)
    case .sendToSigner(let numbering): say.sentToSigner(numbering)
    case .settleConflict:
      language.pick("Đã soát xử lý trùng, giữ bản đến trước", "Conflict seen, the earlier one stands")
    case .release: language.pick("Tỉnh cho phép việc bị giữ lại", "The province released an entry")
    }
  }
}
