extension Component.Form {
  public func wording(_ language: Language) -> String {
    switch self {
    case .missing: language.pick("THIẾU", "MISSING")
    case .original: language.pick("bản chính", "original")
    case .certifiedCopy: language.pick("bản chứng thực", "certified copy")
    case .photocopy: language.pick("bản photo", "photocopy")
    case .electronic: language.pick("bản điện tử", "electronic")
    case .reused: language.pick("dùng lại", "reused")
    case .replacedByLookup: language.pick("đã khai thác", "looked up")
    case .notApplicable: language.pick("không cần", "not needed")
    }
  }
}

extension Component.Form {
  fileprivate func shortWording(_ language: Language) -> String {
    switch self {
    case .original: language.pick("chính", "orig.")
    case .certifiedCopy: language.pick("CT", "cert.")
    case .photocopy: language.pick("photo", "copy")
    case .missing, .electronic, .reused, .replacedByLookup, .notApplicable: wording(language)
    }
  }
}

extension Component {
  /// `1 chính + 2 photo`, or the form and its number if it came in one form.
  public func countWording(_ language: Language) -> String {
    guard let counts else { return formWording(language) + (quantity > 1 ? " x\(quantity)" : "") }
    return counts.byForm.map { "\($0.count) \($0.form.shortWording(language))" }.joined(separator: " + ")
  }

  /// How it was handed in. A paper that only certain cases need is not called missing.
  public func formWording(_ language: Language) -> String {
    guard form == .missing else { return form.wording(language) }
    return switch need {
    case .required: form.wording(language)
    case .oneOf: language.pick("một trong", "one of these")
    case .byName: isMissing ? form.wording(language) : language.pick("nếu cần", "if needed")
    case .shown: language.pick("xuất trình", "to be shown")
    case .lookedUp: language.pick("tra cứu", "looked up here")
    }
  }
}

extension Digitisation {
  public func wording(_ language: Language) -> String {
    switch self {
    case .none: language.pick("chưa số hóa", "not digitised")
    case .digitised: language.pick("đã số hóa", "digitised")
    case .reusedComponent: language.pick("dùng lại giấy tờ", "reused paper")
    case .reusedResult: language.pick("dùng lại kết quả", "reused result")
    }
  }
}

extension LookupMethod {
  public func wording(_ language: Language) -> String {
    switch self {
    case .cardSeen: language.pick("xem thẻ căn cước", "card seen")
    case .cardQR: language.pick("quét QR thẻ", "card QR code")
    case .cardChip: language.pick("đọc chip thẻ", "card chip")
    case .populationDatabase: language.pick("CSDL dân cư", "population database")
    case .vneid: "VNeID"
    case .residenceConfirmation: language.pick("giấy CT07", "paper CT07")
    case .personalNumberNotice: language.pick("thông báo số định danh", "notice of personal number")
    }
  }
}
