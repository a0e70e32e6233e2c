extension ProcedureRules.Fault {
  public func wording(_ language: Language) -> String {
    switch self {
    case .idMalformed(let id):
      language.pick(
        "\"\(id)\" không dùng làm tên ngắn được (chữ thường không dấu, số, gạch nối)",
        "\"\(id)\" cannot be a short name (small letters without marks, digits, hyphens)")
    case .idTwice(let id): language.pick("Tên ngắn \"\(id)\" có hai lần", "The short name \"\(id)\" is there twice")
    case .textMalformed(let text):
      language.pick(
        "Chữ \"\(text)\" trống, quá dài hoặc không in được",
        "The text \"\(text)\" is empty, too long or cannot be shown")
    case .tooMany(let maximum):
      language.pick("Nhiều quá \(maximum) dòng cùng loại", "More than \(maximum) rows of one kind")
    case .answersMissing(let question):
      language.pick("Câu hỏi \"\(question)\" chưa đủ câu trả lời", "The question \"\(question)\" lacks answers")
    case .questionUnknown(let question):
      language.pick("Không có câu hỏi \"\(question)\"", "There is no question \"\(question)\"")
    case .answerUnknown(let question, let answer):
      language.pick(
        "Câu hỏi \"\(question)\" không có câu trả lời số \(answer)",
        "The question \"\(question)\" has no answer \(answer)")
    case .caseUnknown(let id): language.pick("Không có trường hợp \"\(id)\"", "There is no case \"\(id)\"")
    case .casesOverlap(let first, let second, let answers):
      language.pick(
        "Trường hợp \"\(first)\" và \"\(second)\" cùng đúng khi \(answers.text)",
        "The cases \"\(first)\" and \"\(second)\" both apply when \(answers.text)")
    case .caseMissing(let answers):
      language.pick("Không có trường hợp nào đúng khi \(answers.text)", "No case applies when \(answers.text)")
    case .tooManyCombinations(let maximum):
      language.pick(
        "Các câu hỏi chọn trường hợp có quá \(maximum) cách trả lời",
        "The questions that choose a case can be answered in more than \(maximum) ways")
    case .groupOfOne(let group):
      language.pick(
        "Nhóm \"\(group)\" (một trong các giấy) chỉ có một giấy",
        "The group \"\(group)\" (one of several papers) has only one paper")
    case .limitMissing: language.pick("Thiếu thời hạn", "The limit is missing")
    case .limitOutOfRange(let count):
      language.pick("Thời hạn \(count) không dùng được", "A time limit of \(count) cannot be used")
    case .countOutOfRange(let count): language.pick("Số bản \(count) không dùng được", "\(count) copies cannot be used")
    case .amountOutOfRange(let amount):
      language.pick(
        "Số tiền \(moneyText(amount)) không dùng được", "The amount \(moneyText(amount)) cannot be used")
    case .ratesMissing(let item): language.pick("\"\(item)\" thiếu mức thu", "\"\(item)\" has no rates")
    case .percentOutOfRange(let percent):
      language.pick("Mức giảm \(percent) % không dùng được", "A reduction of \(percent) % cannot be used")
    case .validityOutOfRange(let months):
      language.pick(
        "Giá trị sử dụng \(months) tháng không dùng được", "A validity of \(months) months cannot be used")
    case .hoursOutOfRange(let hours):
      language.pick("\(hours) giờ làm việc không dùng được", "\(hours) working hours cannot be used")
    case .boundOutOfRange(let bound):
      language.pick("Giới hạn \(bound) không dùng được", "A bound of \(bound) cannot be used")
    case .procedureCodeMalformed(let code):
      language.pick("\"\(code)\" không phải mã thủ tục", "\"\(code)\" is not the code of a procedure")
    case .unitCodeMalformed(let code):
      language.pick(
        "\"\(code)\" không phải mã đơn vị hành chính", "\"\(code)\" is not the code of an administrative unit")
    case .textTwice(let text): language.pick("\"\(text)\" có hai lần", "\"\(text)\" is there twice")
    }
  }
}

extension [CaseCondition.Fact] {
  /// `vo-chong = 1, lan-dau = 2`
  fileprivate var text: String {
    map { "\($0.question) = " + $0.answers.map(String.init).joined(separator: "/") }.joined(separator: ", ")
  }
}
