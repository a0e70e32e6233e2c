import DossierDomain

extension PrintState {
  public func wording(_ language: Language) -> String {
    switch self {
    case .kept: language.pick("chưa in", "not printed")
    case .sent: language.pick("đã gửi, chưa biết in xong chưa", "sent, not known whether printed")
    case .printed: language.pick("đã in", "printed")
    case .doubtful: language.pick("không rõ đã in ra chưa, hãy xem giấy", "perhaps not printed; look at the paper")
    case .withdrawn: language.pick("không dùng, chưa hủy được lệnh in", "not needed, print not cancelled yet")
    }
  }
}
