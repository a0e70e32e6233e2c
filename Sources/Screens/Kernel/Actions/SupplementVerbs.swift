import DossierDomain
import OfficeWork

extension Verb {
  static let requestSupplement = Verb(
    "supplement", Words("Yêu cầu bổ sung", "Ask for supplement"),
    consequence: Words(
      "Đồng hồ dừng đến khi dân bổ sung. Hãy ghi đủ một lần.",
      "The clock stops until it comes. List everything at once."),
    under: .of(.requestSupplement),
    asks: { ask throws(Unanswered) in
      let items = try ask.ask(
        "items", Words("Thiếu gì, sửa sao? (nhiều mục: cách nhau dấu ;)", "What is missing? (separate with ;)"),
        .required)
      return .requestSupplement(
        items: items.split(separator: ";").map { String($0.drop(while: \.isWhitespace)) })
    })

  static let receiveSupplement = Verb(
    "supplement-received", Words("Nhận bổ sung", "Supplement received"),
    consequence: Words(
      "Đồng hồ chạy tiếp, ngày hẹn lùi theo thời gian chờ.", "The clock runs on; the appointment moves."),
    under: .of(.receiveSupplement),
    asks: { _ in .receiveSupplement() })
}
