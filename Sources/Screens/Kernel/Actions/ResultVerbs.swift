import DossierDomain
import OfficeWork

extension Verb {
  static let complete = Verb(
    "result", Words("Ghi kết quả", "Record result"),
    consequence: Words(
      "Hồ sơ xong, chờ trả cho công dân; đúng hay quá hạn tính tại lúc này.",
      "It is finished and waits to be handed back; on time or late is decided now."),
    under: .of(.complete),
    asks: result,
    commands: { result, row, _ in
      var titled = result
      titled.title = row.procedureName
      return [.complete(titled)]
    },
    isRepeatable: { $0.documentNumber.isEmpty })

  /// The result without its title, because each dossier has its own title.
  private static func result(_ ask: Questions) throws(Unanswered) -> DossierResult {
    let isGranted = try ask.choose(
      "granted", Words("Kết quả thế nào?", "What is the result?"),
      [
        Choice(true, "yes", Words("đồng ý giải quyết", "granted")),
        Choice(false, "no", Words("không giải quyết", "not granted")),
      ])
    let number = try ask.ask(
      "number", Words("Số văn bản (có thể để trống)", "Document number (may be blank)"), .optional,
      proposal: ask.targets.count == 1 ? documentNumber(after: ask.session.remembered("number")) : "")
    let signer = try ask.ask(
      "signer", Words("Người ký (có thể để trống)", "Signer (may be blank)"), .optional,
      proposal: ask.session.remembered("signer"))
    let reason =
      isGranted ? "" : try ask.ask("reason", Words("Lý do và căn cứ", "Reason and legal basis"), .required)
    return DossierResult(approved: isGranted, title: "", documentNumber: number, signer: signer, reason: reason)
  }

  static let extend: Verb = Verb(
    "extend", Words("Gia hạn, xin lỗi", "Extend with apology"),
    consequence: Words(
      "Ngày hẹn mới, kèm Phiếu xin lỗi và hẹn lại ngày trả kết quả (mẫu 04).",
      "A new appointment, with an apology (form 04)."),
    under: .of(.extend),
    asks: { ask throws(Unanswered) in
      let day = try ask.ask(
        "day",
        Words("Hẹn lại ngày nào? (7/12, hoặc 3: sau 3 ngày làm việc)", "Which day? (7/12, or 3: in 3 working days)"),
        .workingDay(after: ask.now, ask.session.office.calendar))
      let reason = try ask.phrase(
        "reason", Words("Vì sao trễ?", "Why is it late?"), of: .extend, proposesLast: true)
      return .extend(newDue: day, reason: reason)
    })
}
