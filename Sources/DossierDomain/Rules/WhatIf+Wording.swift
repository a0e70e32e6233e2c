extension WhatIf.Kind {
  public func wording(_ language: Language) -> String {
    switch self {
    case .noWay: language.pick("không còn cách nhận", "no way through any more")
    case .earlier: language.pick("hẹn trả sớm hơn", "earlier appointment")
    case .later: language.pick("hẹn trả muộn hơn", "later appointment")
    case .appointmentLost:
      language.pick("không tự tính được ngày hẹn (thời hạn chưa rõ)", "no appointment by itself (limit not known)")
    case .appointmentGained: language.pick("tự tính được ngày hẹn", "an appointment where none could be computed")
    case .late: language.pick("thành quá hạn", "late instead of in time")
    case .inTime: language.pick("thành đúng hạn", "in time instead of late")
    case .fee: language.pick("mức thu khác", "another fee")
    case .missing: language.pick("thiếu giấy tờ", "papers missing")
    case .dropped: language.pick("không cần giấy tờ nữa", "papers no longer asked for")
    }
  }
}

extension WhatIf {
  /// What would be different in this way, in one line.
  public func wording(of kind: Kind, _ language: Language) -> String {
    switch kind {
    case .noWay: noWay?.wording(language) ?? ""
    case .earlier, .later, .appointmentLost, .appointmentGained, .late, .inTime:
      appointments.map { "\(Self.text($0.old, language)) → \(Self.text($0.new, language))" } ?? ""
    case .fee: fees?.wording(language) ?? ""
    case .missing: missing.joined(separator: "; ")
    case .dropped: dropped.joined(separator: "; ")
    }
  }

  private static func text(_ appointment: Instant?, _ language: Language) -> String {
    appointment.map { "\($0.civilTime) \($0.civilDate.slashed)" } ?? language.pick("chưa rõ", "not known")
  }
}

extension WhatIf.NoWay {
  public func wording(_ language: Language) -> String {
    switch self {
    case .answerGone(let question, let answer):
      language.pick(
        "câu hỏi \"\(question)\" không còn câu trả lời \"\(answer)\"",
        "the question \"\(question)\" no longer has the answer \"\(answer)\"")
    case .questionOpen(let question):
      language.pick(
        "câu hỏi \"\(question)\" chưa được trả lời và không có câu trả lời thường",
        "the question \"\(question)\" was not answered and has no usual answer")
    case .refused(let denial): denial.wording(language, isForCommandLine: true)
    }
  }
}

extension WhatIf.Fees {
  public func wording(_ language: Language) -> String {
    func text(_ fee: Int?) -> String { fee.map(moneyText) ?? language.pick("chưa rõ", "not known") }
    return "\(text(old)) → \(text(new))"
      + (isOfOne ? language.pick(" (một bản, một trang)", " (one copy, one page)") : "")
  }
}
