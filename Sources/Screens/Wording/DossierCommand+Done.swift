import DossierDomain
import OfficeWork

extension DossierCommand {
  /// What happened: to whom, how much, until when. Nil for commands about which the title says enough.
  /// - Parameters:
  ///   - what: the code of the dossier, or how many.
  ///   - rows: the dossiers as they are now.
  ///   - before: the dossier before the act, if it is only one and the screen knows it.
  func done(_ what: String, _ rows: [QueueRow], _ session: Session, before: Dossier? = nil) -> String? {
    let language = session.language
    let due = rows.count == 1 ? rows.first?.dueAt?.clockAndDate : nil
    let newDue = due.map { language.pick(", hẹn mới \($0)", ", new appointment \($0)") } ?? ""
    switch self {
    case .handOver(let step, let clerk, _):
      let receiver = clerk.map { session.name(of: $0) } ?? language.pick("người làm bước đó", "whoever does that step")
      // The same for all of them, or only the kind of work is.
      let names = Set(rows.map(\.stepName))
      let name = names.count == 1 ? rows.first?.stepName : nil
      let until = rows.count == 1 ? rows.first?.stepDueAt?.clockAndDate : nil
      return language.pick(
        "Đã chuyển \(what) cho \(receiver), bước \(name ?? step.wording(.vi))\(until.map { ", hạn \($0)" } ?? "").",
        "Handed \(what) over to \(receiver), step \(name ?? step.wording(.en))\(until.map { ", due \($0)" } ?? "").")
    case .takeOver: return language.pick("Đã nhận bàn giao \(what).", "Taken over: \(what).")
    case .assign(let clerk):
      guard let clerk else { return language.pick("\(what): không phân công cho ai.", "\(what): assigned to nobody.") }
      return language.pick(
        "Đã phân công \(what) cho \(session.name(of: clerk)).", "Assigned \(what) to \(session.name(of: clerk)).")
    case .recordPayment(let amount, let method):
      // What was asked for in writing may be more than the fee that is known.
      let asked = before?.payments.last { $0.paidAt == nil }?.amount ?? 0
      let rest = max(before?.unpaid ?? 0, asked) - amount
      return language.pick(
        "Đã thu \(moneyText(amount)) (\(method.wording(.vi))), \(what)"
          + (rest > 0 ? "; còn \(moneyText(rest)) chưa thu." : "."),
        "\(moneyText(amount)) paid (\(method.wording(.en))), \(what)"
          + (rest > 0 ? "; \(moneyText(rest)) still unpaid." : "."))
    case .requestPayment(let title, let amount):
      let money = amount.map { " " + moneyText($0) } ?? ""
      return language.pick(
        "Đã yêu cầu nộp \(title)\(money), \(what).", "Asked for \(title)\(money), \(what).")
    case .requestSupplement(let items, _, let until):
      let day = until.map { language.pick(", hạn \($0.slashed)", ", until \($0.slashed)") } ?? ""
      return language.pick(
        "Đã yêu cầu bổ sung \(items.count) mục\(day), \(what).",
        "Asked for \(counted(items.count, "item"))\(day), \(what).")
    case .receiveSupplement(let came) where !came.isEmpty:
      return language.pick(
        "Đã nhận \(came.count) mục bổ sung, \(what); còn thiếu, đồng hồ vẫn dừng.",
        "\(counted(came.count, "item")) received, \(what); the rest is awaited, the clock stays stopped.")
    case .receiveSupplement:
      return language.pick("Đã nhận bổ sung \(what)\(newDue).", "Supplement received, \(what)\(newDue).")
    case .extend: return language.pick("Đã gia hạn \(what)\(newDue).", "Extended \(what)\(newDue).")
    case .verify:
      return language.pick(
        "Đã thêm thời hạn xác minh \(what)\(newDue).", "Added time for a verification, \(what)\(newDue).")
    case .acceptOnline:
      let appointment = due.map { language.pick(", hẹn trả \($0)", ", due \($0)") } ?? ""
      return language.pick("Đã tiếp nhận \(what)\(appointment).", "Accepted \(what)\(appointment).")
    case .handBack(let recipient, let delivery):
      let later = rows.count == 1 ? rows.first.flatMap { session.laterProcedures($0, before) } : nil
      return language.pick(
        "Đã trả kết quả \(what) cho \(recipient) (\(delivery.wording(.vi))).",
        "Handed \(what) back to \(recipient) (\(delivery.wording(.en))).") + (later.map { " " + $0 } ?? "")
    case .addCode(let code):
      return language.pick("Đã ghi mã \(code.text) cho \(what).", "\(what) has the code \(code.text) too.")
    case .closeAsDoneBefore:
      return language.pick(
        "Đã đóng \(what): trả trước khi chuyển.", "Closed \(what): handed back before the change-over.")
    case .sendToSigner(let signer):
      guard let numbers = Numbering.wording(rows.compactMap(\.numbering)) else { return nil }
      return language.pick(
        "Đã trình \(signer) ký \(what): số \(numbers).", "Sent \(what) to \(signer): number \(numbers).")
    case .receive, .addComponent, .setComponentForm, .digitise, .reuse, .replaceByLookup, .refuse, .refuseReception,
      .withdraw, .stop, .complete, .reopen, .note, .correct, .recomputeAppointment, .issueCode, .void, .undo,
      .settleConflict, .eraseScan, .issuePaper:
      return nil
    }
  }
}
