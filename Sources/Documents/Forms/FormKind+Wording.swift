import DossierDomain

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
    case .appointmentSlip: language.pick("Phiếu hẹn trả kết quả", "Appointment slip")
    case .fileLabel: language.pick("Nhãn hồ sơ", "File label")
    case .handOverList: language.pick("Phiếu bàn giao kết quả", "Hand-over list of results")
    case .guideSheet: language.pick("Hướng dẫn thủ tục", "Guide to a procedure")
    }
  }
}

extension PaperDenial {
  /// - Parameter isForCommandLine: as of `Denial.wording`.
  public func wording(_ language: Language, isForCommandLine: Bool = false) -> String {
    switch self {
    case .ofDossier(let denial): denial.wording(language, isForCommandLine: isForCommandLine)
    case .notReceived: language.pick("Hồ sơ chưa được tiếp nhận.", "The dossier was not received yet.")
    case .noSupplementRequested: language.pick("Hồ sơ chưa có yêu cầu bổ sung.", "No supplement was requested.")
    case .notRefused: language.pick("Hồ sơ không bị từ chối.", "The dossier was not refused.")
    case .notExtended: language.pick("Hồ sơ chưa hẹn lại lần nào.", "The appointment was not moved with an apology.")
    case .notStopped: language.pick("Hồ sơ chưa dừng giải quyết.", "The dossier was not stopped.")
    case .noAppointment: language.pick("Hồ sơ chưa có hẹn trả.", "The dossier has no appointment.")
    case .ended(let status):
      language.pick("Hồ sơ đã kết thúc: \(status.wording(.vi)).", "The dossier has ended: \(status.wording(.en)).")
    case .noResult: language.pick("Hồ sơ chưa có kết quả.", "The dossier has no result yet.")
    case .notOfOneDossier:
      language.pick(
        "Giấy này không lập cho một hồ sơ riêng lẻ.", "This paper is not made of one dossier.")
    }
  }
}
