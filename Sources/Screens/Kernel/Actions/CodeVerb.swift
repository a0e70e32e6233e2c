import DossierDomain

extension Verb {
  static let issueCode = Verb(
    "issue-code", Words("Cấp mã chính thức thay mã tạm", "Issue a code for the provisional one"),
    consequence: Words(
      "Mã tạm trên giấy của công dân vẫn tra được.", "The provisional code on the citizen's paper is still found."),
    under: .issueCode,
    asks: { _ in .issueCode })
}

extension Verb {
  static let otherCode = Verb(
    "other-code", Words("Ghi mã ở hệ thống khác", "Code in the other system"),
    consequence: Words(
      "Từ nay hồ sơ được tìm thấy theo cả mã này.", "From now on the dossier is found by this code too."),
    under: .of(.addCode),
    asks: { ask throws(Unanswered) in
      let code = try ask.ask(
        "code", Words("Mã của hồ sơ ở hệ thống kia", "The dossier's code in the other system"), .otherCode)
      return .addCode(DossierCode(code, origin: .imported))
    },
    isRepeatable: { _ in false })
}

extension Reading<String> {
  /// A code that another system has issued, in the form in which codes are compared.
  static let otherCode = Reading(use: .codes) { text throws(Problem) in
    let code = DossierCode.normalised(text)
    guard code.count >= 5, code.contains(where: \.isNumber), code.count <= DossierCode.maximumLength else {
      throw Problem(
        sentence: Words(
          "Mã phải có từ 5 ký tự và có chữ số, như H50.19-261125-0012.",
          "A code has 5 characters or more, with digits, such as H50.19-261125-0012."))
    }
    return code
  }
}
