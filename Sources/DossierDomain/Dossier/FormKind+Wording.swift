import ReferenceData

extension FormKind {
  public func wording(_ language: Language) -> String {
    switch self {
    case .receipt: language.pick("Giấy tiếp nhận và hẹn trả (mẫu 01)", "Receipt (form 01)")
    case .visitReceipt: language.pick("Giấy tiếp nhận nhiều hồ sơ (mẫu 01)", "Receipt of several dossiers (form 01)")
    case .supplement: language.pick("Phiếu yêu cầu bổ sung (mẫu 02)", "Supplement request (form 02)")
    case .refusal: language.pick("Phiếu từ chối (mẫu 03)", "Refusal (form 03)")
    case .apology: language.pick("Văn bản xin lỗi, hẹn lại (mẫu 04)", "Apology and new appointment (form 04)")
    case .stopping: language.pick("Thông báo dừng giải quyết (mẫu 05)", "Notice of stopping (form 05)")
    case .controlSlip: language.pick("Phiếu kiểm soát (mẫu 06)", "Control slip (form 06)")
    case .register: language.pick("Sổ theo dõi hồ sơ (mẫu 07)", "Book of dossiers (form 07)")
    case .appointmentSlip: language.pick("Phiếu hẹn trả kết quả (nửa tờ)", "Appointment slip (half a sheet)")
    case .fileLabel: language.pick("Nhãn hồ sơ", "File label")
    case .handOverList: language.pick("Phiếu bàn giao kết quả", "Hand-over list of results")
    case .guideSheet: language.pick("Hướng dẫn thủ tục", "Guide to a procedure")
    case .blankReceipt: language.pick("Phiếu tiếp nhận dự phòng", "Blank receipt")
    }
  }
}

extension PaperFormID {
  /// What a clerk calls the form. Every form that is no paper of the program itself is a declaration; one that this version does not
  /// know was issued by a later one.
  public func wording(_ language: Language) -> String {
    if let kind = FormKind(rawValue: text) { return kind.wording(language) }
    guard let title = DeclarationTexts.title(of: text) else {
      return language.pick("mẫu của phiên bản khác (\(text))", "a form of another version (\(text))")
    }
    return language.pick(title, "Declaration: \(title)")
  }
}
