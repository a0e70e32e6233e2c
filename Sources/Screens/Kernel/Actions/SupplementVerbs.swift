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
      return .requestSupplement(
        items: ItemText(items, names: missing).named, reason: reason)
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
