import DossierDomain

/// Why a text is no value of a field.
public enum DeclarationFieldFault: Error, Hashable, Sendable {
  case noDate
  /// Day and month are needed too.
  case partialDate
  case noNumber
  case noChoice([String])
  /// “Việt Nam” is often written where an ethnicity is asked.
  case nationality
  case mistypedNumber
  /// One number stands for both of a couple.
  case numberOfTheOther

  public func wording(_ language: Language) -> String {
    switch self {
    case .noDate: language.pick("Không có ngày này. Gõ như 05/02/2026.", "There is no such day. Type as 05/02/2026.")
    case .partialDate:
      language.pick("Cần đủ ngày, tháng, năm.", "Day, month and year are needed.")
    case .noNumber: language.pick("Chỉ gõ số, tối đa 4 chữ số.", "Digits only, at most four.")
    case .noChoice(let choices):
      language.pick(
        "Chọn một trong: \(choices.joined(separator: ", ")).", "Choose one of: \(choices.joined(separator: ", ")).")
    case .nationality:
      language.pick(
        "Đây là quốc tịch. Ô này ghi dân tộc, như Kinh, Bru Vân Kiều, Tà Ôi.",
        "This is a nationality. Here the ethnicity is asked, such as Kinh, Bru Vân Kiều, Tà Ôi.")
    case .mistypedNumber:
      language.pick("Số định danh có 12 chữ số, số cũ có 9.", "A citizen number has 12 digits, an old one 9.")
    case .numberOfTheOther:
      language.pick(
        "Hai người (cha và mẹ, hoặc vợ và chồng) cùng một số giấy tờ. Sửa số của người ghi nhầm.",
        "Two persons (father and mother, or husband and wife) have one number. Correct the wrong one.")
    }
  }
}
