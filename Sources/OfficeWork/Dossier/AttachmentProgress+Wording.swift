import DossierDomain

extension AttachmentProgress {
  /// A short text that stands beside a paper.
  public func wording(_ language: Language) -> String {
    switch self {
    case .sending(let percent):
      percent == 0
        ? language.pick("chưa gửi", "not sent yet") : language.pick("đã gửi \(percent)%", "\(percent)% sent")
    case .sent: language.pick("tỉnh đã có", "at the province")
    case .receiving(let percent): language.pick("đã nhận \(percent)%", "\(percent)% received")
    case .here: language.pick("có tại máy", "on this desk")
    case .erased: language.pick("đã hủy", "erased")
    }
  }
}
