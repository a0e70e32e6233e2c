import DossierDomain
import OfficeWork

extension Verb {
  static let requestSupplement: Verb = Verb(
    "supplement", Words("Yêu cầu bổ sung", "Ask for supplement"),
    consequence: Words(
      "Đồng hồ dừng đến khi công dân bổ sung. Hãy ghi đủ một lần.",
      "The clock stops until it comes. List everything at once."),
    under: .of(.requestSupplement),
    asks: { ask throws(Unanswered) in
      // What the office looks up is not asked of the citizen.
      let missing = ask.dossier?.components.filter { $0.form == .missing && $0.need != .lookedUp }.map(\.name) ?? []
      let items = try ask.ask("items", label(missing), .required, numbered: missing) { text in
        // The names are repeated on another dossier, and not the numbers, which mean other papers there.
        missing.isEmpty ? text : ItemText(text, names: missing).textOfNames
      }
      let isFurther = ask.dossier?.supplementRequests.isEmpty == false
      let reason =
        isFurther
        ? try ask.phrase(
          "reason", Words("Đã yêu cầu một lần. Vì sao lần nữa?", "Asked for once. Why again?"), of: .requestSupplement)
        : ""
      let until = try ask.supplementDay(isKnown: ask.hasSupplementDays)
      return .requestSupplement(items: ItemText(items, names: missing).named, reason: reason, until: until)
    })

  private static func label(_ missing: [String]) -> Words {
    missing.isEmpty
      ? Words("Thiếu gì, sửa sao? (nhiều mục: cách nhau dấu ;)", "What is missing? (separate with ;)")
      : Words("Thiếu gì? Số đánh dấu, chữ ghi thêm, cách nhau ;", "What? Digits tick, letters add, with ;")
  }

  static let receiveSupplement = Verb(
    "supplement-received", Words("Nhận bổ sung", "Supplement received"),
    consequence: Words(
      "Đồng hồ chạy tiếp, ngày hẹn lùi theo thời gian chờ.", "The clock runs on; the appointment moves."),
    under: .of(.receiveSupplement),
    asks: { _ in .receiveSupplement() },
    // At the next dossier perhaps not everything came.
    isRepeatable: { _ in false })
}

extension Questions {
  /// Asked only where no version says how long the citizen has. Without an answer the paper has a dotted line for it.
  func supplementDay(isKnown: Bool) throws(Unanswered) -> CivilDate? {
    guard !isKnown else { return nil }
    return try ask(
      "until", Words("Hạn bổ sung? (số ngày hoặc ngày; trống: chưa định)", "By when? (days or a day; blank: not set)"),
      .lastDay(after: now, session.office.calendar))
  }

  /// Whether the version of every target says the days for a supplement.
  fileprivate var hasSupplementDays: Bool {
    if let dossier {
      return session.office.version(of: dossier).map { $0.bounds(under: dossier.answers).waitingDays != .unknown }
        ?? false
    }
    return targets.allSatisfy {
      session.office.version(of: $0).map { $0.boundsOfEveryCase.waitingDays != .unknown } ?? false
    }
  }
}
