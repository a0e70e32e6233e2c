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
      let missing = ask.dossier?.components.filter { $0.form == .missing }.map(\.name) ?? []
      let items = try ask.ask("items", label(missing), .required)
      let isFurther = ask.dossier?.supplementRequests.isEmpty == false
      let reason =
        isFurther
        ? try ask.phrase(
          "reason", Words("Đã yêu cầu một lần. Vì sao lần nữa?", "Asked for once. Why again?"), of: .requestSupplement)
        : ""
      return .requestSupplement(
        items: items.split(separator: ";").map { item in
          let text = item.drop(while: \.isWhitespace)
          let number = Int(text.filter { !$0.isWhitespace })
          return number.flatMap { missing.indices.contains($0 - 1) ? missing[$0 - 1] : nil } ?? String(text)
        }, reason: reason)
    })

  /// The missing papers have numbers, by which they can be named.
  private static func label(_ missing: [String]) -> Words {
    guard !missing.isEmpty else {
      return Words("Thiếu gì, sửa sao? (nhiều mục: cách nhau dấu ;)", "What is missing? (separate with ;)")
    }
    let numbered = missing.enumerated().map { "\($0.offset + 1) \(head(of: $0.element, width: 24))" }
      .joined(separator: "  ")
    return Words("Thiếu gì? Số hoặc chữ, cách nhau ;  \(numbered)", "What? Numbers or words, ;  \(numbered)")
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
