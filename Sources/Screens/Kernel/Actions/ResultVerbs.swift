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
    commands: { result, _, _ in [.complete(result)] },
    isRepeatable: { $0.documentNumber.isEmpty && $0.title.isEmpty })

  /// The result; with a title only if the rules name several and one was chosen, because each dossier has its own.
  private static func result(_ ask: Questions) throws(Unanswered) -> DossierResult {
    let isGranted = try ask.choose(
      "granted", Words("Kết quả thế nào?", "What is the result?"),
      [
        Choice(true, "yes", Words("đồng ý giải quyết", "granted")),
        Choice(false, "no", Words("không giải quyết", "not granted")),
      ])
    let results = isGranted ? ask.dossier.map { ask.session.office.results(of: $0) } ?? [] : []
    let rule = try result(ask, results)
    let number = rule?.kind == .known(.noPaper) ? "" : try number(ask, rule?.series ?? "")
    let signer = try ask.ask(
      "signer", Words("Người ký (có thể để trống)", "Signer (may be blank)"), Reading<String>.optional.ofNames,
      proposal: ask.session.remembered("signer"))
    let reason =
      isGranted ? "" : try ask.ask("reason", Words("Lý do và căn cứ", "Reason and legal basis"), .required)
    return DossierResult(
      approved: isGranted, title: results.count > 1 ? rule?.name ?? "" : "", documentNumber: number, signer: signer,
      reason: reason)
  }

  /// The one that is given; it is asked for only if the rules name several. Nil if they name none.
  private static func result(_ ask: Questions, _ rules: [ResultRule]) throws(Unanswered) -> ResultRule? {
    guard rules.count > 1 else { return rules.first }
    return try ask.choose(
      "title", Words("Kết quả nào?", "Which result?"), rules.map { Choice($0, $0.name, Words($0.name, $0.name)) })
  }

  /// The clerk types the number, and what follows it in its series is added. No number is ever given out here.
  private static func number(_ ask: Questions, _ series: String) throws(Unanswered) -> String {
    let next = ask.targets.count == 1 ? documentNumber(after: ask.session.remembered("number")) : ""
    guard !series.isEmpty else {
      return try ask.ask(
        "number", Words("Số văn bản (có thể để trống)", "Document number (may be blank)"), .optional, proposal: next)
    }
    let words = Words(
      "Số văn bản (gõ số, thêm \(series); có thể để trống)", "Number (\(series) is added; may be blank)")
    let typed = try ask.ask("number", words, .optional, proposal: next.hasSuffix(series) ? next : "")
    return !typed.isEmpty && typed.allSatisfy(\.isWholeNumber) ? typed + series : typed
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

  static let verify: Verb = Verb(
    "verify", Words("Xác minh, thêm thời hạn", "Verify, with more time"),
    consequence: Words(
      "Thêm thời hạn xác minh theo luật của trường hợp, một lần; không phải gia hạn, không xin lỗi.",
      "Adds the time that the law of the case gives for it, once; no extension and no apology."),
    under: .of(.verify),
    asks: { ask throws(Unanswered) in
      .verify(reason: try ask.phrase("reason", Words("Xác minh điều gì?", "What is to be verified?"), of: .verify))
    })
}
