extension ProcedureVersion.Fault {
  public func wording(_ language: Language) -> String {
    switch self {
    case .codeMalformed(let text):
      language.pick(
        "\"\(text)\" không phải mã thủ tục (như 1.001193)", "\"\(text)\" is not a procedure's code (such as 1.001193)")
    case .nameMissing: language.pick("Thiếu tên thủ tục", "The name is missing")
    case .textTooLong(let text, let maximum):
      language.pick("\"\(text)…\" dài quá \(maximum) ký tự", "\"\(text)…\" is longer than \(maximum) characters")
    case .tooManyComponents(let maximum):
      language.pick("Quá \(maximum) thành phần hồ sơ", "More than \(maximum) papers")
    case .timeLimitOutOfRange(let count):
      language.pick("Thời hạn \(count) không dùng được", "A time limit of \(count) cannot be used")
    case .boundOutOfRange(let bound):
      language.pick(
        "\(bound) là quá lớn cho số lần hoặc số ngày", "\(bound) is too large for a number of times or days")
    case .feeOutOfRange: language.pick("Số tiền không dùng được", "The fee cannot be used")
    case .endsBeforeItBegins: language.pick("Hết hiệu lực trước khi có hiệu lực", "It ends before it begins")
    case .rules(let fault): fault.wording(language)
    }
  }
}

extension CasePapers {
  /// `Cần (trẻ bị bỏ rơi): tờ khai · giấy chứng sinh hoặc …`
  public func wording(_ language: Language) -> String {
    let papers =
      needed.map { $0.joined(separator: language.pick(" hoặc ", " or ")) }
      + ifSo.map { "\($0.paper) (\($0.question))" }
    let title = language.pick("Cần", "Needed") + (name.map { " (\($0))" } ?? "") + ": "
    return title + (papers.isEmpty ? language.pick("chưa rõ", "not known") : papers.joined(separator: " · "))
  }
}

extension OnlineLevel {
  public func wording(_ language: Language) -> String {
    switch self {
    case .full: language.pick("toàn trình", "fully online")
    case .partial: language.pick("một phần", "partly online")
    }
  }
}
