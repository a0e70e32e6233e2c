import DossierDomain

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
