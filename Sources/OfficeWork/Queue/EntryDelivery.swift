import DossierDomain

/// How far the entries of a dossier have been sent to the province. The least advanced entry counts.
public enum EntryDelivery: UInt8, CaseIterable, Sendable {
  case recorded = 0
  case sent = 1
  case acknowledged = 2
  case refused = 3
}

extension EntryDelivery {
  public func wording(_ language: Language) -> String {
    switch self {
    case .recorded: language.pick("đã ghi tại xã", "recorded here")
    case .sent: language.pick("đã gửi", "sent")
    case .acknowledged: language.pick("tỉnh đã nhận", "received by the province")
    case .refused: language.pick("tỉnh từ chối", "refused by the province")
    }
  }
}
