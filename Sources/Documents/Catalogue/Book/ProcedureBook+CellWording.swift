import DossierDomain

extension ProcedureBook.Reason {
  /// What is wrong with one cell, and what could stand there.
  func valueWording(_ language: Language) -> String {
    switch self {
    case .needUnknown(let text):
      language.pick(
        "Không rõ \"\(text)\" (bắt buộc, hoặc một trong: tên nhóm; để trống thì theo tên giấy)",
        "Unknown need \"\(text)\" (required, or one of: a group; empty if the name says it)")
    case .formUnknown(let text):
      language.pick(
        "Không rõ hình thức \"\(text)\" (bản chính, bản sao chứng thực, bản sao, xuất trình, điện tử, khai thác, hoặc ?)",
        "Unknown form \"\(text)\" (original, certified copy, copy, shown, electronic, looked up, or ?)")
    case .countUnreadable(let text):
      language.pick("Không đọc được số bản \"\(text)\" (một số, hoặc ?)", "Cannot read \"\(text)\" (a number, or ?)")
    case .kindUnknown(let text):
      language.pick("Không rõ loại \"\(text)\" (phí, lệ phí, hoặc ?)", "Unknown kind \"\(text)\" (fee, charge, or ?)")
    case .amountUnreadable(let text):
      language.pick(
        "Không đọc được mức thu \"\(text)\" (15.000; 8.000 mỗi bản; 10.000 mỗi trường hợp; "
          + "trang: 2.000; 1.000; tối đa 200.000 mỗi bản; hoặc ?)",
        "Cannot read the amount \"\(text)\" (15.000; 8.000 each copy; 10.000 each matter; "
          + "pages: 2.000; 1.000; at most 200.000 each copy; or ?)")
    case .percentUnreadable(let text):
      language.pick(
        "Không đọc được mức giảm \"\(text)\" (ghi chữ như 50 % hoặc 100 %, ô định dạng Văn bản)",
        "Cannot read the reduction \"\(text)\" (as a text such as 50 % or 100 %, in a cell formatted as text)")
    case .resultKindUnknown(let text):
      language.pick(
        "Không rõ dạng \"\(text)\" (giấy, điện tử, không có giấy, hoặc ?)",
        "Unknown kind \"\(text)\" (paper, electronic, no paper, or ?)")
    case .validityUnreadable(let text):
      language.pick(
        "Không đọc được giá trị sử dụng \"\(text)\" (6 tháng, 2 năm, không thời hạn, hoặc ?)",
        "Cannot read the validity \"\(text)\" (6 months, 2 years, unlimited, or ?)")
    case .workUnknown(let text):
      language.pick(
        "Không rõ loại việc \"\(text)\" (tiếp nhận, thẩm tra, ký duyệt, trả kết quả)",
        "Unknown kind of work \"\(text)\" (reception, verification, decision, hand-back)")
    case .roleUnknown(let text):
      language.pick(
        "Không rõ vai trò \"\(text)\" (\(Self.roles(.vi)); để trống: ai cũng làm được)",
        "Unknown role \"\(text)\" (\(Self.roles(.en)); empty if anybody may do it)")
    case .hoursUnreadable(let text):
      language.pick(
        "Không đọc được số giờ \"\(text)\" (một số như 8, 8 giờ, hoặc ?)",
        "Cannot read the hours \"\(text)\" (a number such as 8, 8 hours, or ?)")
    case .daysAreNoHours(let text):
      language.pick(
        "\"\(text)\": ở đây không rõ một ngày là mấy giờ làm việc; ghi số giờ",
        "\"\(text)\": it is not known here how many working hours a day has; write the hours")
    case .taskUnknown(let text):
      language.pick(
        "Không rõ việc \"\(text)\" (tiếp nhận, giải quyết)", "Unknown task \"\(text)\" (receives, decides)")
    case .officeMissing: language.pick("Thiếu cơ quan", "The office is missing")
    case .officeUnclear(let text):
      language.pick(
        "Không rõ cơ quan \"\(text)\" (xã nơi cư trú, xã bất kỳ trong tỉnh, xã bất kỳ, mã đơn vị, hoặc tên: …)",
        "Unknown office \"\(text)\" (commune of residence, any commune of the province, any commune, the code of a unit, "
          + "or name: …)")
    case .linkUnknown(let text):
      language.pick(
        "Không rõ quan hệ \"\(text)\" (gồm, kết quả là giấy tờ của, thường làm tiếp)",
        "Unknown link \"\(text)\" (contains, result is paper, followed by)")
    case .paperOfNoResult(let text):
      language.pick(
        "Giấy tờ \"\(text)\" chỉ ghi cho quan hệ \"kết quả là giấy tờ của\"",
        "The paper \"\(text)\" is only for the link \"result is paper\"")
    case .procedure, .rule, .proceduresMissing, .sheetTwice, .columnsMissing, .procedureUnknown, .dayMissing,
      .versionUnknown, .conditionUnreadable, .birthUnreadable, .answerUnknown, .answerAmbiguous, .consistency:
      ""
    }
  }

  private static func roles(_ language: Language) -> String {
    Clerk.Role.allCases.map { $0.wording(language) }.joined(separator: ", ")
  }
}
